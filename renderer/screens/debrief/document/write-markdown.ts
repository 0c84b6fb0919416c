import type { Block } from './block.ts';

/** A debrief as Markdown that any reader lays out alike; what people wrote cannot become markup. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'markdown':
      // The author's markup stays, but no element of HTML.
      return block.text.trim().replace(/<(?=[a-z!/?])/gi, '\\<');
    case 'quote':
      return fence(block.text);
    case 'evidence':
      return `${escapeMarkdown(block.place)}\n\n${fence(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
      return [
        `**${escapeMarkdown(block.caption)}**`,
        '',
        row(block.head),
        `|${block.head.map(() => ' --- |').join('')}`,
        ...block.rows.map(row),
      ].join('\n');
    }
  }
}

/** A fence longer than any run of backticks inside. */
function fence(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(Math.max(3, longest + 1));
  return `${mark}text\n${text.replace(/\r\n?/g, '\n')}\n${mark}`;
}

/** One line, with every character that Markdown could take for markup escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^[+-]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}
