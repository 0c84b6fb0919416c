import { perform, refuse, withCitations, withNamed, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { citationForms } from './read-citation.ts';
import { searchEvidence, showPage, showRecord } from './show-evidence.ts';
import { showEvidenceList } from './show-state.ts';

export const evidenceCommands: readonly PlayCommand[] = [
  {
    name: 'evidence',
    form: 'evidence',
    about: 'what can be opened, and what that costs',
    run: (session) => showEvidenceList(session),
  },
  {
    name: 'open',
    form: 'open EVIDENCE',
    about: 'open it at its first page',
    run: (session, { words }) =>
      withNamed(session, 'evidence', words.join(' '), (evidence) =>
        perform(session, { kind: 'evidence_opened', data: { evidence } }, () =>
          showPage(session, evidence, 1),
        ),
      ),
  },
  {
    name: 'more',
    form: 'more',
    about: 'the next page',
    run: (session) => turnTo(session, (session.view?.page ?? 0) + 1),
  },
  {
    name: 'page',
    form: 'page N',
    about: 'another page of what is open',
    run: (session, { words: [page = ''] }) => turnTo(session, Number(page)),
  },
  {
    name: 'grep',
    form: 'grep EVIDENCE WORDS',
    about: 'lines that hold all the words, in any case',
    run: (session, { words: [typed = '', ...words] }) =>
      withOpened(session, typed, (evidence) =>
        words.length === 0
          ? refuse('Say what to look for: grep EVIDENCE WORDS')
          : searchEvidence(session, evidence, words),
      ),
  },
  {
    name: 'row',
    form: 'row EVIDENCE RECORD',
    about: 'one whole record',
    run: (session, { words: [typed = '', id = ''] }) =>
      withOpened(
        session,
        typed,
        (evidence) => showRecord(session, evidence, id) ?? refuse(`It has no record "${id}".`),
      ),
  },
  {
    name: 'pin',
    form: 'pin CITATION [LABEL]',
    about: `keep a place at hand: ${citationForms}`,
    run(session, { words: [place = '', ...label] }) {
      return withCitations(session, [place], ([citation]) => {
        if (!citation) return '';
        const pin = session.nextId('p');
        const data = { pin, citation, label: (label.join(' ') || place).slice(0, 300) };
        return perform(session, { kind: 'pinned', data }, `Pinned as ${pin}.`);
      });
    },
  },
  {
    name: 'unpin',
    form: 'unpin PIN',
    about: 'let a pin go',
    run: (session, { words: [pin = ''] }) =>
      perform(session, { kind: 'unpinned', data: { pin } }, 'Unpinned.'),
  },
];

function withOpened(
  session: PlaySession,
  typed: string,
  then: (evidence: string) => string,
): string {
  return withNamed(session, 'evidence', typed, (evidence) =>
    typeof session.state.evidence.get(evidence) === 'number'
      ? then(evidence)
      : refuse(`First: open ${session.numbers.find('evidence', evidence)}`),
  );
}

function turnTo(session: PlaySession, page: number): string {
  const { view } = session;
  if (!view) return refuse('Nothing is open. First: open EVIDENCE');
  if (!Number.isInteger(page)) return refuse('Say which page: page N');
  return showPage(session, view.evidence, page);
}
