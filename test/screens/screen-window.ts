import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, type Page } from 'playwright-core';
import { lookOf, type Scene, type SceneSize, type SceneTheme } from './scene';
import type { BridgeMoves, ScenePage } from './scene-page';

const shell = fileURLToPath(new URL('./shell', import.meta.url));

/** A real Electron window that shows one scene after the other. */
export interface ScreenWindow {
  show(scene: Scene, theme: SceneTheme): Promise<void>;
  resize(size: SceneSize): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** What is wrong with what is on the screen: axe's findings, page errors since `show`, and parts that stick out. */
  findings(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openScreenWindow(electron: string, address: string): Promise<ScreenWindow> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sightline-screens-'));
  const app = await _electron.launch({
    executablePath: electron,
    args: [shell, '--no-sandbox', `--user-data-dir=${profile}`, '--force-device-scale-factor=1'],
    colorScheme: null,
    // The policy of the real window is not what is looked at here.
    env: { ...inheritedEnvironment(), ELECTRON_DISABLE_SECURITY_WARNINGS: 'true' },
  });
  const page = await app.firstWindow();
  const problems: string[] = [];
  let zoom = 1;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  return {
    show: async (scene, theme) => {
      problems.length = 0;
      await page.emulateMedia({
        forcedColors: theme === 'forced' ? 'active' : 'none',
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      zoom = lookOf(theme).zoom;
      await page.goto(addressOf(address, scene, theme));
      await page.locator('#app > *').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await scene.arrange?.(scenePageOf(page));
      // The pointer hovers nothing.
      await page.mouse.move(0, 0);
    },
    resize: (size) => resize(app, page, size, zoom),
    // Electron's own screenshot of the window: the page's would omit what a zoom moved.
    screenshot: async (file) => {
      const png = await app.evaluate(async ({ BrowserWindow }) => {
        const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
        return image?.toPNG().toString('base64') ?? '';
      });
      writeFileSync(file, Buffer.from(png, 'base64'));
    },
    findings: async () => {
      const found = [...problems, ...(await sticksOut(page)), ...(await axeFindings(page))];
      problems.length = 0;
      return found;
    },
    close: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Playwright's page, with the moves of the fake main that the preview put into the window. */
function scenePageOf(page: Page): ScenePage {
  return {
    keyboard: page.keyboard,
    locator: (css) => page.locator(css),
    getByTestId: (testId) => page.getByTestId(testId),
    getByRole: (role) => page.getByRole(role),
    move: (name, ...args) =>
      page.evaluate(
        async ([moved, given]) => {
          const { moveBridge } = window as unknown as {
            moveBridge: (name: keyof BridgeMoves, args: unknown) => Promise<void>;
          };
          await moveBridge(moved, given);
        },
        [name, args] as const,
      ),
  };
}

function addressOf(address: string, { floor, settings, window }: Scene, theme: SceneTheme): string {
  const query = new URLSearchParams({
    floor,
    theme: theme === 'dark' ? 'dark' : 'light',
    language: lookOf(theme).language,
    settings: JSON.stringify(settings ?? {}),
    ...(window === undefined ? {} : { window }),
  });
  return `${address}?${query.toString()}`;
}

async function resize(
  app: Awaited<ReturnType<typeof _electron.launch>>,
  page: Page,
  { width, height }: SceneSize,
  zoom: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, query) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 0, y: 0, ...query.size });
      window?.webContents.setZoomFactor(query.zoom);
    },
    { size: { width, height }, zoom },
  );
  let seen = { width: 0, height: 0 };
  while (seen.width !== Math.floor(width / zoom) || seen.height !== Math.floor(height / zoom)) {
    await nextFrame(page);
    seen = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  }
  await nextFrame(page);
}

function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  // The other mode opens a second page for its report.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  // An open menu hangs at the end of the document, as menus do, and belongs to no landmark but to the button that opened it.
  const isOpenMenu = (id: string, html: string): boolean => id === 'region' && html.includes('data-reka-popper');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !isOpenMenu(id, html))
      .map(
        ({ html, failureSummary }) =>
          `axe ${id}: ${help}: ${html.slice(0, 200)} ${(failureSummary ?? '').split('\n')[1] ?? ''}`,
      ),
  );
}

/** The window never scrolls as a whole: what is wider or taller than it cannot be reached. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return scrollWidth > clientWidth || scrollHeight > clientHeight
      ? [`layout: the page is ${scrollWidth}x${scrollHeight} in a window of ${clientWidth}x${clientHeight}`]
      : [];
  });
}

/** Electron started from a Node that tests run in must not take itself for that Node. */
function inheritedEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE)$/.test(name));
  return Object.fromEntries(own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
