import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp, type Runtime } from './built-app.ts';
import { findCacheFolder } from './cache-folder.mjs';
import { attach } from './children.mjs';
import { installDependencies } from './dependencies.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';
import { LaunchFault, say } from './say.mjs';
import { readStartArguments, startApp } from './start-app.ts';
import { runTests, suiteNames, type SuiteName } from './test-run.ts';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  start: (args) => startApp(readStartArguments(args)),
  test: (args) => runTests(readSuites(args)),
  build: async ([runtime = 'official']) => {
    await installDependencies();
    if (runtime !== 'official' && runtime !== 'older') {
      throw new LaunchFault(`There is no runtime “${runtime}”: official or older.`);
    }
    await buildApp(runtime satisfies Runtime);
    return 0;
  },
  package: (args) => runScript('build/package.ts', args),
  /** A TypeScript file that needs the built app: its path, then its own arguments. */
  script: ([file = '', ...args]) => runScript(file, args),
  check: async (args) => {
    await installDependencies();
    return attach(process.execPath, [join(root, 'build/check/static.mjs'), ...args]);
  },
  drillbook: async (args) => {
    await installDependencies();
    // npm runs us in the repository; paths are meant from where the person is.
    const from = process.cwd() === root ? process.env['INIT_CWD'] : undefined;
    const entry = join(root, 'content/cli/drillbook.ts');
    return attach(process.execPath, [entry, ...args], { cwd: from ?? process.cwd() });
  },
  'clean:cache': () => {
    const folder = findCacheFolder();
    rmSync(folder, { recursive: true, force: true });
    say(`Removed ${folder}. What Drillbook keeps of yours lies elsewhere and is unchanged.`);
    return Promise.resolve(0);
  },
};

/** @returns the exit code */
export function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command(args);
  say(`There is no command “${name}”. There are: ${Object.keys(commands).join(', ')}.`);
  return Promise.resolve(2);
}

function readSuites(args: readonly string[]): readonly SuiteName[] {
  if (args.length === 0) return suiteNames;
  return args.map((name) => {
    const found = suiteNames.find((suite) => suite === name);
    if (found === undefined) {
      throw new LaunchFault(`There are no tests “${name}”. There are: ${suiteNames.join(', ')}.`);
    }
    return found;
  });
}
