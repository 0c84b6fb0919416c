/** What the benchmark of typing does inside the page: Playwright carries these functions over. */

declare global {
  interface Window {
    /** Milliseconds from each key to the frame that shows it. */
    keysPainted?: number[];
  }
}

/** Where the caret is put, and which text is typed into. */
export interface TypedField {
  /** A selector of the text field. */
  readonly field: string;
  /** Share of the text before the caret, 0..1. */
  readonly at: number;
}

/** Puts the caret into a field, and from now on notes each key until the frame with its letter is painted. */
export function watchTyping({ field, at }: TypedField): void {
  const area = document.querySelector<HTMLTextAreaElement>(field);
  if (!area) throw new Error(`There is no ${field}.`);
  const place = area.value.indexOf(' ', Math.floor(area.value.length * at));
  area.focus();
  area.setSelectionRange(place, place);
  const painted: number[] = [];
  window.keysPainted = painted;
  let pressed = 0;
  area.addEventListener('keydown', ({ timeStamp }) => {
    pressed = timeStamp;
  });
  area.addEventListener('input', () => {
    const begun = pressed;
    requestAnimationFrame(() => {
      // A message that is sent before a frame is drawn comes after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        painted.push(performance.now() - begun);
      };
      port2.postMessage(null);
    });
  });
}

/** The baseline: the browser's own field with the same text and look, alone on the page. */
export function showPlainField(text: string): void {
  const area = document.createElement('textarea');
  area.id = 'plain';
  area.className = 'reading';
  area.spellcheck = true;
  area.value = text;
  Object.assign(area.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    zIndex: '99',
    width: '44rem',
    lineHeight: '2',
    height: '40rem',
  });
  document.body.append(area);
}
