/** Size of text at the usual setting, in px. */
const usual_px = 13;

/** How much larger text is than usual: the person chooses its size, which is set on the document. */
export function readTextScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) ? size / usual_px : 1;
}

/**
 * Tells of that size now and whenever it changes.
 *
 * @returns how to stop
 */
export function followTextScale(tell: (scale: number) => void): () => void {
  const follow = () => {
    tell(readTextScale());
  };
  follow();
  const observer = new MutationObserver(follow);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => {
    observer.disconnect();
  };
}
