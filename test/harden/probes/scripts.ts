import { leaving, probes } from './probe';

const handlers: Readonly<Record<string, string>> = {
  'image that fails': '<img src=x onerror="CODE">',
  'SVG that loads': '<svg onload="CODE"></svg>',
  'details that open': '<details open ontoggle="CODE">x</details>',
  'focus of a field': '<input autofocus onfocus="CODE">',
  'video that fails': '<video onerror="CODE"><source onerror="CODE"></video>',
  'audio that fails': '<audio src=x onerror="CODE">',
  'object that fails': '<object data="x:" onerror="CODE"></object>',
  'link that fails': '<link rel=stylesheet href="x:" onerror="CODE">',
  'style that loads': '<style onload="CODE">b{}</style>',
  'iframe that loads': '<iframe onload="CODE"></iframe>',
  'script of a frame': '<iframe srcdoc="<script>parent.CODE</script>"></iframe>',
  'animation that ends': '<style>@keyframes k{}</style><b style="animation:k 1ms" onanimationend="CODE">x</b>',
  'SVG animation': '<svg><animate onbegin="CODE" attributeName=x dur=1s></svg>',
  marquee: '<marquee onstart="CODE">x</marquee>',
};

const sinks: Readonly<Record<string, string>> = {
  innerHTML: "make('div').innerHTML = html;",
  outerHTML: "make('div').outerHTML = html;",
  insertAdjacentHTML: "document.body.insertAdjacentHTML('beforeend', html);",
  'a fragment': 'document.body.append(document.createRange().createContextualFragment(html));',
  'a parsed document': "document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);",
  setHTMLUnsafe: "make('div').setHTMLUnsafe(html);",
};

const image = handlers['image that fails'] ?? '';
const withHtml = (html: string, sink: string): string =>
  `const html = ${JSON.stringify(html)}.replaceAll('CODE', code); ${sink}`;

/** Ways by which text becomes code. */
export const scriptProbes = [
  ...probes('markup', {
    ...Object.fromEntries(
      Object.entries(handlers).map(([name, html]) => [name, withHtml(html, sinks['innerHTML'] ?? '')]),
    ),
    ...Object.fromEntries(Object.entries(sinks).map(([name, sink]) => [`by ${name}`, withHtml(image, sink)])),
  }),
  ...probes('code', {
    eval: '(0, eval)(code);',
    'a function': 'new Function(code)();',
    'an async function': 'await (async () => {}).constructor(code)();',
    'a generator': '(function* () {}).constructor(code)().next();',
    'a timer': 'setTimeout(code, 0);',
    'an interval': 'const t = setInterval(code, 1); setTimeout(() => clearInterval(t), 50);',
    'an inline script': "make('script', {}, code);",
    'an inline module': "make('script', { type: 'module' }, code);",
    'a script of data':
      "const s = document.createElement('script'); s.src = 'data:text/javascript,' + code; document.body.append(s);",
    'a script of a blob':
      "const s = document.createElement('script'); s.src = URL.createObjectURL(new Blob([code])); document.body.append(s);",
    'an imported text': "await import('data:text/javascript,' + code);",
    'an imported blob': "await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));",
    'an attribute': "const b = make('b', { onclick: code }); click(b);",
    'a handler of the window': "document.body.setAttribute('onresize', code); dispatchEvent(new Event('resize'));",
    'a link': "click(make('a', { href: 'javascript:' + code }, 'x'));",
    'a frame': "make('iframe', { src: 'javascript:parent.' + code });",
    'an object': "make('object', { data: 'javascript:parent.' + code });",
    'an embedded object': "make('embed', { src: 'javascript:parent.' + code });",
    'a form': "make('form', { action: 'javascript:' + code }).submit();",
    'an SVG script':
      "const ns = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(ns, 'svg'); const i = document.createElementNS(ns, 'script'); i.textContent = code; s.append(i); document.body.append(s);",
    'an opened window': "open('javascript:opener.' + code);",
    'the address': "location.href = 'javascript:' + code + ';void 0';",
  }),
];

/** Ways to put another page into the window, or to open one next to it. */
export const leavingProbes = leaving({
  location: 'location.href = u;',
  'location.assign': 'location.assign(u);',
  'location.replace': 'location.replace(u);',
  'the navigation API': 'navigation.navigate(u);',
  'a link': "click(make('a', { href: u }, 'x'));",
  'a link on an area': "click(make('area', { href: u }));",
  'a link of the whole window': "click(make('a', { href: u, target: '_top' }, 'x'));",
  'a download': "click(make('a', { href: u, download: 'x' }, 'x'));",
  'a form': "make('form', { action: u }).submit();",
  'a button':
    "const f = make('form'); const b = document.createElement('button'); b.formAction = u; f.append(b); click(b);",
  'a refresh':
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + u }));",
  'another base':
    "document.head.append(Object.assign(document.createElement('base'), { href: u })); click(make('a', { href: '?x' }, 'x'));",
  'a frame above':
    "make('iframe', { srcdoc: '<a target=_top href=\"' + u + '\">x</a>' }).onload = (e) => e.target.contentDocument.querySelector('a').click();",
  'a window': 'open(u);',
  'a window by a link': "click(make('a', { href: u, target: '_blank' }, 'x'));",
  'a window by a form': "make('form', { action: u, target: '_blank' }).submit();",
  'a window without features': "open(u, 'x', 'popup,width=99,height=99');",
});
