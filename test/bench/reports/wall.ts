/**
 * The wall with 24 live transcripts at 100 events a second, in real Electron. Run: `npm run bench -- wall`.
 * The floors it is measured against, in turns and under the same load, so that whatever else the machine does weighs on all:
 * an empty page in a window of its own, and the very window of the wall at another place, where it follows the same events and
 * draws none of them. What is compared is the share of frames over 50 ms, the share of time the page's main thread was busy, and
 * the memory of its heap.
 */
import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../../support/electron/eventually';
import { launchConsole, type LaunchedConsole } from '../../support/electron/launch';
import { WallPage, watchChats } from '../../support/electron/wall-page';

const tileCount = 24;
const eventsPerSecond = 100;
const secondsEach = 10;
const warmUpSeconds = 3;
const turns = 3;
const longFrameMs = 50;

interface Figures {
  readonly frames: number;
  readonly longFrames: number;
  readonly worstFrameMs: number;
  readonly busyShare: number;
  readonly heapMb: number;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** As text, because what tsx makes of a function does not run in a page. */
const frameGaps = (seconds: number): string => `new Promise((resolve) => {
  const seen = [];
  const from = performance.now();
  let last = from;
  const frame = (at) => {
    seen.push(at - last);
    last = at;
    if (at - from < ${String(seconds * 1_000)}) requestAnimationFrame(frame);
    else resolve(seen.slice(1));
  };
  requestAnimationFrame(frame);
})`;

async function measure(page: Page): Promise<Figures> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  // A window that was brought to the front is painted whole once, which is no part of what it costs to follow the floor.
  await page.evaluate(frameGaps(warmUpSeconds));
  const [busyBefore, timeBefore] = [await metric(cdp, 'TaskDuration'), await metric(cdp, 'Timestamp')];
  const gaps = await page.evaluate<number[]>(frameGaps(secondsEach));
  const [busyAfter, timeAfter] = [await metric(cdp, 'TaskDuration'), await metric(cdp, 'Timestamp')];
  await cdp.send('HeapProfiler.collectGarbage');
  const heap = await metric(cdp, 'JSHeapUsedSize');
  await cdp.detach();
  return {
    frames: gaps.length,
    longFrames: gaps.filter((gap) => gap > longFrameMs).length,
    worstFrameMs: Math.max(...gaps),
    busyShare: (busyAfter - busyBefore) / (timeAfter - timeBefore),
    heapMb: heap / 2 ** 20,
  };
}

/** A window of the same Electron with nothing in it. */
async function openEmptyWindow({ app }: LaunchedConsole): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({
        width: 1280,
        height: 800,
        webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
      });
      return window.loadURL('about:blank');
    }),
  ]);
  return page;
}

/** Lines the window holds, to say how much really came. */
function linesHeld(page: Page): Promise<number> {
  return page.evaluate(() => {
    const app = (document.querySelector('#app') as unknown as { __vue_app__: never }).__vue_app__ as {
      config: {
        globalProperties: { $pinia: { _s: Map<string, { transcripts: Map<string, { entries: unknown[] }> }> } };
      };
    };
    const { transcripts } = app.config.globalProperties.$pinia._s.get('chats') ?? {
      transcripts: new Map<string, never>(),
    };
    return [...transcripts.values()].reduce((sum, { entries }: { entries: unknown[] }) => sum + entries.length, 0);
  });
}

function summed(all: readonly Figures[]): Figures {
  const middle = (of: (one: Figures) => number): number =>
    all.map(of).sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  return {
    frames: all.reduce((sum, { frames }) => sum + frames, 0),
    longFrames: all.reduce((sum, { longFrames }) => sum + longFrames, 0),
    worstFrameMs: Math.max(...all.map(({ worstFrameMs }) => worstFrameMs)),
    busyShare: middle(({ busyShare }) => busyShare),
    heapMb: middle(({ heapMb }) => heapMb),
  };
}

function formatFigures(name: string, { frames, longFrames, worstFrameMs, busyShare, heapMb }: Figures): string {
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(7);
  return [
    name.padEnd(38),
    `frames ${String(frames).padStart(5)}`,
    `over ${longFrameMs} ms ${share(longFrames / frames)}`,
    `worst ${worstFrameMs.toFixed(0).padStart(4)} ms`,
    `busy ${share(busyShare)}`,
    `heap ${heapMb.toFixed(1).padStart(6)} MB`,
  ].join('  ');
}

const launched = await launchConsole({
  flags: ['--practice', '--practice-chats=0', '--practice-rate=0', '--practice-seed=7'],
});
try {
  const { page, control } = launched;
  const wall = new WallPage(page);
  await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
  await watchChats(launched, 40);
  await control.setLoad({ chats: tileCount + 6, rate: eventsPerSecond });
  await wall.open();
  await wall.chooseCount(tileCount);
  await eventually(
    'the wall is full',
    () => wall.tiles.count(),
    (count) => count === tileCount,
    60_000,
  );
  const empty = await openEmptyWindow(launched);
  const elsewhere = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name: 'Settings' });

  const figures: Record<'empty' | 'elsewhere' | 'wall', Figures[]> = { empty: [], elsewhere: [], wall: [] };
  const begun = { at: performance.now(), lines: await linesHeld(page) };
  for (let turn = 0; turn < turns; turn += 1) {
    await wall.open();
    await page.bringToFront();
    await eventually(
      'the tiles are drawn',
      () => page.locator('[data-tile] [data-look]').count(),
      (count) => count > tileCount,
    );
    figures.wall.push(await measure(page));
    await elsewhere.click();
    figures.elsewhere.push(await measure(page));
    await empty.bringToFront();
    figures.empty.push(await measure(empty));
  }
  const seconds = (performance.now() - begun.at) / 1_000;
  const lines = (await linesHeld(page)) - begun.lines;
  write(`${tileCount} tiles, ${eventsPerSecond} events a second asked of the practice floor on the same machine,`);
  write(
    `of which ${(lines / seconds).toFixed(0)} a second were lines of transcripts; ${turns} turns of ${secondsEach} s each.`,
  );
  write(formatFigures('an empty window', summed(figures.empty)));
  write(formatFigures('the console, nothing of it drawn', summed(figures.elsewhere)));
  write(formatFigures('the wall', summed(figures.wall)));
  const ratio = summed(figures.wall).busyShare / summed(figures.elsewhere).busyShare;
  write(`main thread, the wall against the same window without it: ${ratio.toFixed(1)} times`);
  if (launched.problems.length > 0) write(`problems: ${launched.problems.join('\n')}`);
} finally {
  await launched.discard();
}
