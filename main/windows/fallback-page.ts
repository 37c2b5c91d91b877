import { bundleOrigin } from '../shell/bundle-path';
import { readingDirection, say, sayCount, spokenLanguage } from '../ui-strings/ui-strings';

/** Address of the fallback page, shown after repeated crashes. It runs no script, so little in it can break. */
export const fallbackPage = `${bundleOrigin}/stopped`;
export const stoppedStyle = `${bundleOrigin}/stopped.css`;

export type FallbackAction = 'stepBack' | 'openAgain';

const actionUrls: Readonly<Record<FallbackAction, string>> = {
  stepBack: `${bundleOrigin}/stopped/step-back`,
  openAgain: `${bundleOrigin}/stopped/open-again`,
};

/**
 * Returns the action of a link on the page; `null` for any other address. The address is never loaded: the navigation
 * is cancelled.
 */
export function fallbackAction(url: string): FallbackAction | null {
  if (url === actionUrls.stepBack) {
    return 'stepBack';
  }
  return url === actionUrls.openAgain ? 'openAgain' : null;
}

export interface FallbackPageState {
  /** Connection and visibility as text, as in the tray. */
  readonly status: string;
  readonly icon: 'live' | 'attention' | 'offline' | 'visible';
  /** Number of chats in which others see the supervisor. */
  readonly visibleCount: number;
  readonly isSteppingBack: boolean;
  readonly draftCount: number;
}

/** Contains only our own texts and numbers, never data from outside. */
export function stoppedPageHtml(state: FallbackPageState): string {
  return `<!doctype html>
<html lang="${spokenLanguage()}" dir="${readingDirection()}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${say('shell.brand')}</title>
<link rel="stylesheet" href="${stoppedStyle}">
</head>
<body>
<main>
<h1>${say('outside.stopped.title')}</h1>
<p>${say('outside.stopped.explain')}</p>
<p class="status ${state.icon}" role="status"><span class="dot"></span>${state.status}</p>
${state.draftCount > 0 ? `<p>${sayCount('outside.stopped.drafts', state.draftCount)}</p>\n` : ''}<p class="acts">
<a class="main" id="open" href="${actionUrls.openAgain}" accesskey="o" autofocus>${say('outside.stopped.openAgain')}</a>
${stepBackPart(state)}</p>
<p class="more">${say('outside.stopped.more')}</p>
</main>
</body>
</html>
`;
}

function stepBackPart({ visibleCount, isSteppingBack }: FallbackPageState): string {
  if (visibleCount === 0) {
    return '';
  }
  if (isSteppingBack) {
    return `<span class="busy">${say('shell.visible.steppingBack')}</span>\n`;
  }
  return `<a id="step-back" href="${actionUrls.stepBack}" accesskey="s">${sayCount('outside.stopped.stepBack', visibleCount)}</a>\n`;
}

/** Separate and small: the style sheets of the window may be what broke. */
export const stoppedPageCss = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif;
  --ground: #f4f5f7; --surface: #fff; --ink: #1a1f29; --ink-2: #4d5666; --line: #d8dce3;
  --main: #1d4ed8; --on-main: #fff; --good: #15803d; --warn: #b45309; --bad: #b91c1c; --seen: #be185d; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #0f1218; --surface: #171b23; --ink: #e8ebf0; --ink-2: #a8b0be; --line: #2c3340;
  --main: #8ab4ff; --on-main: #0b1220; --good: #4ade80; --warn: #fbbf24; --bad: #f87171; --seen: #f472b6; } }
* { box-sizing: border-box; }
body { margin: 0; min-block-size: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink); }
main { inline-size: min(640px, 100vw - 48px); padding: 32px; border: 1px solid var(--line); border-radius: 12px;
  background: var(--surface); }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 16px; color: var(--ink-2); }
.status { display: flex; gap: 10px; align-items: center; padding: 10px 14px; border: 1px solid var(--line);
  border-radius: 8px; color: var(--ink); font-weight: 600; }
.dot { flex: none; inline-size: 10px; block-size: 10px; border-radius: 5px; background: var(--good); }
.attention .dot { background: var(--warn); }
.offline .dot { background: var(--bad); }
.visible .dot { background: var(--seen); }
.acts { display: flex; flex-wrap: wrap; gap: 10px; margin-block: 20px; }
a, .busy { padding: 8px 16px; border: 1px solid var(--line); border-radius: 8px; color: var(--ink); font-weight: 600;
  text-decoration: none; }
a:hover { border-color: var(--ink-2); }
a.main { border-color: transparent; background: var(--main); color: var(--on-main); }
a:focus-visible { outline: 2px solid var(--main); outline-offset: 2px; }
.busy { color: var(--ink-2); }
.more { margin: 0; font-size: 13px; }
`;
