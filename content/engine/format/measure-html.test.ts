import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { hostileMarkdown } from '../testing/hostile-markdown.ts';
import { findMarkdownExcess } from './find-markdown-excess.ts';
import { isTooMuchHtml } from './measure-html.ts';

const lay = (text: string): string => marked.parse(text, { async: false, gfm: true });

/** Whatever Markdown has, twice over. */
const everything = `# Title

A *word*, **another _one_**, ~~none~~, \`code\`, [a link](b "c"), [one](d) <https://a.example>,
![a picture](e "f") and a line that ends here  
**with [a *link*](b) in it**.

> 1. quote
>    - [x] done
>    - [ ] not done

| a | b |
| :-: | --: |
| \`c\` | **d** |

\`\`\`yaml
a: <b>
\`\`\`

---

`;

describe('HTML that is too much', () => {
  it('is not what Markdown makes of an ordinary text: none of its elements is left open', () => {
    const html = lay(everything.repeat(2));
    expect(html.split('<').length).toBeGreaterThan(120);
    expect(isTooMuchHtml(html)).toBe(false);
    // Were one of them counted as left open, so many would be too much.
    expect(isTooMuchHtml(lay(everything.repeat(50)))).toBe(false);
  });

  it('has more than 4,000 tags, or 256 kB', () => {
    expect(isTooMuchHtml('<p>a</p>'.repeat(2_000))).toBe(false);
    expect(isTooMuchHtml(`${'<p>a</p>'.repeat(2_000)}<br>`)).toBe(true);
    expect(isTooMuchHtml('a'.repeat(262_144))).toBe(false);
    expect(isTooMuchHtml('a'.repeat(262_145))).toBe(true);
  });

  it.each([
    ['left open', '<b>'],
    ['of Markdown left open', '<strong>'],
    ['closed elsewhere', '<strong><p></strong>'],
    ['that a comment seems to close', '<strong><!--</strong>-->'],
    ['that an attribute seems to close', '<em a="</em>">'],
    ['that an attribute of a line break seems to close', '<strong><br a="></strong>">'],
    ['closed inside another', '<strong><object></strong></object>'],
    ['closed in the wrong order', '<strong><em></strong>'],
    ['with a slash in its name', '<b/x>'],
    ['with a capital', '<FONT a=1>'],
  ])('has an element %s, before many blocks', (_, before) => {
    const blocks = '<p>a</p>'.repeat(1_000);
    expect(isTooMuchHtml(blocks)).toBe(false);
    expect(isTooMuchHtml(`${before.repeat(2)}${blocks}`)).toBe(true);
  });

  it('is named by the check of a pack too, wherever the window would refuse it', () => {
    const texts = hostileMarkdown.filter(([, kind]) => kind === 'fine' || kind === 'large');
    const refused = texts.filter(([, , text]) => isTooMuchHtml(lay(text)));
    expect(refused.length).toBeGreaterThanOrEqual(30);
    const unnamed = refused.filter(([, , text]) => findMarkdownExcess(text) === null);
    expect(unnamed.map(([title]) => title)).toEqual([]);
  });
});
