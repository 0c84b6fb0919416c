import { findImages } from '../markdown-parts.ts';
import type { LintHit, TextRule } from '../rule.ts';

export const imageWithoutText: TextRule = {
  name: 'image-without-text',
  severity: 'error',
  reason: 'Who cannot see a picture gets nothing of it, and no clue in it can be found.',
  remedy:
    'Say under `about` what is to be seen; in Markdown between the brackets: ![a login page](x).',
  bad: `evidence:
  - { id: photo, title: Photo, file: evidence/photo.svg, format: image }
files:
  evidence/photo.svg: <svg/>`,
  good: `evidence:
  - id: photo
    title: Photo
    file: evidence/photo.svg
    format: image
    about: A login page whose address ends in .example.
files:
  evidence/photo.svg: <svg/>`,
  check: ({ pictures, texts }) => [
    ...pictures.flatMap(({ path, id, about }): LintHit[] =>
      about === undefined
        ? [{ path, message: `The picture "${id}" has no words for who cannot see it.` }]
        : [],
    ),
    ...texts.flatMap(({ path, text, markdown }) =>
      (markdown ? findImages(text) : [])
        .filter(({ words }) => words.trim() === '')
        .map(({ target, written }) => ({
          path,
          words: written,
          message: `The picture ${target} has no words.`,
        })),
    ),
  ],
};
