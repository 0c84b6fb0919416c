import { createElement, type IconNode } from 'lucide';

/** A room shows a hundred icons: each is built once, and copied whole. */
const drawn = new Map<IconNode, SVGElement>();

/** An icon of Lucide in strokes of the text's colour, hidden from screen readers. */
export function drawIcon(icon: IconNode, size_px: number): SVGElement {
  let drawing = drawn.get(icon);
  if (!drawing) {
    drawing = createElement(icon, { 'stroke-width': 1.6, 'aria-hidden': 'true' });
    drawn.set(icon, drawing);
  }
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.setAttribute('width', String(size_px));
  copy.setAttribute('height', String(size_px));
  return copy;
}
