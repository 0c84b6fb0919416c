import type { BareToken } from './token.ts';

export const questions = /^(?:how|what|who|whose|whom|which|when|why|whether|if|where)$/;

/** "How many", "by what means", "to what extent". */
export function isQuestionFirst(clause: readonly BareToken[]): boolean {
  const [first, second, third] = clause;
  return (
    // "As to who has opened files".
    (first?.text === 'as' && second?.text === 'to' && questions.test(third?.text ?? '')) ||
    questions.test(first?.text ?? '') ||
    (/^(?:by|in|for|to|from|at|on|of|with|under|since|until)$/.test(first?.text ?? '') &&
      /^(?:what|which|whom|whose|how|when)$/.test(second?.text ?? ''))
  );
}

/** "Why it failed we are still finding out", "how many were hit is being counted". */
export function isFrontedQuestion(clause: readonly BareToken[]): boolean {
  if (clause.length < 5 || !isQuestionFirst(clause)) return false;
  return clause.some(({ text }, at) => {
    if (at < 3 || at < clause.length - 8) return false;
    const before = clause.slice(Math.max(2, at - 4), at).map((token) => token.text);
    return (
      (/^(?:finding|checking|investigating|examining|searching|looking|clarifying|determining|establishing|verifying|counting|asking|tracing|studying|analysing|analyzing|reviewing|working)$/.test(
        text,
      ) &&
        before.some((word) => /^(?:are|am|is|we're|i'm|still|being)$/.test(word))) ||
      (/^(?:investigated|examined|checked|clarified|determined|established|verified|counted|reviewed|analysed|analyzed|traced)$/.test(
        text,
      ) &&
        before.some((word) => /^(?:be|being)$/.test(word))) ||
      (/^(?:find|check|investigate|examine|search|clarify|determine|establish|count|trace)$/.test(
        text,
      ) &&
        before.some((word) => /^(?:we|i|must|to|still|will)$/.test(word))) ||
      // "By whom it was used we cannot see in the logs".
      (/^(?:see|read|find|trace|reconstruct)$/.test(text) &&
        before.some((word) => /^(?:cannot|can't|unable|not)$/.test(word)))
    );
  });
}
