import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function readTheme(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** WCAG 2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const c = parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['desk', 'paper', 'raised', 'sunken', 'hover', 'selected'];

describe.each([
  ['light', ':root {'],
  ['dark', ":root[data-theme='dark'] {"],
])('%s theme', (_, selector) => {
  const theme = readTheme(selector);
  const ratio = (text: string, ground: string): number =>
    contrast(theme.get(text) ?? '', theme.get(ground) ?? '');

  it.each(surfaces)('has body text of AAA and captions of AA on %s', (surface) => {
    expect(ratio('ink', surface)).toBeGreaterThanOrEqual(7);
    expect(ratio('ink-2', surface)).toBeGreaterThanOrEqual(7);
    expect(ratio('ink-3', surface)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('line-strong', surface)).toBeGreaterThanOrEqual(3);
    expect(ratio('accent', surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['critical', 'high', 'medium', 'low', 'info'])(
    'has %s readable everywhere and on its wash',
    (level) => {
      for (const surface of [...surfaces, `${level}-wash`])
        expect(ratio(level, surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has a readable primary button', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(7);
    expect(ratio('on-accent', 'accent-hover')).toBeGreaterThanOrEqual(7);
  });
});
