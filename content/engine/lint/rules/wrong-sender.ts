import type { LintHit, LintRule } from '../rule.ts';

export const wrongSender: LintRule = {
  name: 'wrong-sender',
  severity: 'warning',
  reason: 'A message that somebody else has signed is taken for a forgery, or for a trap.',
  remedy: 'Name under `from` who has signed, or mend the signature.',
  bad: `feed:
  - { id: notice, body: "Please look into it, and tell me what you find.\\n\\nTomas Reuter" }`,
  good: `feed:
  - { id: notice, body: "Please look into it, and tell me what you find.\\n\\nInes Holm" }`,
  check: ({ drill: { feed, people } }) =>
    feed.flatMap(({ id, from, body }, index): LintHit[] => {
      const said = body.trimEnd().replace(/[.\s]+$/, '');
      const signed = people.find(({ name }) => /[.!?,:\n]\s*$/.test(cutEnd(said, name) ?? ''));
      if (!signed || signed.id === from) return [];
      const sender = people.find((person) => person.id === from);
      if (!sender || said.endsWith(sender.name)) return [];
      const message = `"${id}" comes from ${sender.name} and is signed ${signed.name}.`;
      return [{ path: ['feed', index, 'from'], message }];
    }),
};

/** What stands before the end of a text; null where it has another end. */
function cutEnd(text: string, end: string): string | null {
  return text.endsWith(end) ? text.slice(0, -end.length) : null;
}
