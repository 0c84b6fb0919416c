import type { Drill } from './drill-schema.ts';
import type { Finding } from './fault.ts';

/** What can be named from elsewhere in a drill, as people call it. */
export const namedKinds = {
  person: 'person',
  role: 'role',
  variable: 'state variable',
  parameter: 'parameter',
  feed: 'feed item',
  evidence: 'piece of evidence',
  clue: 'clue',
  tool: 'tool',
  decision: 'decision',
  update: 'update',
  milestone: 'milestone',
} as const;
export type NamedKind = keyof typeof namedKinds;

/** The ids of each kind. Those that stand twice are reported, also where nothing names them. */
export function collectIds(
  drill: Drill,
  findings: Finding[],
): Record<NamedKind, ReadonlySet<string>> {
  const gather = (
    list: readonly { readonly id: string }[],
    path: Finding['path'],
  ): ReadonlySet<string> => {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) {
        findings.push({
          code: 'duplicate-id',
          path: [...path, index, 'id'],
          message: `The id "${id}" is used twice.`,
          remedy: 'Give one of them another id.',
        });
      }
      seen.add(id);
    });
    return seen;
  };
  gather(drill.hints, ['hints']);
  gather(drill.scoring.rules, ['scoring', 'rules']);
  gather(drill.truth, ['truth']);
  gather(drill.hypotheses, ['hypotheses']);
  gather(drill.outcomes, ['outcomes']);
  gather(drill.assistant?.answers ?? [], ['assistant', 'answers']);
  drill.feed.forEach(({ replies }, i) => gather(replies, ['feed', i, 'replies']));
  drill.decisions.forEach(({ options }, i) => gather(options, ['decisions', i, 'options']));
  drill.updates.forEach(({ facts, forbidden }, i) => {
    gather(facts, ['updates', i, 'facts']);
    gather(forbidden, ['updates', i, 'forbidden']);
  });
  drill.tools.forEach(({ args, outcomes }, i) => {
    gather(args, ['tools', i, 'args']);
    gather(outcomes, ['tools', i, 'outcomes']);
  });
  return {
    person: gather(drill.people, ['people']),
    role: gather(drill.roles, ['roles']),
    variable: new Set(Object.keys(drill.state)),
    parameter: gather(drill.parameters, ['parameters']),
    feed: gather(drill.feed, ['feed']),
    evidence: gather(drill.evidence, ['evidence']),
    clue: gather(drill.clues, ['clues']),
    tool: gather(drill.tools, ['tools']),
    decision: gather(drill.decisions, ['decisions']),
    update: gather(drill.updates, ['updates']),
    milestone: gather(drill.milestones, ['milestones']),
  };
}
