import type { AttemptEvent } from '../../../content/engine/drill/attempt-log.ts';
import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import { describeEvent } from '../debrief/describe-event.ts';

/** What a learner did, told to somebody else: "They opened Access log". */
export function tellStep(prepared: PreparedDrill, state: DrillState, event: AttemptEvent): string {
  switch (event.kind) {
    case 'started':
      return 'They began the drill';
    case 'paused':
      return event.data.reason === 'left' ? 'They left the room; it paused' : 'They paused';
    case 'resumed':
      return 'They went on';
    case 'jumped':
      return `They went on to ${formatScenarioTime(event.data.to_s)}`;
    case 'notes_changed':
      return 'They wrote in their notes';
    case 'hypothesis_added':
    case 'hypothesis_changed':
      return `They held it ${event.data.confidence} % likely: ${event.data.text}`;
    default:
      return describeEvent(prepared, state, event)
        .replace(/^You /, 'They ')
        .replace(/ your /, ' their ');
  }
}

export interface Known {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a learner had before them at a moment, in groups; groups with nothing in them are left out. */
export function listKnown({ byId, drill }: PreparedDrill, view: DrillState): readonly Known[] {
  const time = formatScenarioTime;
  const groups: readonly Known[] = [
    {
      title: 'Messages that had arrived',
      lines: [...view.feed.values()].map(({ item, arrived_s, seen, answer, missed }) => {
        const what = byId.feed.get(item)?.subject ?? item;
        const how = answer
          ? `answered ${time(answer.at_s)}`
          : missed
            ? 'the time to answer went by'
            : seen
              ? 'read'
              : 'not read';
        return `${time(arrived_s)} ${what} (${how})`;
      }),
    },
    {
      title: 'Evidence',
      lines: [...view.evidence].map(([id, at_s]) => {
        const what = byId.evidence.get(id)?.title ?? id;
        return `${what} (${at_s === null ? 'not opened' : `open since ${time(at_s)}`})`;
      }),
    },
    {
      title: 'Decisions',
      lines: [...view.decisions.values()].map(({ decision, choice }) => {
        const own = byId.decisions.get(decision);
        const option = own?.options.find(({ id }) => id === choice?.option);
        const answer = choice ? (option?.text ?? 'nothing was done') : 'open';
        return `${own?.title ?? decision}: ${answer}`;
      }),
    },
    {
      title: 'Updates',
      lines: [...view.updates.values()].map(({ update, sent }) => {
        const own = byId.updates.get(update);
        const due = own ? `due ${time(own.due)}` : 'due';
        return `${own?.title ?? update} (${sent ? `sent ${time(sent.at_s)}` : due})`;
      }),
    },
    {
      title: 'Tools used',
      lines: view.uses.map(
        ({ tool, at_s }) => `${time(at_s)} ${byId.tools.get(tool)?.title ?? tool}`,
      ),
    },
    { title: 'Pinned', lines: [...view.pins.values()].map(({ label }) => label) },
    {
      title: 'Their timeline',
      lines: [...view.timeline.values()].map(
        ({ at, text }) => `${at === null ? 'no time' : at.slice(11, 19)} ${text}`,
      ),
    },
    {
      title: 'Their hypotheses',
      lines: [...view.hypotheses.values()].map(({ text, confidence }) => `${confidence} % ${text}`),
    },
    {
      title: 'Their indicators',
      lines: [...view.indicators.values()].map(({ type, value }) => `${type} ${value}`),
    },
    { title: 'Their notes', lines: view.notes === '' ? [] : [view.notes] },
    {
      title: 'Reached by then',
      lines: [...view.milestones].map(([id, { at_s }]) => {
        const own = drill.milestones.find((one) => one.id === id);
        return `${time(at_s)} ${own?.title ?? id}`;
      }),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}
