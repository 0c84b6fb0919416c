import { expect, it } from 'vitest';
import { writeFileName } from './file-name.ts';

it.each([
  ['harmless\u202Egpj.exe', 'harmless[U+202E]gpj.exe'],
  ['\u2066a\u2069\u200E\u200F\u061C.csv', '[U+2066]a[U+2069][U+200E][U+200F][U+061C].csv'],
  ['two\nlines\u2028.log', 'two[U+000A]lines[U+2028].log'],
  ['Zoë 😀 שלום.log', 'Zoë 😀 שלום.log'],
])('shows %j as %s', (name, shown) => {
  expect(writeFileName(name)).toBe(shown);
});
