import { probes } from './probe';

// cspell:ignore picture

const byElement = (tag: string, attribute: string, others = ''): string =>
  `make('${tag}', { ${attribute}: u${others === '' ? '' : `, ${others}`} });`;

const byCss = (property: string, value = 'url("${u}")'): string =>
  `const box = make('div', { class: 'x' + id }); make('i', {}, 'x'); css('.x' + id + ' { width: 9px; height: 9px; ${property}: ' + \`${value}\` + '}'); void box.offsetWidth;`;

/** Ways to have something fetched from elsewhere, which takes data along in its address. */
export const requestProbes = probes('request', {
  fetch: 'await fetch(u);',
  'fetch without CORS': "await fetch(u, { mode: 'no-cors' });",
  'fetch of a POST': "await fetch(u, { method: 'POST', body: 'x', mode: 'no-cors' });",
  'fetch kept alive': "await fetch(u, { keepalive: true, mode: 'no-cors' });",
  XMLHttpRequest: "const r = new XMLHttpRequest(); r.open('GET', u); r.send();",
  sendBeacon: "navigator.sendBeacon(u, 'x');",
  WebSocket: "new WebSocket(u.replace('http', 'ws'));",
  EventSource: 'new EventSource(u);',
  Image: 'new Image().src = u;',
  'image by element': byElement('img', 'src'),
  srcset: byElement('img', 'srcset'),
  'source of an image':
    "const p = make('picture'); const s = document.createElement('source'); s.srcset = u; p.append(s, document.createElement('img'));",
  'image input': byElement('input', 'src', "type: 'image'"),
  video: byElement('video', 'src', "preload: 'auto'"),
  'video poster': byElement('video', 'poster'),
  audio: byElement('audio', 'src', "preload: 'auto'"),
  'audio object': 'new Audio(u).load();',
  'media source':
    "const v = make('video', { preload: 'auto' }); const s = document.createElement('source'); s.src = u; v.append(s); v.load();",
  track:
    "const v = make('video', { src: 'data:,', crossorigin: 'anonymous' }); const t = document.createElement('track'); t.default = true; t.kind = 'captions'; t.src = u; v.append(t); t.track.mode = 'showing';",
  object: byElement('object', 'data'),
  embed: byElement('embed', 'src'),
  iframe: byElement('iframe', 'src'),
  'iframe by srcdoc': "make('iframe', { srcdoc: '<img src=\"' + u + '\">' });",
  'iframe of a blob':
    "make('iframe', { src: URL.createObjectURL(new Blob(['<img src=\"' + u + '\">'], { type: 'text/html' })) });",
  'iframe of data': "make('iframe', { src: 'data:text/html,<img src=\"' + u + '\">' });",
  'empty iframe': "const f = make('iframe'); f.contentWindow.fetch(u, { mode: 'no-cors' });",
  'empty iframe and image': "const f = make('iframe'); new f.contentWindow.Image().src = u;",
  frame:
    "const s = document.createElement('frameset'); document.documentElement.append(s); const f = document.createElement('frame'); f.src = u; s.append(f);",
  webview: "make('webview', { src: u, style: 'width: 9px; height: 9px' });",
  stylesheet: "make('link', { rel: 'stylesheet', href: u });",
  prefetch: "make('link', { rel: 'prefetch', href: u });",
  prerender: "make('link', { rel: 'prerender', href: u });",
  ...Object.fromEntries(
    ['script', 'style', 'image', 'font', 'fetch', 'track'].map((as) => [
      `preload as ${as}`,
      `make('link', { rel: 'preload', as: '${as}', href: u, crossorigin: 'anonymous' });`,
    ]),
  ),
  modulepreload: "make('link', { rel: 'modulepreload', href: u });",
  manifest: "make('link', { rel: 'manifest', href: u });",
  icon: "make('link', { rel: 'icon', href: u });",
  'speculation rules':
    "make('script', { type: 'speculationrules' }, JSON.stringify({ prefetch: [{ source: 'list', urls: [u] }] }));",
  'script by address': "const s = document.createElement('script'); s.src = u; document.body.append(s);",
  'module by address':
    "const s = document.createElement('script'); s.type = 'module'; s.src = u; document.body.append(s);",
  import: 'await import(u);',
  'import in CSS': "make('style', {}, '@import \"' + u + '\";');",
  background: byCss('background'),
  'list style': byCss('display: list-item; list-style-image'),
  'border image': byCss('border: 3px solid; border-image-source'),
  cursor: byCss('cursor'),
  mask: byCss('mask-image'),
  'shape outside': byCss('float: left; shape-outside'),
  'image set': byCss('background', 'image-set("${u}" 1x)'),
  content: byCss('content'),
  'font face':
    "css('@font-face { font-family: f' + id + '; src: url(\"' + u + '\") }'); make('p', { style: 'font-family: f' + id }, 'x');",
  FontFace: "const f = new FontFace('g' + id, 'url(\"' + u + '\")'); document.fonts.add(f); await f.load();",
  'style attribute': "make('p', { style: 'background: url(\"' + u + '\")' }, 'x');",
  'style property': "make('p', {}, 'x').style.backgroundImage = 'url(\"' + u + '\")';",
  'body background': "document.body.setAttribute('background', u);",
  'SVG image':
    "const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttribute('href', u); s.append(i); document.body.append(s);",
  'SVG filter image':
    "const ns = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(ns, 'svg'); const f = document.createElementNS(ns, 'filter'); f.id = 'f' + id; const i = document.createElementNS(ns, 'feImage'); i.setAttribute('href', u); f.append(i); s.append(f); document.body.append(s); make('p', { style: 'filter: url(#f' + id + ')' }, 'x').style.filter = 'url(#f' + id + ')';",
  'SVG script':
    "const ns = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(ns, 'svg'); const i = document.createElementNS(ns, 'script'); i.setAttribute('href', u); s.append(i); document.body.append(s);",
  worker: 'new Worker(URL.createObjectURL(new Blob([\'fetch("\' + u + \'", { mode: "no-cors" })\'])));',
  'worker that imports': "new Worker(URL.createObjectURL(new Blob(['importScripts(\"' + u + '\")'])));",
  'worker of data': 'new Worker(\'data:text/javascript,fetch("\' + u + \'", { mode: "no-cors" })\');',
  'shared worker': 'new SharedWorker(URL.createObjectURL(new Blob([\'fetch("\' + u + \'", { mode: "no-cors" })\'])));',
  'audio worklet': 'await new AudioContext().audioWorklet.addModule(u);',
  'ping of a link': "const a = make('a', { href: '#', ping: u }, 'x'); click(a);",
  'form into a frame':
    "make('iframe', { name: 'n' + id }); const f = make('form', { action: u, target: 'n' + id, method: 'post' }); f.submit();",
  'link into a frame': "make('iframe', { name: 'l' + id }); click(make('a', { href: u, target: 'l' + id }, 'x'));",
  'SVG by use':
    "const ns = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(ns, 'svg'); const i = document.createElementNS(ns, 'use'); i.setAttribute('href', u + '#x'); s.append(i); document.body.append(s);",
  'WebRTC over TCP':
    "const c = new RTCPeerConnection({ iceServers: [{ urls: 'turn:127.0.0.1:' + new URL(u).port + '?transport=tcp', username: 'x', credential: id }], iceTransportPolicy: 'relay' }); c.createDataChannel('x'); await c.setLocalDescription();",
});
