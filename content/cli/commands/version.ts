import { readFileSync } from 'node:fs';
import { jsonOption, type Command } from '../command.ts';

export const versionCommand: Command = {
  name: 'version',
  group: 'More',
  about: 'the version of Drillbook',
  forms: ['[--json]'],
  examples: [{ type: '--version', does: 'the same' }],
  options: { json: jsonOption },
  words: [0, 0],
  run: ({ terminal, flag }) => {
    const version = readVersion();
    terminal.write(flag('json') ? JSON.stringify({ version }) : `drillbook ${version}`);
    return 0;
  },
};

function readVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
