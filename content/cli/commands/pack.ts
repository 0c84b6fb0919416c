import { jsonOption, type Command, type CommandOption } from '../command.ts';
import { CommandFault } from '../command-fault.ts';

const outputOption: CommandOption = { about: 'writes it there', value: 'FILE', short: 'o' };

export const packCommand: Command = {
  name: 'pack',
  group: 'Packs',
  about: 'packs a folder into one file that can be handed on',
  forms: ['FOLDER [--output FILE] [--json]'],
  more: 'The file is called after the pack’s id and version unless --output (-o) names another. The same folder gives the same bytes. What a reader would refuse is said, and nothing is written.',
  examples: [
    { type: 'pack my-pack', does: 'writes my-pack-1.0.0.drillpack' },
    { type: 'pack my-pack -o /tmp/mine.drillpack', does: 'writes it elsewhere' },
  ],
  options: { output: outputOption, json: jsonOption },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [folder = ''], value, flag }) => {
    const { makePack } = await import('../pack/make-pack.ts');
    return makePack(terminal, { folder, output: value('output'), json: flag('json') });
  },
};

export const packCheckCommand: Command = {
  name: 'pack check',
  group: 'Packs',
  about: 'says of pack files whether they are sound, and why not',
  forms: ['FILE… [--json]'],
  more: 'Nothing is unpacked to disk. With --json a line for each file in order: {"file","ok":true,…} or {"file","ok":false,"code","message"}. Exit code 0 if all are sound, 2 if one is refused or cannot be read.',
  examples: [
    {
      type: 'pack check my-pack-1.0.0.drillpack',
      does: 'archive, signature, and all that is in it',
    },
    { type: 'pack check --json *.drillpack', does: 'a line of JSON for each' },
  ],
  options: { json: jsonOption },
  words: [1, 10_000],
  firstWord: 'path',
  run: async ({ terminal, words, flag }) => {
    const { checkPacks } = await import('../pack/check-packs.ts');
    return checkPacks(terminal, { files: words, json: flag('json') });
  },
};

export const packDiffCommand: Command = {
  name: 'pack diff',
  group: 'Packs',
  about: 'says what differs between two packs: drills, exercises, decisions, evidence',
  forms: ['BEFORE AFTER [--json]'],
  more: 'Each is a pack file or a pack’s folder. Exit code 0, whether anything differs or not.',
  examples: [
    { type: 'pack diff my-pack-1.0.0.drillpack my-pack', does: 'what changed since it was packed' },
  ],
  options: { json: jsonOption },
  words: [2, 2],
  firstWord: 'path',
  run: async ({ terminal, words: [before = '', after = ''], flag }) => {
    const { diffPackFiles } = await import('../pack/diff-pack-files.ts');
    return diffPackFiles(terminal, { before, after, json: flag('json') });
  },
};

export const packSignCommand: Command = {
  name: 'pack sign',
  group: 'Packs',
  about: 'signs a pack file with your key',
  forms: ['FILE --key KEY [--author NAME] [--output FILE] [--json]'],
  more: 'The signature (Ed25519) covers every bit of the file. Without --author the first author in pack.yaml signs. An earlier signature is replaced.',
  examples: [{ type: 'pack sign my-pack-1.0.0.drillpack --key my.key', does: 'signs it in place' }],
  options: {
    key: { about: 'the file of your private key; see: drillbook help pack key', value: 'KEY' },
    author: { about: 'the name to sign with', value: 'NAME' },
    output: outputOption,
    json: jsonOption,
  },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [file = ''], value, flag }) => {
    const key = value('key');
    if (key === undefined) {
      throw new CommandFault('Name the key to sign with: --key KEY. See: drillbook help pack key.');
    }
    const { signPack } = await import('../pack/sign-pack.ts');
    const [author, output] = [value('author'), value('output')];
    return signPack(terminal, { file, key, author, output, json: flag('json') });
  },
};

export const packVerifyCommand: Command = {
  name: 'pack verify',
  group: 'Packs',
  about: 'says who signed a pack file, and whether it is as they signed it',
  forms: ['FILE [--key FINGERPRINT] [--json]'],
  more: 'Exit code 0 if it is signed (with --key: with that key), 1 if it is unsigned or another signed it, 2 if it was changed or cannot be read.',
  examples: [
    { type: 'pack verify my-pack-1.0.0.drillpack', does: 'shows name and key' },
    {
      type: 'pack verify my-pack-1.0.0.drillpack --key "0f2c 71aa 9d3e 55b0 c4d1 8e02 7b66 a19f"',
      does: 'compares the key with what its author told you',
    },
  ],
  options: {
    key: { about: 'the key that you expect, in its eight groups', value: 'FINGERPRINT' },
    json: jsonOption,
  },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [file = ''], value, flag }) => {
    const { verifyPack } = await import('../pack/sign-pack.ts');
    return verifyPack(terminal, { file, expected: value('key'), json: flag('json') });
  },
};

export const packKeyCommand: Command = {
  name: 'pack key',
  group: 'Packs',
  about: 'makes a key to sign with, or shows which one a file holds',
  forms: ['new FILE [--json]', 'show FILE [--json]'],
  more: 'The file can be read by you alone (mode 0600) and is never overwritten.',
  examples: [
    { type: 'pack key new my.key', does: 'once, before the first pack is signed' },
    { type: 'pack key show my.key', does: 'its groups, to tell to others' },
  ],
  options: { json: jsonOption },
  words: [2, 2],
  firstWord: ['new', 'show'],
  run: async ({ terminal, words: [task = '', path = ''], flag }) => {
    const { handleKey } = await import('../pack/sign-pack.ts');
    return handleKey(terminal, { task, path, json: flag('json') });
  },
};

export const unpackCommand: Command = {
  name: 'unpack',
  group: 'Packs',
  about: 'unpacks a pack file into a new folder',
  forms: ['FILE FOLDER [--json]'],
  more: 'All or nothing. A folder that holds anything is never touched.',
  examples: [
    { type: 'unpack my-pack-1.0.0.drillpack copy-of-my-pack', does: 'to read it or go on with it' },
  ],
  options: { json: jsonOption },
  words: [2, 2],
  firstWord: 'path',
  run: async ({ terminal, words: [file = '', folder = ''], flag }) => {
    const { unpack } = await import('../pack/unpack.ts');
    return unpack(terminal, { file, folder, json: flag('json') });
  },
};
