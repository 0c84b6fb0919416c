/** HTML and Markdown that try to run a script or to reach a host. Each names itself by its number. */
export interface HtmlPayload {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** No name of this domain ever leads anywhere (RFC 6761). */
export const probeHost = 'probe.invalid';

type Vector = (run: string, url: string) => string;

/** What runs or asks for something by itself where it stands as HTML. */
const vectors: Readonly<Record<string, Vector>> = {
  script: (run) => `<script>${run}</script>`,
  'script from elsewhere': (_, url) => `<script src="${url}"></script>`,
  'broken picture': (run) => `<img src="x:" onerror="${run}">`,
  'picture without quotes': (run) => `<img src=x: onerror=${run}>`,
  'picture with slashes': (run) => `<img/src=x:/onerror=${run}>`,
  'picture in capitals': (run) => `<IMG SRC=x: ONERROR="${run}">`,
  'picture from elsewhere': (_, url) => `<img src="${url}">`,
  'set of pictures': (_, url) => `<img srcset="${url} 1x">`,
  'choice of pictures': (_, url) => `<picture><source srcset="${url}"><img></picture>`,
  'drawing that loads': (run) => `<svg onload="${run}"></svg>`,
  'drawing with a picture': (_, url) => `<svg><image href="${url}" width="9" height="9"/></svg>`,
  'drawing with a script': (run) => `<svg><script>${run}</script></svg>`,
  'drawing that moves': (run) =>
    `<svg><animate onbegin="${run}" attributeName=x dur=1s></animate></svg>`,
  'drawing that sets': (run) => `<svg><set onbegin="${run}" attributeName=x dur=1s></set></svg>`,
  film: (run) => `<video src="x:" onerror="${run}"></video>`,
  'film with a source': (run) => `<video><source src="x:" onerror="${run}"></video>`,
  'picture before a film': (_, url) => `<video poster="${url}"></video>`,
  sound: (run) => `<audio src="x:" onerror="${run}"></audio>`,
  'sound from elsewhere': (_, url) => `<audio src="${url}" preload="auto"></audio>`,
  'details that open': (run) => `<details open ontoggle="${run}"><summary>a</summary></details>`,
  'frame with a page': (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  'frame with a script': (run) => `<iframe src="javascript:parent.${run}"></iframe>`,
  'frame that loads': (run) => `<iframe onload="${run}"></iframe>`,
  'frame from elsewhere': (_, url) => `<iframe src="${url}"></iframe>`,
  object: (_, url) => `<object data="${url}"></object>`,
  'object that fails': (run) => `<object data="x:" onerror="${run}"></object>`,
  embedded: (_, url) => `<embed src="${url}">`,
  'style sheet': (_, url) => `<link rel="stylesheet" href="${url}">`,
  'style sheet that fails': (run) => `<link rel="stylesheet" href="x:" onerror="${run}">`,
  'style that imports': (_, url) => `<style>@import "${url}";</style>`,
  'style that loads': (run) => `<style onload="${run}"></style>`,
  'style of one element': (_, url) => `<div style="background: url('${url}')">a</div>`,
  'picture behind a table': (_, url) => `<table background="${url}"><tr><td>a</td></tr></table>`,
  'button with a picture': (_, url) => `<input type="image" src="${url}">`,
  'button whose picture fails': (run) => `<input type="image" src="x:" onerror="${run}">`,
  'running text': (run) => `<marquee onstart="${run}">a</marquee>`,
  'entities for letters': (run) =>
    `<img src="x:" onerror="${Array.from(run, (sign) => `&#${sign.codePointAt(0) ?? 0};`).join('')}">`,
};

type Context = (payload: string) => string;

/** Where in Markdown it stands. */
const contexts: Readonly<Record<string, Context>> = {
  alone: (payload) => payload,
  'in a sentence': (payload) => `Words before ${payload} words behind.`,
  'in a list': (payload) => `- one\n- ${payload}\n- three`,
  'in a quote': (payload) => `> ${payload}`,
  'in a table': (payload) =>
    `| a | b |\n| --- | --- |\n| ${payload.replaceAll('|', '&#124;')} | c |`,
  'in a heading': (payload) => `## Heading ${payload}`,
  'in emphasis': (payload) => `**strong ${payload}**`,
  'in the text of a link': (payload) => `[a ${payload} b](https://docs.example/)`,
  'in a paragraph of HTML': (payload) => `<div><p>${payload}</p></div>`,
  'behind a comment': (payload) => `<!-- a --> ${payload}`,
  'behind elements that change how it is read': (payload) =>
    `<math><mtext><table><mglyph><style><!--</style>${payload}`,
  'behind a title of a drawing': (payload) => `<svg><title>a</title></svg>${payload}`,
  'behind a field that ends': (payload) => `<textarea></textarea>${payload}`,
  'where nothing is closed': (payload) => `<b><i><a name="a">${payload}`,
};

/** What only Markdown can write. */
const written: Readonly<Record<string, Vector>> = {
  link: (run) => `[a](javascript:${run})`,
  'link in capitals': (run) => `[a](JaVaScRiPt:${run})`,
  'link with entities': (run) => `[a](&#106;avascript&colon;${run})`,
  'link with a tab': (run) => `[a](java&Tab;script:${run})`,
  'link between signs': (run) => `<javascript:${run}>`,
  'link with a page': (run) => `[a](data:text/html,<script>${run}</script>)`,
  'link by name': (run) => `[a]\n\n[a]: javascript:${run}`,
  'link of old': (run) => `[a](vbscript:${run})`,
  'title that ends': (run) => `[a](b "c" onmouseover="${run}")`,
  picture: (_, url) => `![a](${url})`,
  'picture by name': (_, url) => `![a]\n\n[a]: ${url}`,
  'picture without a scheme': (_, url) => `![a](${url.replace('http:', '')})`,
  'picture in a link': (_, url) => `[![a](${url})](${url})`,
  'picture with a script': (run) => `![a](javascript:${run})`,
  'picture whose words end': (run) => `![a" onerror="${run}](x:)`,
  'picture in a drawing': (run) => `![a](data:image/svg+xml,<svg/onload=${run}>)`,
  address: (_, url) => `<${url}>`,
  'address in words': (_, url) => `See ${url} for more.`,
  'name of a fence': (run) => `\`\`\`"onload="${run}\na\n\`\`\``,
};

/** Over 1,000 payloads, always the same. `run(n)` is what they call. */
export const htmlPayloads: readonly HtmlPayload[] = [
  ...cross(vectors, contexts),
  ...cross(vectors, {
    'in small letters and capitals': (payload) =>
      payload.replace(/[a-z]+(?==)/g, (name) => name.toUpperCase()),
    'over lines': (payload) => payload.replaceAll(' on', '\non'),
    'with a sign before it': (payload) => payload.replaceAll(' on', '\f on'),
    'twice in itself': (payload) => `<scr<script></script>ipt>${payload}`,
    'with a name before it': (payload) =>
      `<form id=a></form><form><input name=attributes>${payload}</form>`,
  }),
  ...cross(written, {
    ...contexts,
    'as the first of many': (payload) => `${payload}\n\nMore words.\n\n- and a list`,
    'with spaces': (payload) => `  ${payload}`,
    'behind a backslash': (payload) => `\\\\${payload}`,
  }),
].map(({ title, make }, number) => ({
  number,
  title,
  text: make(`run(${number})`, `http://${probeHost}/${number}`),
}));

function cross(
  made: Readonly<Record<string, Vector>>,
  placed: Readonly<Record<string, Context>>,
): { readonly title: string; readonly make: Vector }[] {
  return Object.entries(placed).flatMap(([where, place]) =>
    Object.entries(made).map(([what, vector]) => ({
      title: `${what} ${where}`,
      make: (run: string, url: string) => place(vector(run, url)),
    })),
  );
}
