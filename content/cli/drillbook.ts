// The command line: the engine without a screen. Exit code 0 fine, 1 faults found, 2 bad usage or
// input that cannot be read. Whatever happens is one clear line, never a stack trace.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { schemaNames } from '../engine/format/json-schema.ts';
import { CommandFault, readErrorCode } from './command-fault.ts';
import { lintPacks } from './lint-packs.ts';
import { listDrills } from './list-drills.ts';
import { playDrill } from './play-drill.ts';
import { scoreAnswers } from './score-answer.ts';
import { scoreLog } from './score-log.ts';
import { scoreUpdates } from './score-update.ts';
import { leverForms, readLevers } from './play/read-levers.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { writeSchema } from './write-schema.ts';

const usage = `drillbook: incident drills without a screen

  drillbook list [--json] [--pack FOLDER]
      the drills, and what is wrong with those that do not load
  drillbook lint [PATH] [--json]
      checks a pack's folder, a drill's folder or a drill.yaml; without PATH the bundled packs
  drillbook play SLUG [--seed N] [--levers LIST] [--log FILE] [--pack FOLDER]
  drillbook play --resume FILE [--pack FOLDER]
      plays a drill in the terminal; every step is saved at once. LIST is any of
      ${leverForms}
  drillbook score LOG [--json] [--pack FOLDER]
      parts, total, and every point with its rule, weight and event
  drillbook score-update [--json] < UPDATES.jsonl
      written updates against what was known at that minute: a JSON object on each line with audience
      (executive, customers, regulator, engineers or handover), at_min, facts (id, text,
      known_from_min, any: other phrasings), forbidden (claims that must not be made) and text;
      for each a line {"total": 0..1, "points": [{rule, weight, earned, spans, why}]}, or {"error"}
  drillbook score-answer [--json] < ANSWERS.jsonl
      answers to behavioural questions: a JSON object on each line with question, principle (name or
      slug) and answer, or sentences (a list) instead of answer; for each a line {"total": 1..5, the
      mean of six "dimensions", "sentences" with their roles, "points": [{rule, dimension, effect,
      spans, why}]}, or {"error"}
  drillbook schema [${schemaNames.join(' | ')}]
      the JSON Schema of a file, for editors
  drillbook help, drillbook --version

Exit code: 0 fine, 1 faults found, 2 bad usage or input that cannot be read.`;

type Values = Readonly<Record<string, string | boolean | undefined>>;
interface Command {
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>;
  /** How many words may follow, at least and at most. */
  readonly words: readonly [least: number, most: number];
  run(terminal: Terminal, words: readonly string[], values: Values): number | Promise<number>;
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const commands: Readonly<Record<string, Command>> = {
  list: {
    options: { json: 'boolean', pack: 'string' },
    words: [0, 0],
    run: (terminal, _, { json, pack }) =>
      listDrills(terminal, { json: json === true, pack: text(pack) }),
  },
  lint: {
    options: { json: 'boolean' },
    words: [0, 1],
    run: (terminal, [path], { json }) => lintPacks(terminal, { path, json: json === true }),
  },
  play: {
    options: {
      seed: 'string',
      levers: 'string',
      log: 'string',
      resume: 'string',
      pack: 'string',
    },
    words: [0, 1],
    run: (terminal, [slug], { seed, levers, log, resume, pack }) => {
      if (resume !== undefined && [log, seed, levers].some((given) => given !== undefined)) {
        throw new CommandFault(
          '--resume goes on with a log: --log, --seed and --levers do not go with it.',
        );
      }
      return playDrill(terminal, {
        slug,
        log: text(log),
        resume: text(resume),
        pack: text(pack),
        seed: readSeed(text(seed)),
        levers: readLevers(text(levers) ?? ''),
      });
    },
  },
  score: {
    options: { json: 'boolean', pack: 'string' },
    words: [1, 1],
    run: (terminal, [path = ''], { json, pack }) =>
      scoreLog(terminal, { path, json: json === true, pack: text(pack) }),
  },
  'score-update': {
    options: { json: 'boolean' },
    words: [0, 0],
    run: (terminal, _, { json }) => {
      const input = process.stdin.setEncoding('utf8') as AsyncIterable<string>;
      return scoreUpdates(terminal, { input, readable: json !== true && process.stdout.isTTY });
    },
  },
  'score-answer': {
    options: { json: 'boolean' },
    words: [0, 0],
    run: (terminal, _, { json }) => {
      const input = process.stdin.setEncoding('utf8') as AsyncIterable<string>;
      return scoreAnswers(terminal, { input, readable: json !== true && process.stdout.isTTY });
    },
  },
  schema: {
    options: {},
    words: [0, 1],
    run: (terminal, [asked = 'drill']) => {
      const name = schemaNames.find((known) => known === asked);
      if (!name)
        throw new CommandFault(`There is no schema "${asked}": ${schemaNames.join(', ')}.`);
      return writeSchema(terminal, name);
    },
  },
  help: {
    options: {},
    words: [0, 1],
    run: (terminal) => {
      terminal.write(usage);
      return 0;
    },
  },
  version: {
    options: {},
    words: [0, 0],
    run: (terminal) => {
      terminal.write(`drillbook ${readVersion()}`);
      return 0;
    },
  },
};
const otherNames: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function readSeed(given: string | undefined): number {
  const seed = Number(given ?? 0);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff || given === '') {
    throw new CommandFault(`--seed is a whole number from 0 to 4294967295, not "${given}".`);
  }
  return seed;
}

async function run(terminal: Terminal, args: readonly string[]): Promise<number> {
  const [given, ...rest] = args;
  if (given === undefined) throw new CommandFault('Say what to do. See: drillbook help.');
  const name = otherNames[given] ?? given;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new CommandFault(`There is no command "${given}". See: drillbook help.`);
  if (rest.includes('--help') || rest.includes('-h')) return run(terminal, ['help']);
  const { values, positionals } = readArguments(command, rest);
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) {
    const wrong = positionals.length < least ? 'lacks a word' : 'has a word too many';
    throw new CommandFault(`"drillbook ${name}" ${wrong}. See: drillbook help.`);
  }
  return command.run(terminal, positionals, values);
}

function readArguments(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, type]) => [name, { type }]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.\s|\n/)[0] : '';
    throw new CommandFault(`${reason}. See: drillbook help.`);
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandFault) return error.message;
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return readErrorCode(error) === null
    ? `Drillbook made a mistake and stopped: ${reason}. What was saved is safe; please report this.`
    : `The system refused something: ${reason}.`;
}

const terminal = openTerminal();
// The reader of a pipe may leave before the end, as `| head` does: then there is nothing to say.
process.stdout.on('error', (error: Error) => {
  if (readErrorCode(error) === 'EPIPE') process.exit(process.exitCode ?? 0);
  terminal.complain(explain(error));
  process.exit(2);
});
process.stderr.on('error', () => undefined);

try {
  process.exitCode = await run(terminal, process.argv.slice(2));
} catch (error) {
  terminal.complain(`drillbook: ${explain(error)}`);
  process.exitCode = 2;
}
