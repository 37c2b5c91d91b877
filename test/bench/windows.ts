import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { WallPage } from '../support/electron/wall-page';
import type { Mode } from '../../preload/contract';
import { Child } from './child';
import type { FilledChat, FloorReport } from './floors/practice-floor';
import type { BenchContext } from './measure';
import { treeOf } from './process-tree';

const emptyWindow = fileURLToPath(new URL('./floors/empty-window', import.meta.url));
const password = 'practice';

/** A program with one window, with a profile of its own. */
export interface OpenProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All its processes. */
  readonly pids: () => readonly number[];
  close(): Promise<void>;
}

async function open({ electronPath }: BenchContext, folder: string, flags: readonly string[]): Promise<OpenProgram> {
  const profile = mkdtempSync(join(tmpdir(), 'sightline-bench-'));
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [folder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, ...flags],
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    pids: () => treeOf(app.process().pid ?? -1),
    close: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Resolves when the text field is painted. */
export async function openEmpty(context: BenchContext): Promise<OpenProgram> {
  const program = await open(context, emptyWindow, []);
  await program.page.locator('textarea').waitFor();
  await painted(program.page);
  return program;
}

/** Resolves when the password field of the sign-in page is painted. */
export async function openConsole(context: BenchContext, serverUrl: string): Promise<OpenProgram> {
  const program = await open(context, context.builtApp, [`--server=${serverUrl}`]);
  await program.page.locator('input[type="password"]').waitFor();
  await painted(program.page);
  return program;
}

/** Collects what main and the page no longer hold, and waits until they have given the memory back. */
export async function collect({ app, page }: OpenProgram): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  // A text, because what tsx makes of a function does not run in main.
  await app.evaluate(`(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc');
    collect();
    collect();
  })()`);
  await pause(3_000);
}

/** Two frames later, when what was changed before is on the screen. */
export function painted(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}

export function invoke(page: Page, name: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    ([command, value]) =>
      (
        window as unknown as { sightline: { invoke(name: string, request: unknown): Promise<unknown> } }
      ).sightline.invoke(command as string, value),
    [name, request],
  );
}

/** Resolves when the console is live. */
export async function signIn(page: Page, url: string): Promise<void> {
  const user = { userName: 'supervisor', password, rememberPassword: false, nickname: '' };
  await invoke(page, 'session.signIn', { kind: 'server', url, ...user });
  await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
}

/** Watches all chats that begin from now on. */
export async function watchAll(page: Page, agentIds: readonly string[], mode: Mode = 'monitor'): Promise<void> {
  for (const agentId of agentIds)
    await invoke(page, 'agents.watch', { requestId: agentId, agentId, mode, scope: 'allChats' });
}

export interface PracticeFloor {
  readonly child: Child<FloorReport>;
  readonly url: string;
  /** Event stream of the marked lines. */
  readonly marksUrl: string;
  readonly agentIds: readonly string[];
}

/** A practice floor in another process. */
export async function openFloor(options: object): Promise<PracticeFloor> {
  const child = new Child<FloorReport>('floors/practice-floor.ts', [JSON.stringify(options)]);
  const { url, marksUrl, agentIds } = await child.next('listening');
  return { child, url, marksUrl, agentIds };
}

const untilMs = 180_000;

/** Resolves when the expression is true in the page. Its policy forbids what `waitForFunction` does. */
export async function until(page: Page, expression: string, everyMs: number): Promise<void> {
  const deadline = performance.now() + untilMs;
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() > deadline)
      throw new Error(`not within ${String(untilMs / 1_000)} s: ${expression.slice(0, 200)}`);
    await pause(everyMs);
  }
}

/** Begins chats and resolves when the console has joined all of them with all their lines. */
export async function fillFloor(
  { child }: PracticeFloor,
  page: Page,
  order: { readonly chats: number; readonly linesEach: number },
): Promise<readonly FilledChat[]> {
  child.order({ type: 'fill', ...order });
  const { chats } = await child.next('filled');
  const isHeld = `(() => {
    const { transcripts } = document.querySelector('#app').__vue_app__.config.globalProperties.$pinia._s.get('chats');
    const held = (id) => transcripts.get(id)?.entries.some(({ text }) => text.startsWith('The last line of'));
    return ${JSON.stringify(chats.map(({ chatId }) => chatId))}.every(held);
  })()`;
  await until(page, isHeld, 500);
  return chats;
}

/** Opens the wall, and resolves when it has this many tiles. */
export async function openWall(page: Page, tiles: number): Promise<void> {
  const wall = new WallPage(page);
  await wall.open();
  await wall.chooseCount(tiles);
  await page
    .locator('[data-tile]')
    .nth(tiles - 1)
    .waitFor();
}
