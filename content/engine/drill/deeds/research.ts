import type { EventOf } from '../attempt-log.ts';
import { fitsPattern } from '../../format/pack-pattern.ts';
import { askAssistant } from '../assistant.ts';
import {
  refuseDone,
  refuseForbidden,
  refuseMissing,
  refuseUnknown,
  type Refusal,
} from '../refusal.ts';
import type { WorkingCopy } from '../working-copy.ts';

// What a person looks at, tries and asks.

export function openEvidence(
  work: WorkingCopy,
  { data }: EventOf<'evidence_opened'>,
): Refusal | null {
  const opened_s = work.now.evidence.get(data.evidence);
  if (opened_s === undefined) {
    return work.prepared.byId.evidence.has(data.evidence)
      ? refuseMissing('This evidence is not there yet.')
      : refuseUnknown('evidence', data.evidence);
  }
  if (opened_s !== null) return null;
  const { roles } = work.prepared.byId.evidence.get(data.evidence) ?? {};
  if (roles && !roles.includes(work.now.seat)) {
    return refuseMissing('Another role holds this evidence.');
  }
  work.own.evidence.set(data.evidence, work.now.at_s);
  work.learn(`opened:${data.evidence}`);
  work.delay_s = work.prepared.byId.evidence.get(data.evidence)?.minutes ?? 0;
  return null;
}

export function useTool(work: WorkingCopy, { data, seq }: EventOf<'tool_used'>): Refusal | null {
  const waiting = work.prepared.tools.find(({ item }) => item.id === data.tool);
  if (!waiting) return refuseUnknown('tool', data.tool);
  if (waiting.test && !waiting.test(work.now))
    return refuseMissing('This tool is not to be had yet.');
  const { item: tool } = waiting;
  for (const { id, label, values, pattern } of tool.args) {
    const given = data.args[id]?.trim() ?? '';
    if (given === '') return refuseForbidden(`"${label}" is empty.`);
    if (values && !values.includes(given))
      return refuseForbidden(`"${label}" must be one of the listed values.`);
    if (pattern && !fitsPattern(pattern.re2, given))
      return refuseForbidden(`"${label}" has another form: ${pattern.says}.`);
  }
  const fold = (text: string): string => text.trim().toLowerCase();
  const outcome = tool.outcomes.find(({ match, when }) => {
    if (when && !work.prepared.test(when)(work.now)) return false;
    return Object.entries(match ?? {}).every(([name, accepted]) =>
      [accepted].flat().some((value) => fold(value) === fold(data.args[name] ?? '')),
    );
  });
  if (!outcome) return refuseUnknown('outcome for the tool', data.tool);
  const at_s = work.now.at_s;
  work.own.uses.push({ tool: tool.id, args: data.args, outcome: outcome.id, at_s, seq });
  work.learn(`used:${tool.id}`);
  work.learn(`used:${tool.id}/${outcome.id}`);
  work.delay_s = outcome.minutes ?? tool.minutes;
  work.noteHarm(outcome.harm, undefined, seq);
  work.apply(outcome.effects);
  return null;
}

export function ask(work: WorkingCopy, { data, seq }: EventOf<'asked'>): Refusal | null {
  if (!work.prepared.drill.assistant) return refuseMissing('This drill has no assistant.');
  askAssistant(work, data.text, seq);
  return null;
}

export function takeHint(work: WorkingCopy, { data, seq }: EventOf<'hint_taken'>): Refusal | null {
  if (!work.prepared.levers.hints)
    return refuseForbidden('Hints are switched off for this attempt.');
  const waiting = work.prepared.hints.find(({ item }) => item.id === data.hint);
  if (!waiting) return refuseUnknown('hint', data.hint);
  if (waiting.test && !waiting.test(work.now)) return refuseMissing('This hint is not there yet.');
  const taken = work.now.hints.get(data.hint) ?? [];
  if (data.tier !== taken.length + 1) {
    return taken.length >= data.tier
      ? refuseDone('This tier has been taken.')
      : refuseForbidden('Tiers come in order.');
  }
  work.own.hints.set(data.hint, [...taken, seq]);
  return null;
}
