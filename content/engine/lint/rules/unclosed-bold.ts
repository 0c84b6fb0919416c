import type { LintHit, TextRule } from '../rule.ts';

export const unclosedBold: TextRule = {
  name: 'unclosed-bold',
  severity: 'warning',
  reason: 'Bold that is opened and not closed shows its asterisks, and stresses nothing.',
  remedy: 'Close it in the same paragraph, or take the asterisks away.',
  bad: `debrief: { text: The key was **public for five minutes before a stranger used it. }`,
  good: `debrief: { text: The key was **public** for five minutes before a stranger used it. }`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }): LintHit[] => {
      if (!markdown) return [];
      return listBlocks(text).flatMap((block): LintHit[] => {
        const stars = block.replace(/\\\*/g, '').match(/\*\*/g)?.length ?? 0;
        if (stars % 2 === 0) return [];
        const words = block.slice(block.lastIndexOf('**')).split(/\s/, 1)[0] ?? '';
        return [{ path, words, message: `"${words}" opens or closes bold that has no other end.` }];
      });
    }),
};

/** Paragraphs and members of lists, without code. */
function listBlocks(text: string): readonly string[] {
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, '').replace(/`[^`\n]*`/g, '');
  return prose.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)/);
}
