// Who may import whom. Every rule says what to do instead. What a .svelte file imports only as a
// type is erased before this tool sees it; the two linters look after that (oxlint.config.ts, eslint.config.js).

/** Code that ships: tests may reach for builders and test libraries beside it. */
const testFile = '\\.test\\.ts$';
/** Builders and fakes that only tests use. */
const testing = '^(content/engine|content/archive|content/cli|renderer/screens)/testing/';

/**
 * A rule that lists all that a folder may import.
 *
 * @param {string} name
 * @param {string} comment what to do instead
 * @param {string} from pattern of the importing files
 * @param {string[]} allowed patterns of what they may import
 * @param {{ except?: string, node?: boolean }} [more] files exempt from the rule, and whether Node's
 *   own modules are allowed
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
function mayImportOnly(name, comment, from, allowed, { except, node = false } = {}) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: [testFile, ...(except ? [except] : [])] },
    to: { pathNot: allowed, ...(node ? { dependencyTypesNot: ['core'] } : {}) },
  };
}

/** @param {...string} names */
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

const engine = '^content/engine/';
/** The licence that a package came with, or the product's own, shown under About. */
const licenceText = '^(?:LICENSE|node_modules/.+/(?:LICENSE|license)(?:\\.(?:md|txt))?)$';
/** The contract, and the files that it is put together from. */
const ipc =
  '^electron/(ipc|ipc-shape|storage/storage-channels|packs/pack-channels|packets/packet-channels)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or hide a third: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(content|electron|renderer)/',
        pathNot: ['\\.d\\.ts$', testFile, '\\.worker\\.ts$', '^content/packs/'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere: correct the path, or pin the package in package.json.',
      severity: 'error',
      from: { path: '^(content|electron|renderer|e2e|build)/' },
      to: { couldNotResolve: true, pathNot: '^(virtual:|vitest/browser$)' },
    },
    {
      name: 'no-tests-in-code',
      comment: 'Code that ships must not import tests: move what both need out of the test.',
      severity: 'error',
      // This figure is how the tests' own cases come out.
      from: { pathNot: [testFile, testing, '^e2e/', '^build/bench/star\\.ts$'] },
      to: { path: [testFile, testing, '^e2e/'] },
    },
    mayImportOnly(
      'engine',
      'The engine is pure: take what you need as an argument, or as event data. A vetted library is wrapped in one file and added to this list.',
      engine,
      [
        engine,
        packages(
          'valibot',
          '@valibot/to-json-schema',
          'yaml',
          'js-yaml',
          'd3-dsv',
          'postal-mime',
          'diff',
          're2js',
        ),
      ],
    ),
    mayImportOnly(
      'archive',
      'content/archive knows the engine, Node, yauzl to read and fflate to write: take anything else as an argument.',
      '^content/archive/',
      ['^content/archive/', engine, packages('yauzl', 'fflate', 'valibot')],
      { node: true },
    ),
    mayImportOnly(
      'cli',
      'The command line is a shell over engine and archive: put logic into the engine.',
      '^content/cli/',
      ['^content/(cli|archive|engine)/'],
      { node: true },
    ),
    mayImportOnly(
      'ipc-contract',
      'Both sides are derived from the contract, so it knows types of the engine only. Put behaviour into a handler or into the renderer.',
      ipc,
      [engine, ipc],
    ),
    {
      name: 'ipc-contract-types',
      comment: 'The preload script carries the contract: write `import type`.',
      severity: 'error',
      from: { path: ipc },
      to: { path: engine, dependencyTypesNot: ['type-only'] },
    },
    mayImportOnly(
      'preload',
      'A sandboxed preload has neither Node nor other files: do it in the main process, behind the contract.',
      '^electron/preload\\.ts$',
      [ipc, packages('electron')],
    ),
    mayImportOnly(
      'main-process',
      'The main process knows Electron, Node, the contract, archives and the format. Work on meaning belongs to the engine, called by the renderer.',
      '^electron/',
      ['^electron/', '^content/archive/', '^content/engine/format/', packages('electron')],
      { except: `${ipc}|^electron/preload\\.ts$`, node: true },
    ),
    mayImportOnly(
      'storage',
      'Storage knows the engine and Dexie: what reaches the main process is handed in by renderer/ask-first.ts.',
      '^renderer/storage/',
      // What state asks of storage is declared by state; storage provides it.
      ['^renderer/storage/', '^renderer/state/store\\.ts$', engine, ipc, packages('dexie')],
    ),
    mayImportOnly(
      'state',
      'State classes are constructed with what they need (renderer/main.ts does it) and are testable without a component.',
      '^renderer/state/',
      ['^renderer/(state|storage|workers)/', engine, ipc, packages('svelte', 'esm-env')],
    ),
    mayImportOnly(
      'screens',
      'A screen talks to a class in renderer/state, shows renderer/components and knows the engine. UI libraries are wrapped in components; icons come from lucide, by name.',
      '^renderer/screens/',
      [
        '^renderer/(screens|state|components|styles)/',
        engine,
        packages('svelte', 'lucide'),
        licenceText,
      ],
      { except: testing },
    ),
    mayImportOnly(
      'workers',
      'A worker knows the engine and one library: send it what it needs in a message.',
      '^renderer/workers/',
      ['^renderer/workers/', engine, packages('marked', 'vite', '@sqlite.org/sqlite-wasm')],
    ),
    mayImportOnly(
      'components',
      'Components know no domain: take it as a prop, in words of the component. A UI library is wrapped in one file and added to this list.',
      '^renderer/components/',
      [
        '^renderer/(components|styles|workers)/',
        packages('svelte', 'esm-env', 'lucide', 'dompurify', 'tinykeys', '@internationalized/date'),
        '^node_modules/(?:@codemirror|@lezer)/',
      ],
    ),
    mayImportOnly(
      'renderer-top',
      'The composition root puts together what other folders of the renderer make: libraries are theirs.',
      '^renderer/[^/]+$',
      ['^renderer/', engine, ipc, packages('svelte')],
    ),
    {
      name: 'renderer-and-main-process',
      comment:
        'Page and main process share the contract only: write what you need into electron/ipc.ts.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: ipc },
    },
    {
      name: 'renderer-and-electron',
      comment: 'The page has no Node and no Electron: ask the main process through the contract.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFile },
      to: { path: packages('electron'), pathNot: licenceText },
    },
    {
      name: 'renderer-and-node',
      comment: 'The page has no Node and no Electron: ask the main process through the contract.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-network-modules',
      comment:
        'Drillbook never talks to a network; the small server of the browser mode in build/ is the one exception.',
      severity: 'error',
      from: { path: '^(content|electron|renderer)/' },
      to: { path: '^(node:)?(net|http|https|http2|dgram|dns|tls|undici)(/|$)' },
    },
    mayImportOnly(
      'end-to-end',
      'A test from outside sees what a person sees: go through the page, or build data with engine/testing.',
      '^e2e/',
      [
        '^e2e/',
        '^content/engine/',
        '^content/cli/(?:read-pack-folder|read-drills|follow-guide)\\.ts$',
        // A file of a stranger has to be made by somebody, and one that was saved to be opened.
        '^content/archive/',
        ipc,
        '^build/(?:serve|profile)/|^build/(?:find-chromium|launcher/root)\\.ts$',
        // An export that was made elsewhere has to be written by somebody.
        '^renderer/storage/export-file\\.ts$',
        packages('@playwright', 'playwright-core', 'marked', 'playwright', 'axe-core'),
      ],
      { node: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|out)/', '/\\.svelte-check/', '\\.css$', '\\?(raw|url|inline)$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.d.ts'],
    },
  },
};

export default configuration;
