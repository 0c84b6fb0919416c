/** Every character that Markdown could take for markup escaped. */
export function escapeMarkdown(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A line of a story: also what an import could take for a label ("Result: …"). */
export function escapeStoryLine(line: string): string {
  return escapeMarkdown(line).replace(/^([A-Za-z0-9 -]{1,40}):/, '$1\\:');
}

/** Takes the escapes of Markdown away again. */
export function unescapeMarkdown(line: string): string {
  return line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}
