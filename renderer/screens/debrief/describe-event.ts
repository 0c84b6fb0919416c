import type { AttemptEvent } from '../../../content/engine/drill/attempt-log.ts';
import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/**
 * What the person did, in one line without a full stop: "You used Deactivate access key". `state` is
 * any that came after it.
 */
export function describeEvent(
  prepared: PreparedDrill,
  state: DrillState,
  event: AttemptEvent,
): string {
  // Options, replies and own words often end with one.
  return writeEvent(prepared, state, event).replace(/\.$/, '');
}

function writeEvent(
  { drill, byId }: PreparedDrill,
  state: DrillState,
  event: AttemptEvent,
): string {
  switch (event.kind) {
    case 'decided': {
      const decision = byId.decisions.get(event.data.decision);
      const option = decision?.options.find(({ id }) => id === event.data.option);
      return `You decided “${decision?.title ?? event.data.decision}”: ${option?.text ?? event.data.option}`;
    }
    case 'tool_used': {
      const given = Object.values(event.data.args).filter((value) => value !== '');
      const title = byId.tools.get(event.data.tool)?.title ?? event.data.tool;
      return given.length === 0 ? `You used ${title}` : `You used ${title}: ${given.join(', ')}`;
    }
    case 'acknowledged':
      return `You acknowledged “${byId.feed.get(event.data.item)?.subject ?? event.data.item}”`;
    case 'replied': {
      const item = byId.feed.get(event.data.item);
      const said = state.feed.get(event.data.item)?.answer?.said;
      return `You answered “${item?.subject ?? event.data.item}”: ${said?.text ?? event.data.reply}`;
    }
    case 'wrote':
      return `You wrote to “${byId.feed.get(event.data.item)?.subject ?? event.data.item}”: ${short(event.data.text)}`;
    case 'asked':
      return `You asked ${drill.assistant?.name ?? 'the assistant'}: ${short(event.data.text)}`;
    case 'seat_taken':
      return `The turn went to ${drill.roles.find(({ id }) => id === event.data.role)?.name ?? event.data.role}`;
    case 'shift_taken':
      return 'The shift was taken over';
    case 'handed_over': {
      const person = drill.people.find(({ id }) => id === event.data.to);
      return `You handed “${byId.feed.get(event.data.item)?.subject ?? event.data.item}” to ${person?.name ?? event.data.to}`;
    }
    case 'evidence_opened':
      return `You opened ${byId.evidence.get(event.data.evidence)?.title ?? event.data.evidence}`;
    case 'feed_opened':
      return `You read “${byId.feed.get(event.data.item)?.subject ?? event.data.item}”`;
    case 'timeline_added':
    case 'timeline_changed':
      return `You wrote on your timeline: ${short(event.data.text)}`;
    case 'update_sent':
      return `You sent “${byId.updates.get(event.data.update)?.title ?? event.data.update}”`;
    case 'hint_taken':
      return `You took a hint, tier ${event.data.tier}`;
    case 'pinned':
      return `You pinned ${short(event.data.label)}`;
    case 'ended':
      return 'You ended the drill';
    default:
      return `Step of kind ${event.kind.replaceAll('_', ' ')}`;
  }
}
