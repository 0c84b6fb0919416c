import { probeKinds } from '../../content/engine/format/question-terms.ts';
import type { ProbeNode } from '../../content/engine/star/probes.ts';
import type { PrincipleSlug } from '../../content/engine/story/principles.ts';
import type { AskedQuestion, PracticeRecord } from '../../content/engine/story/practice-record.ts';
import { createRandomSource } from '../../content/engine/drill/random-source.ts';
import type { BankQuestion, TechnicalQuestion } from './filter-questions.ts';

/** A behavioural question as it is asked now. */
export function askBehavioural(question: BankQuestion): AskedQuestion {
  return {
    id: question.id,
    text: question.text,
    principle: question.principle,
    angle: question.angle,
    competency: question.competency ?? null,
    depth: null,
    roles: [...question.roles],
    probes: probeKinds.flatMap((kind) =>
      question.probes[kind].map((probe) => writeNode(probe, kind)),
    ),
  };
}

/** A question about a topic at a depth, as it is asked now. */
export function askTechnical(question: TechnicalQuestion): AskedQuestion {
  return {
    id: question.id,
    text: question.text,
    principle: null,
    angle: null,
    competency: question.competency,
    depth: question.depth,
    roles: ['any'],
    probes: question.probes.map((probe) => writeNode(probe, null)),
  };
}

/** A question of the person's own, with probes that fit any account. */
export function askOwn(text: string, principle: PrincipleSlug | null): AskedQuestion {
  return {
    id: null,
    text: text.trim(),
    principle,
    angle: null,
    competency: null,
    depth: null,
    roles: ['any'],
    probes: [...generalProbes],
  };
}

function writeNode(
  { id, text, lacks, then }: BankQuestion['probes']['what'][number],
  kind: ProbeNode['kind'],
): AskedQuestion['probes'][number] {
  return { id, kind, text, lacks, next: then ?? null };
}

const generalProbes: readonly AskedQuestion['probes'][number][] = [
  {
    id: 'scene',
    kind: 'what',
    text: 'When was that, and who else was in it?',
    lacks: 'specificity',
    next: null,
  },
  {
    id: 'own-part',
    kind: 'what',
    text: 'Which of these steps were yours alone?',
    lacks: 'own_action',
    next: { text: 'And which were done by others?', lacks: 'own_action' },
  },
  {
    id: 'asked-for',
    kind: 'what',
    text: 'Which part of that answers what I asked?',
    lacks: 'relevance',
    next: null,
  },
  {
    id: 'number',
    kind: 'how',
    text: 'By how much did it change, and how was that measured?',
    lacks: 'result',
    next: { text: 'What was it before, and over what time?', lacks: 'result' },
  },
  {
    id: 'disagreed',
    kind: 'how',
    text: 'Who saw it otherwise, and what did you do with that?',
    lacks: 'judgement',
    next: null,
  },
  {
    id: 'rejected',
    kind: 'why',
    text: 'What did you decide against, and why?',
    lacks: 'judgement',
    next: { text: 'What did your choice cost?', lacks: 'judgement' },
  },
  {
    id: 'later',
    kind: 'why',
    text: 'What broke later, or what do you do differently since?',
    lacks: 'reflection',
    next: null,
  },
];

/**
 * One of these questions by a seed: of those that were never practised; where all were, of the half
 * that waited longest. The same seed draws the same question from the same list.
 */
export function drawQuestion<T extends { readonly id: string }>(
  questions: readonly T[],
  practices: readonly Pick<PracticeRecord, 'question' | 'started_at'>[],
  seed: number,
): T | null {
  const last = new Map<string, string>();
  for (const { question, started_at } of practices) {
    if (question.id === null) continue;
    const before = last.get(question.id);
    if (before === undefined || before < started_at) last.set(question.id, started_at);
  }
  const fresh = questions.filter(({ id }) => !last.has(id));
  const waited = [...questions].sort((a, b) =>
    (last.get(a.id) ?? '') < (last.get(b.id) ?? '') ? -1 : 1,
  );
  const open = fresh.length > 0 ? fresh : waited.slice(0, Math.ceil(waited.length / 2));
  return open[Math.floor(createRandomSource(seed).next() * open.length)] ?? null;
}
