import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import ImageViewer from './ImageViewer.svelte';
import { readImage } from './read-image.ts';

/** A JPEG of 9 × 9 pixels in so many empty pieces and a comment, as a drill keeps it. */
function inPieces(count: number): string {
  const bytes = [
    ...[0xff, 0xd8, 0xff, 0xfe, 0, 6, ...new TextEncoder().encode('note')],
    ...[0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0],
    ...Array.from({ length: count }, () => [0xff, 0xe1, 0, 2]).flat(),
    ...[0xff, 0xda, 0, 2],
  ];
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

it('draws no picture of a pack that would never be drawn to its end, and reads its texts', async () => {
  const text = inPieces(10_000);
  await render(ImageViewer, { room: null, id: 'photo', text, image: readImage(text) });
  await expect.element(page.getByText(/^This picture is not drawn/)).toBeVisible();
  await expect.element(page.getByRole('img')).not.toBeInTheDocument();
  await expect.element(page.getByText('note', { exact: true })).toBeVisible();
});
