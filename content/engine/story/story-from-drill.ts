import type { AttemptHeader } from '../drill/attempt-log.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Debrief } from '../score/debrief.ts';
import { writeFields } from './story-fields.ts';
import { emptyDraft, type StoryDraft } from './story-draft.ts';
import { oneLine } from './story-export-parts.ts';
import type { Metric } from './story.ts';

/** What a story of a drill is made of: an attempt that has ended. */
export interface PlayedDrill {
  readonly prepared: PreparedDrill;
  readonly header: Pick<AttemptHeader, 'attempt'>;
  readonly state: DrillState;
  readonly debrief: Debrief;
}

interface Deed {
  readonly at_s: number;
  readonly text: string;
}

/**
 * A draft to rehearse with. Every sentence is something that the person did or that the debrief found
 * in it; what went through their head, and what they take from it, is theirs to write. Its origin
 * marks it wherever it goes: a drill is no experience.
 */
export function draftStoryFromDrill(played: PlayedDrill): StoryDraft {
  const { prepared, header, debrief } = played;
  const { drill } = prepared;
  const text = writeFields({
    situation: `In the drill “${quote(drill.title)}” I was on duty as ${writeRole(drill.role)}. ${endSentence(drill.summary)}`,
    task: writeTask(played),
    action: listDeeds(played)
      .sort((a, b) => a.at_s - b.at_s)
      .map((deed) => deed.text)
      .join('\n'),
    result: writeResult(debrief),
    reflection: writeReflection(debrief),
  });
  return {
    ...emptyDraft(),
    title: `Drill: ${oneLine(drill.title)}`.slice(0, 200),
    origin: {
      kind: 'drill',
      attempt: header.attempt,
      code: drill.id,
      title: oneLine(drill.title).slice(0, 200),
    },
    people: listPeople(played),
    texts: { ...emptyDraft().texts, middle: text },
    metrics: listMetrics(debrief),
  };
}

function writeTask({ prepared, debrief }: PlayedDrill): string {
  const asked = debrief.decisions.filter(({ chosen }) => chosen !== null).length;
  const due = prepared.drill.updates.length;
  const parts = [
    ...(asked > 0 ? [count(asked, 'decision')] : []),
    ...(due > 0 ? [count(due, 'written update')] : []),
  ];
  return parts.length === 0 ? '' : `I had to answer for ${parts.join(' and ')}, by the clock.`;
}

function listDeeds({ prepared, state, debrief }: PlayedDrill): Deed[] {
  const deeds: Deed[] = [];
  const opened = prepared.drill.evidence.flatMap(({ id, title }) => {
    const at_s = state.evidence.get(id);
    return at_s === undefined || at_s === null ? [] : [{ at_s, title: quote(title) }];
  });
  const first = Math.min(...opened.map(({ at_s }) => at_s));
  if (opened.length > 0) {
    const titles = opened.map(({ title }) => `“${title}”`);
    deeds.push({ at_s: first, text: `I read ${joinWords(titles)}.` });
  }
  for (const use of state.uses) {
    const tool = prepared.drill.tools.find(({ id }) => id === use.tool);
    if (tool) {
      deeds.push({
        at_s: use.at_s,
        text: `After ${minutes(use.at_s)} I used “${quote(tool.title)}”.`,
      });
    }
  }
  for (const { decision, chosen } of debrief.decisions) {
    if (!chosen?.option) continue;
    const because = oneLine(chosen.reason).replace(/[.!?…]+$/, '');
    deeds.push({
      at_s: chosen.at_s,
      text: `After ${minutes(chosen.at_s)}, to the question “${quote(decision.title)}”, I chose “${quote(chosen.option.text)}”${because === '' ? '' : `, because: ${because}`}.`,
    });
  }
  for (const { update, sent_s } of debrief.updates) {
    if (sent_s === null) continue;
    deeds.push({
      at_s: sent_s,
      text: `After ${minutes(sent_s)} I sent the update “${quote(update.title)}”.`,
    });
  }
  return deeds;
}

function writeResult({ outcome, ownTimes }: Debrief): string {
  const times = ownTimes.flatMap(({ milestone, at_s, best_s }) => {
    if (at_s === null) return [];
    const best = best_s === null ? '' : `; the best time was ${minutes(best_s)}`;
    return [`“${quote(milestone.title)}” was reached after ${minutes(at_s)}${best}.`];
  });
  return [`In the end the outcome was “${quote(outcome.title)}”.`, ...times].join('\n');
}

/** Where the debrief rates another way higher: a start, in words that claim no insight. */
function writeReflection({ decisions }: Debrief): string {
  const other = decisions.find(
    ({ chosen, best }) => chosen !== null && chosen.rating < best.rating,
  );
  if (!other?.chosen) return '';
  const did = other.chosen.option
    ? `I chose “${quote(other.chosen.option.text)}”`
    : 'I let the time run out';
  return `Looking back at “${quote(other.decision.title)}”: ${did}; the debrief rates “${quote(other.best.text)}” highest.`;
}

function listPeople({ prepared, state }: PlayedDrill): string[] {
  const met = new Set(
    prepared.drill.feed.flatMap(({ id, from }) => (state.feed.get(id)?.answer ? [from] : [])),
  );
  const roles = prepared.drill.people
    .filter(({ id }) => met.has(id))
    .map(({ role }) => oneLine(role));
  return [...new Set(roles)].slice(0, 12);
}

function listMetrics({ ownTimes }: Debrief): Metric[] {
  return ownTimes.flatMap(({ milestone, at_s, best_s }, index): Metric[] => {
    if (at_s === null) return [];
    return [
      {
        id: `m${index + 1}`,
        name: oneLine(milestone.title).slice(0, 200),
        baseline: '',
        result: minutes(at_s).replace(/ minutes?$/, ''),
        unit: 'minutes',
        period: 'scenario time',
        source: 'debrief of the drill',
        may_tell: 'yes',
        note: best_s === null ? '' : `best time ${minutes(best_s)}`,
      },
    ];
  });
}

/** Words of a drill that stay inside one sentence: its first, without marks and without a stop. */
function quote(text: string): string {
  const [first = ''] = oneLine(text.replaceAll(/\*\*|__|`/g, '')).split(/(?<=[.!?…])\s/);
  return first.replace(/[.!?…:]+$/, '').slice(0, 300);
}

function endSentence(text: string): string {
  const line = oneLine(text.replaceAll(/\*\*|__|`/g, ''));
  return line === '' || /[.!?…]$/.test(line) ? line : `${line}.`;
}

function writeRole(role: string): string {
  const words = oneLine(role);
  const lower = /^\p{Lu}\p{Ll}/u.test(words)
    ? words.slice(0, 1).toLowerCase() + words.slice(1)
    : words;
  return `${/^[aeiou]/i.test(lower) ? 'an' : 'a'} ${lower}`;
}

/** "6 minutes", "6.5 minutes": scenario time to half a minute. */
function minutes(at_s: number): string {
  const halves = Math.round(at_s / 30) / 2;
  return `${halves} ${halves === 1 ? 'minute' : 'minutes'}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
