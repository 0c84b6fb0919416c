import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { SQLDialect, SQLite, sql } from '@codemirror/lang-sql';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, keymap, placeholder, tooltips } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Table → its columns, as they are completed. */
export type SqlNames = Readonly<Record<string, readonly string[]>>;

/** A fault and the words it is about: UTF-16 into the text. */
export interface SqlMark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export interface SqlCodeSetup {
  readonly parent: HTMLElement;
  /** The shadow root that it lives in: its styles then need no style tags, which the policy refuses. */
  readonly root: ShadowRoot;
  readonly label: string;
  readonly text: string;
  readonly ontype: (text: string) => void;
  readonly onrun: () => void;
  readonly onstop: () => boolean;
  /** Older (+1) or newer (-1); false where there is none. */
  readonly onrecall: (step: 1 | -1) => boolean;
}

export interface SqlCode {
  setText(text: string): void;
  setNames(names: SqlNames, defaultTable: string | null): void;
  setMark(mark: SqlMark | null): void;
  /** What is chosen, or everything where nothing is. */
  readonly chosen: string;
  focus(): void;
  destroy(): void;
}

/** Names in capitals and small letters need no quotes here: SQLite takes them either way. */
const dialect = SQLDialect.define({ ...SQLite.spec, caseInsensitiveIdentifiers: true });

/** Weight and slant; the accent for what is given, no other colours: they mean severity. */
const highlight = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '600' },
  { tag: tags.operatorKeyword, fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--accent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.operator, tags.punctuation], color: 'var(--ink-2)' },
]);

const theme = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    fontSize: '0.923rem',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--raised)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '0' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontVariantLigatures: 'none',
    lineHeight: '1.6',
    maxHeight: '10.2em',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--accent)', padding: '5px 2px', minHeight: '1.6em' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selected)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--selected)',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  // The library underlines with an image in a data: address, which the policy refuses.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ink) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-card)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--lift-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    fontSize: '0.885rem',
    maxHeight: '14em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--selected)',
    color: 'var(--ink)',
    boxShadow: 'inset 3px 0 0 var(--ink)',
  },
  '.cm-completionMatchedText': { textDecoration: 'underline', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--ink)', fontFamily: 'var(--font)' },
});

/** A small editor for one query, with the names of tables and columns at hand. */
export function openSqlCode(setup: SqlCodeSetup): SqlCode {
  const language = new Compartment();
  let quiet = false;
  const view = new EditorView({
    parent: setup.parent,
    root: setup.root,
    state: EditorState.create({
      doc: setup.text,
      extensions: [
        Prec.highest(keymap.of(listKeys(setup))),
        history(),
        closeBrackets(),
        bracketMatching(),
        drawSelection(),
        autocompletion({ icons: false, defaultKeymap: true, maxRenderedOptions: 60 }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        language.of(readSql({}, null)),
        syntaxHighlighting(highlight),
        theme,
        tooltips({ position: 'fixed' }),
        EditorView.lineWrapping,
        Prec.high(EditorView.domEventHandlers({ beforeinput: replaceChosen })),
        placeholder('SELECT … FROM …'),
        EditorView.contentAttributes.of({
          'aria-label': setup.label,
          'aria-description':
            'Control Enter runs. Alt Up brings back earlier queries. Escape, then Tab, leaves the editor.',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) setup.ontype(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      quiet = true;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
      });
      quiet = false;
    },
    setNames(names, defaultTable) {
      view.dispatch({ effects: language.reconfigure(readSql(names, defaultTable)) });
    },
    setMark(mark) {
      const { length } = view.state.doc;
      const marks =
        mark === null
          ? []
          : [
              {
                from: Math.min(mark.from, length),
                to: Math.min(Math.max(mark.to, mark.from + 1), length),
                severity: 'error' as const,
                message: mark.message,
              },
            ];
      view.dispatch(setDiagnostics(view.state, marks));
    },
    get chosen() {
      const { from, to } = view.state.selection.main;
      return from === to ? view.state.doc.toString() : view.state.sliceDoc(from, to);
    },
    focus() {
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}

/**
 * Text typed over what is chosen is put in here: Chromium would carry the look of the old words over
 * in a style attribute, which the policy refuses with a line in the console.
 */
function replaceChosen(event: InputEvent, view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  if (event.inputType !== 'insertText' || event.data === null || from === to || view.composing) {
    return false;
  }
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type' });
  return true;
}

function readSql(names: SqlNames, defaultTable: string | null): Extension {
  const schema = Object.fromEntries(
    Object.entries(names).map(([table, columns]) => [table, [...columns]]),
  );
  return sql({
    dialect,
    schema,
    upperCaseKeywords: true,
    ...(defaultTable === null ? {} : { defaultTable }),
  });
}

function listKeys({ onrun, onstop, onrecall }: SqlCodeSetup) {
  return [
    {
      key: 'Mod-Enter',
      run: () => {
        onrun();
        return true;
      },
    },
    { key: 'Alt-ArrowUp', run: () => onrecall(1) || true },
    { key: 'Alt-ArrowDown', run: () => onrecall(-1) || true },
    {
      key: 'Tab',
      // With no list open, Tab goes on to the next control, as everywhere else. With one it stays,
      // also in the first moments, in which the list takes no key yet.
      run: (view: EditorView) =>
        completionStatus(view.state) === 'active' && (acceptCompletion(view) || true),
    },
    {
      key: 'Escape',
      run: (view: EditorView) => closeCompletion(view) || onstop(),
    },
  ];
}
