// What neither the compiler nor a ready-made rule forbids, for both linters. Each says what to do instead.

const networkGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
];

export const noNetwork =
  'Drillbook never talks to a network. Bytes of a pack come through PackSource, everything else through the IPC contract.';

/** Options of `no-restricted-globals`. */
export const bannedGlobals = networkGlobals.map((name) => ({ name, message: noNetwork }));

/** Options of `no-restricted-syntax`. */
export const banned = {
  barrel: {
    selector: 'ExportAllDeclaration',
    message: 'No barrels: import from the file that declares it.',
  },
  network: {
    selector: `MemberExpression[object.name=/^(window|self|globalThis)$/][property.name=/^(${networkGlobals.join('|')})$/], MemberExpression[property.name='sendBeacon']`,
    message: noNetwork,
  },
  random: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message:
      'Not repeatable. Use the seeded generator of content/engine; an id comes from crypto.randomUUID() outside the engine.',
  },
  bridge: {
    selector: "MemberExpression[property.name='drillbook']",
    message:
      'Only renderer/main.ts and ask-first.ts touch the bridge. Take what you need as a constructor argument or a prop.',
  },
  bridgeName: {
    selector:
      "CallExpression[callee.property.name='exposeInMainWorld'] > :not(Literal[value='drillbook']):first-child",
    message: "The bridge is called 'drillbook': the rule that guards its use knows that name.",
  },
  window: {
    selector:
      "NewExpression[callee.name='BrowserWindow'], NewExpression[callee.property.name='BrowserWindow'], NewExpression[callee.name='BrowserView'], NewExpression[callee.name='WebContentsView']",
    message:
      'Only electron/window.ts makes a window: each of its settings is asserted, and a second maker would have its own.',
  },
  inlineStyle: {
    selector: "SvelteAttribute[key.name='style']:not(:has(SvelteMustacheTag))",
    message:
      "The page's policy refuses style attributes in markup. Use a class, or a style: directive.",
  },
  hostLocale: {
    selector: 'MemberExpression[property.name=/^(toLocale.*|localeCompare)$/]',
    message:
      "The host's language must not decide what the engine computes. Compare code units; format in the renderer.",
  },
  dataRegExp: {
    selector:
      ":matches(NewExpression, CallExpression)[callee.name='RegExp'][arguments.0.type!='Literal']",
    message:
      'A pattern from a pack can hang V8 (hostile backtracking): run it under re2js through its wrapper in the engine. Your own pattern is a literal.',
  },
  sleep: {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: 'No fixed sleeps: wait for what the person would see (expect(...).toBeVisible()).',
  },
};

/** What no file of the page may hold. */
export const bannedInPage = [
  banned.barrel,
  banned.network,
  banned.random,
  banned.dataRegExp,
  banned.bridge,
];

/** Paths of `no-restricted-imports`. */
export const bannedImports = {
  dexie: {
    name: 'dexie',
    message: 'Only renderer/storage knows Dexie. Ask it for what you need, or add a method there.',
  },
  stores: {
    name: 'svelte/store',
    message: 'No stores: a class with runes in renderer/state.',
  },
  net: { name: 'electron', importNames: ['net'], message: noNetwork },
};

/** In the main process; only its window is made elsewhere. */
export const bannedInMain = [banned.barrel, banned.network, banned.dataRegExp, banned.bridgeName];
