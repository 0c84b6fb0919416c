import { archiveLimits, fileEndings, namesWithoutEnding, nameSigns } from './archive-limits.ts';

const mebibyte = 1024 * 1024;
const inMegabytes = (bytes: number): string => `${bytes / mebibyte} MB`;
const asCode = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** What the files of a pack may be called and how large they may be, as a section in Markdown. */
export function describeArchive(): string {
  return [
    '## What may lie in a pack',
    'Whatever else lies in a pack keeps the whole of it from being made or opened; the message says what it is.',
    [
      `- A name ends with ${asCode(fileEndings.map((ending) => `.${ending}`))}, or is ${asCode(namesWithoutEnding).replaceAll(', ', ' or ')}. Evidence in text that usually ends otherwise says it twice: \`session.har.json\`, \`alerts.ndjson.jsonl\`, \`inbox.mbox.txt\`, \`app.py.txt\`.`,
      `- A name is made of letters and digits of any script, spaces and ${asCode(nameSigns.split(''))}, and begins with a letter, a digit or \`_\`. It is none that Windows keeps for itself (\`con\`, \`a~1.txt\`), and ends with no dot or space. \`drillbook pack\` leaves out what begins with a dot.`,
      `- A path has at most ${archiveLimits.nameBytes} bytes and ${archiveLimits.depth} names: \`drills/a-slug/evidence/a.csv\` has four.`,
      '- Texts are in UTF-8. Pictures are PNG or JPEG.',
      '- Whatever ends with `.yaml` or `.yml` is one document without anchors, aliases and tags, evidence too; and JSON has no field `__proto__`, `constructor` or `prototype`. Evidence that must have them ends otherwise, as text: `deploy.yaml.txt`, `bundle.json.txt`.',
      `- A file has at most ${inMegabytes(archiveLimits.fileBytes)}, all together ${inMegabytes(archiveLimits.totalBytes)}, all YAML ${inMegabytes(archiveLimits.yamlBytes)}, the packed file ${inMegabytes(archiveLimits.bytes)}; and there are at most ${archiveLimits.entries.toLocaleString('en-GB')} files, the manifest and the signature among them.`,
    ].join('\n'),
  ].join('\n\n');
}
