import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AttemptHeader, Levers } from '../engine/drill/attempt-log.ts';
import { engineVersion, scorerVersion, usualLevers } from '../engine/drill/attempt-terms.ts';
import { collectBranch } from '../engine/drill/branch.ts';
import { CommandFault } from './command-fault.ts';
import {
  findPlayable,
  findPlayedDrill,
  preparePlayedDrill,
  readPacks,
  takeReadyDrill,
  type FoundDrill,
} from './find-packs.ts';
import { formatScenarioTime } from '../engine/format/scenario-time.ts';
import { AttemptFile, findLogFolder } from './play/attempt-file.ts';
import { continueDraft } from './play/decision-commands.ts';
import { findBeginning } from './play/find-beginning.ts';
import { runLine } from './play/play-commands.ts';
import { PlaySession } from './play/play-session.ts';
import { showDebrief } from './play/show-debrief.ts';
import { showNews } from './play/show-news.ts';
import { showBrief, showStatus, writeClock } from './play/show-state.ts';
import { takeTypedLines } from './take-typed-lines.ts';
import { dim, type Terminal } from './terminal.ts';
import { namePack } from './name-pack.ts';

export interface PlayOptions {
  readonly slug: string | undefined;
  readonly pack: string | undefined;
  readonly log: string | undefined;
  readonly resume: string | undefined;
  readonly seed: number;
  readonly levers: Levers;
  /** A decision, feed item or update to begin at, and the file that says what came before. */
  readonly from: string | undefined;
  readonly state: string | undefined;
}

/** Plays a drill by lines of commands, from a person or from a pipe, until it ends or is left. */
export async function playDrill(terminal: Terminal, options: PlayOptions): Promise<number> {
  const { resume } = options;
  if (resume !== undefined) {
    return playOn(terminal, resumePlay(terminal, options, resume), options.pack);
  }
  if (options.slug === undefined) {
    throw new CommandFault('Say which drill to play: drillbook play SLUG.');
  }
  const found = findPlayable(readPacks(options.pack), options.slug);
  if (found.kind === 'drill') {
    return playOn(terminal, beginPlay(terminal, options, takeReadyDrill(found)), options.pack);
  }
  refuseDrillOptions(options);
  const { playExercise } = await import('./exercise/play-exercise.ts');
  return playExercise(terminal, found);
}

/** An exercise has no clock, no variants and no log. */
function refuseDrillOptions({ log, seed, levers, from }: PlayOptions): void {
  const given = log !== undefined || from !== undefined || seed !== 0 || levers !== usualLevers;
  if (given) {
    throw new CommandFault(
      'This is an exercise: --log, --seed, --levers and --from are for drills.',
    );
  }
}

async function playOn(
  terminal: Terminal,
  { session, file }: { readonly session: PlaySession; readonly file: AttemptFile },
  pack: string | undefined,
): Promise<number> {
  try {
    if (!session.ended) await takeLines(terminal, session);
    if (session.ended) terminal.write(showDebrief(session));
    else session.leave();
  } finally {
    file.close();
  }
  const again = session.ended ? `score "${file.path}"` : `play --resume "${file.path}"`;
  const command = `drillbook ${again}${namePack(pack)}`;
  terminal.write(dim(`${session.ended ? 'Points again' : 'Go on'}: ${command}`));
  return 0;
}

function openSession(
  terminal: Terminal,
  found: FoundDrill,
  header: AttemptHeader,
  file: AttemptFile,
  events: PlaySession['events'],
): PlaySession {
  return new PlaySession({
    header,
    prepared: preparePlayedDrill(found, header),
    columns: terminal.columns,
    events,
    save: (event) => file.append(event),
  });
}

function beginPlay(
  terminal: Terminal,
  { log, seed, levers, from, state: stateFile }: PlayOptions,
  found: FoundDrill,
) {
  const whole = writeHeader(found, seed, levers);
  const header: AttemptHeader =
    from === undefined
      ? whole
      : { ...whole, begin: findBeginning(preparePlayedDrill(found, whole), from, stateFile) };
  const path =
    log ?? join(findLogFolder(), `${found.slug}-${header.started_at.replaceAll(':', '-')}.jsonl`);
  const file = AttemptFile.create(path, header);
  const session = openSession(terminal, found, header, file, []);
  terminal.write(showBrief(session));
  if (header.begin) {
    const { step, at_s } = header.begin;
    terminal.write(
      dim(
        `\nBegun at "${step}", ${formatScenarioTime(at_s)}: a try-out. What came before is as you set it.`,
      ),
    );
  }
  terminal.write(dim(`\nEvery step is saved in ${path}. Type help for the commands.\n`));
  const before = session.seen;
  session.takeUp();
  terminal.write(showNews(session, before));
  return { session, file };
}

function resumePlay(terminal: Terminal, { slug, pack }: PlayOptions, path: string) {
  const { file, log } = AttemptFile.resume(path);
  const { header } = log;
  const names = [header.drill.slug, `${header.pack.id}/${header.drill.slug}`];
  if (slug !== undefined && !names.includes(slug)) {
    throw new CommandFault(`${path} is a log of "${log.header.drill.slug}", not of "${slug}".`);
  }
  const found = findPlayedDrill(readPacks(pack), log.header);
  const session = openSession(terminal, found, log.header, file, collectBranch(log.events).events);
  session.takeUp();
  if (!session.ended) {
    terminal.write(dim(`Going on with ${path}`));
    terminal.write(showStatus(session));
  }
  return { session, file };
}

function writeHeader(
  { source, slug, drill }: FoundDrill,
  seed: number,
  levers: Levers,
): AttemptHeader {
  return {
    kind: 'attempt',
    format: 1,
    attempt: randomUUID(),
    pack: {
      id: source.pack.header?.id ?? 'unknown',
      version: source.pack.header?.version ?? '0.0.0',
    },
    drill: { slug, id: drill.id, hash: source.hashDrill(slug) },
    engine: engineVersion,
    scorer: scorerVersion,
    seed,
    levers,
    // Here time never runs by itself, so there is no clock to slow down or to take away.
    accommodations: { extra_time: 1, no_clock: false },
    roles: drill.roles.map(({ id }) => id),
    started_at: `${new Date().toISOString().slice(0, 19)}Z`,
  };
}

/** Reads lines until the drill ends, the person leaves, or the input does. */
function takeLines(terminal: Terminal, session: PlaySession): Promise<void> {
  return takeTypedLines(terminal, {
    prompt: () => (session.draft ? '. ' : `${writeClock(session, session.state.at_s)} > `),
    writes: () => session.draft !== null,
    take: (line) => (session.draft ? continueDraft(session, line) : runLine(session, line)),
    ended: () => session.ended,
  });
}
