import { page } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from './Markdown.svelte';

describe('Markdown', () => {
  it('lays out what is allowed, and shows the rest as text or not at all', async () => {
    const text = [
      'A **strong** word and [a place](https://elsewhere.example/).',
      '<img src="https://elsewhere.example/x.png" onerror="document.title = `gone`">',
      '<script>document.title = "gone"</script><style>body { display: none }</style>',
      '![a picture](https://elsewhere.example/y.png)',
      '![](own.png) <video src="a.webm">b</video>',
    ].join('\n\n');
    const title = document.title;
    const { container } = await render(Markdown, { text });
    await expect.element(page.getByText('strong')).toBeVisible();
    expect(container.querySelectorAll('img, script, style, iframe, [onerror]')).toHaveLength(0);
    expect(document.title).toBe(title);
    const shown = container.textContent;
    expect(shown).toContain('a place (https://elsewhere.example/)');
    expect(shown).toContain('a picture (picture, not loaded: https://elsewhere.example/y.png)');
    expect(shown).toContain('(picture, not loaded: own.png) (film, not loaded: a.webm)');
  });

  it('takes its room before it is laid out, so that nothing below moves away', async () => {
    const text = 'A stranger’s mail says that one of your keys can be read by anybody. '.repeat(6);
    const { container } = await render(Markdown, { text });
    const before = container.getBoundingClientRect().height;
    expect(container.querySelector('p')).toBeNull();
    await expect.element(page.getByText(/^A stranger/)).toBeVisible();
    expect(container.querySelector('p')).not.toBeNull();
    expect(container.getBoundingClientRect().height).toBe(before);
  });

  it('shows a text that cannot be laid out as it was written, and goes on with the next', async () => {
    await render(Markdown, { text: `${'>'.repeat(10_000)} deep` });
    const { container } = await render(Markdown, { text: 'Next is **fine**.' });
    await expect.element(page.getByText(/Shown as it was written/)).toBeVisible();
    await expect.poll(() => container.querySelector('strong')?.textContent).toBe('fine');
  });

  it('lays out many texts that are asked for at once, each within its own time', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `- **item ${index}**\n`.repeat(120));
    const shown = await Promise.all(texts.map((text) => render(Markdown, { text })));
    await expect
      .poll(() => shown.filter(({ container }) => container.querySelector('strong')).length, {
        timeout: 15_000,
      })
      .toBe(texts.length);
  });
});
