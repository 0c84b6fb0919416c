import axe from 'axe-core';
import type { ParsedPack } from '../../../content/engine/format/parsed-pack.ts';
import { prepareDrill, type PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { aHeader } from '../../../content/engine/testing/a-log.ts';
import { Actions } from '../../state/actions.svelte.ts';
import type { AppParts } from '../../state/app-parts.ts';
import { Attempt, type AttemptSetup } from '../../state/attempt.svelte.ts';
import { Attempts } from '../../state/attempts.svelte.ts';
import { Catalogue } from '../../state/catalogue.svelte.ts';
import { CurrentAttempt } from '../../state/current-attempt.svelte.ts';
import { Navigation } from '../../state/navigation.svelte.ts';
import { Notices } from '../../state/notices.svelte.ts';
import type { Packets } from '../../state/packets.svelte.ts';
import type { Practices } from '../../state/practices.svelte.ts';
import type { QuestionBank } from '../../state/question-bank.svelte.ts';
import { Reviews } from '../../state/reviews.svelte.ts';
import { OwnFiles } from '../../state/own-files.svelte.ts';
import { SaveStatus } from '../../state/save-status.svelte.ts';
import { Settings, type SettingsValues } from '../../state/settings.svelte.ts';
import type { SqlBench } from '../../state/sql-bench.ts';
import type { Change, Store } from '../../state/store.ts';
import { openStories, type Stories } from '../../state/stories.svelte.ts';
import { aSqlBench } from './a-sql-bench.ts';
import { someDesk } from './some-desk.ts';
import { somePackets } from './some-packets.ts';
import { somePacks } from './some-packs.ts';
import { somePractices } from './some-practices.ts';
import { someQuestions } from './some-questions.ts';

const started = new Date('2026-11-01T10:00:00Z');

/** Parts that live in memory: one pack with one drill, a store that is a map. */
export function someParts({
  settings = {},
  parsed = aPack(),
  hash = '#/today',
  more = {},
}: {
  settings?: Partial<SettingsValues>;
  parsed?: ParsedPack;
  hash?: string;
  more?: Partial<Omit<AppParts, 'store'>>;
} = {}): AppParts & { readonly store: Store; readonly saved: Map<string, string> } {
  const store = aStoreInMemory();
  const now = () => started;
  let count = 0;
  const newId = () => `id-${(count += 1)}`;
  const saves = new SaveStatus(store, now);
  const parse = () => Promise.resolve(parsed);
  const attempts = new Attempts(store, saves, parse, {
    newId,
    newSeed: () => 7,
    now,
    refuseNew: () => Promise.resolve(null),
  });
  const saved = new Map<string, string>();
  let stories: Promise<Stories> | null = null;
  let practices: Promise<Practices> | null = null;
  let packets: Promise<Packets> | null = null;
  let questions: Promise<QuestionBank> | null = null;
  const slug = parsed.drills[0]?.slug ?? 'a-key';
  return {
    store,
    saved,
    info: {
      app: '0.1.0',
      electron: '45.4.1',
      chrome: '156.0.0.0',
      node: '24.0.0',
      platform: 'linux',
      runtime: 'official',
      dataFolder: '/users/you/Drillbook',
      sandboxed: true,
    },
    navigation: new Navigation(hash, () => undefined),
    catalogue: new Catalogue(
      {
        list: () =>
          Promise.resolve([
            {
              id: 'test',
              files: Object.keys(textsOf(slug)).map((path) => ({ path, size: 1, sha256: 'aa' })),
            },
          ]),
        readText: (_pack, path) => Promise.resolve(textsOf(slug)[path] ?? ''),
      },
      parse,
      () => Promise.resolve('hash'),
    ),
    attempts,
    current: new CurrentAttempt(attempts),
    reviews: new Reviews({ store, saves, now, newId }),
    settings: new Settings(saves, { welcomed: true, guidedStartSeen: true, ...settings }),
    saves,
    openStories: () => (stories ??= openStories({ store, saves, now, newId })),
    openPacks: async () => {
      const { packs } = somePacks();
      await packs.load();
      return packs;
    },
    openPackets: () => (packets ??= somePackets({ store, saves, attempts, parse, now, newId })),
    openPractices: () => (practices ??= somePractices({ store, saves, now, newId }).open()),
    openQuestions: () => (questions ??= someQuestions()),
    notices: new Notices(),
    actions: new Actions(),
    desk: someDesk().desk,
    openLink: () => Promise.resolve({ kind: 'ok', value: { kind: 'declined' } }),
    saveText: (name, text) => {
      saved.set(name, text);
      return Promise.resolve(`/users/you/${name}`);
    },
    savePdf: (name) => {
      saved.set(name, document.querySelector('.paper')?.textContent ?? '');
      return Promise.resolve(`/users/you/${name}`);
    },
    print: () => Promise.resolve({ kind: 'ok', value: { kind: 'printed' } }),
    command: () => undefined,
    openSqlBench: () => Promise.resolve(aSqlBench().bench),
    openOwnFiles: () => Promise.resolve(someOwnFiles(aSqlBench().bench)),
    now,
    newId,
    steadyNow_ms: () => performance.now(),
    ...more,
  };
}

/** Own files over a bench in memory; their queries are forgotten. */
export function someOwnFiles(bench: SqlBench): OwnFiles {
  return new OwnFiles({
    open: () => Promise.resolve(bench),
    readQueries: () => Promise.resolve(undefined),
    keepQueries: () => undefined,
    addWriter: () => undefined,
    now_ms: () => performance.now(),
  });
}

/** An attempt at `aDrill`, not started unless it has events. */
export function someAttempt(
  parts: Pick<AppParts, 'saves' | 'now'>,
  setup: Partial<AttemptSetup> = {},
): Attempt {
  const prepared: PreparedDrill = prepareDrill(aDrill(), someEvidence);
  return new Attempt({ header: aHeader(), prepared, saves: parts.saves, now: parts.now, ...setup });
}

/** What a theme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * Rule and place of everything that axe finds in an element; in the dark theme of what that can
 * change, as the light one was looked at whole.
 */
export async function findBarriers(element: Element = document.body): Promise<readonly string[]> {
  const dark = document.documentElement.dataset['theme'] === 'dark';
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    ...(dark && { runOnly: { type: 'rule', values: colourRules } }),
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

export function aPack(): ParsedPack {
  const header: ParsedPack['header'] = {
    format: 1,
    id: 'test',
    version: '1.0.0',
    title: 'Test pack',
    authors: ['A'],
    licence: 'CC-BY-4.0',
    language: 'en-GB',
    attack: { version: 'v19' },
    nice: { version: '2.1.0' },
  };
  return {
    header,
    glossary: [{ term: 'inject', also: [], text: 'Something that arrives during a drill.' }],
    faults: [],
    drills: [{ kind: 'ready', slug: 'a-key', drill: aDrill() }],
  };
}

function textsOf(slug: string): Readonly<Record<string, string>> {
  const evidence = aDrill().evidence.map(
    ({ id, file }) => [`drills/${slug}/${file}`, someEvidence.get(id) ?? ''] as const,
  );
  return { [`drills/${slug}/drill.yaml`]: 'in memory', ...Object.fromEntries(evidence) };
}

function aStoreInMemory(): Store {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, found);
    return found;
  };
  return {
    commit({ puts = [], deletes = [] }: Change) {
      for (const put of puts) table(put.table).set(put.id, structuredClone(put.body));
      for (const gone of deletes) table(gone.table).delete(gone.id);
      return Promise.resolve();
    },
    get: (name, id) => Promise.resolve(table(name).get(id)),
    list: (name) => Promise.resolve([...table(name)].map(([id, body]) => ({ id, body }))),
    listFrom: (from, limit) =>
      Promise.resolve(
        [...table('attempts')]
          .map(([id, body]) => ({ id, body, at: (body as { updated_at: string }).updated_at }))
          .filter(({ at }) => at >= from)
          .sort((a, b) => (a.at > b.at ? 1 : -1))
          .slice(0, limit),
      ),
    readEvents: (attempt) =>
      Promise.resolve(
        [...table('events')]
          .filter(([id]) => id.startsWith(`${attempt}/`))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, body]) => body as never),
      ),
  };
}
