import { probeKinds } from '../../content/engine/format/question-terms.ts';
import type { ProbeNode } from '../../content/engine/star/probes.ts';
import type { PrincipleSlug } from '../../content/engine/story/principles.ts';
import type { AskedQuestion } from '../../content/engine/story/practice-record.ts';
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
