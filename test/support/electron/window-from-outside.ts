import type { ElectronApplication } from 'playwright-core';
import { eventually } from './eventually';

export type WayToDie = 'crash' | 'kill' | 'hang';

/** The script's value is shown only when the page is drawn and its connection is live. */
const isLive = `document.querySelector('[data-testid="connection"]')?.dataset.phase === 'live'`;

/**
 * A window whose page dies and comes back, driven from main: what is attached to a page is gone for good when its process is.
 */
export class WindowFromOutside {
  readonly #app: ElectronApplication;
  /** Which of the windows it is, from its address. */
  readonly #isWall: boolean;

  constructor(app: ElectronApplication, which: 'main' | 'wall' = 'main') {
    this.#app = app;
    this.#isWall = which === 'wall';
  }

  /** Runs a script in the page; `null` while there is none, or while it does not answer within a moment. */
  look(script: string): Promise<unknown> {
    return this.#app.evaluate(
      async ({ BrowserWindow }, { code, isWall }) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL().includes('window=wall') === isWall,
        )?.webContents;
        if (contents === undefined || contents.isCrashed()) return null;
        const answer: unknown = await Promise.race([
          contents.executeJavaScript(code).catch(() => null),
          new Promise((resolve) => setTimeout(resolve, 400, null)),
        ]);
        return answer;
      },
      { code: script, isWall: this.#isWall },
    );
  }

  shows(what: string, script: string, limitMs = 15_000): Promise<unknown> {
    return eventually(
      what,
      () => this.look(script).catch(() => null),
      (seen) => seen === true,
      limitMs,
    );
  }

  isLive(): Promise<unknown> {
    return this.shows('the window is live', isLive, 30_000);
  }

  /** A window that may be debugged from outside, as ours is in a test, is given more time before it is ended. */
  async asNobodyDebugs(): Promise<void> {
    await this.#app.evaluate(({ app }) => {
      app.commandLine.removeSwitch('remote-debugging-port');
    });
  }

  text(): Promise<string> {
    return this.look('document.body.innerText').then(String);
  }

  /** A real click in the middle of what the selector finds. */
  async click(selector: string): Promise<void> {
    const spot = `(() => { const found = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
      return found === undefined ? null : [found.x + found.width / 2, found.y + found.height / 2]; })()`;
    const place = (await eventually(
      `${selector} is there`,
      () => this.look(spot),
      (seen) => Array.isArray(seen),
    )) as [number, number];
    await this.#app.evaluate(
      ({ BrowserWindow }, { at: [x, y], isWall }) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL().includes('window=wall') === isWall,
        )?.webContents;
        for (const type of ['mouseDown', 'mouseUp'] as const) {
          contents?.sendInputEvent({ type, x: Math.round(x), y: Math.round(y), button: 'left', clickCount: 1 });
        }
      },
      { at: place, isWall: this.#isWall },
    );
  }

  async press(keyCode: string): Promise<void> {
    await this.#app.evaluate(
      ({ BrowserWindow }, { key, isWall }) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL().includes('window=wall') === isWall,
        )?.webContents;
        contents?.sendInputEvent({ type: 'keyDown', keyCode: key });
        contents?.sendInputEvent({ type: 'char', keyCode: key });
        contents?.sendInputEvent({ type: 'keyUp', keyCode: key });
      },
      { key: keyCode, isWall: this.#isWall },
    );
  }

  /** What a person chooses in the menu: load the window again. */
  async reloadByMenu(): Promise<void> {
    await this.#app.evaluate(({ Menu }) => {
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View');
      view?.submenu?.items.find(({ label }) => label === 'Reload')?.click();
    });
  }

  /** Breaks the page, and measures in main how long it takes until `isBack` holds in the new one. */
  async breakAndTime(way: WayToDie, isBack: string, limitMs = 30_000): Promise<{ goneMs: number; backMs: number }> {
    return this.#app.evaluate(
      async ({ BrowserWindow }, { way: how, isBack: script, limitMs: limit, isWall }) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL().includes('window=wall') === isWall,
        )?.webContents;
        if (contents === undefined) throw new Error('there is a window');
        const begun = performance.now();
        const gone = new Promise<number>((resolve) => {
          contents.once('render-process-gone', () => {
            resolve(performance.now() - begun);
          });
        });
        if (how === 'crash') contents.forcefullyCrashRenderer();
        else if (how === 'kill') process.kill(contents.getOSProcessId(), 'SIGKILL');
        else contents.executeJavaScript('for (;;);').catch(() => null);
        const goneMs = await gone;
        while (performance.now() - begun < limit) {
          const isThere: unknown = await Promise.race([
            contents.executeJavaScript(script).catch(() => null),
            new Promise((resolve) => setTimeout(resolve, 300, null)),
          ]);
          if (isThere === true) return { goneMs, backMs: performance.now() - begun };
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        throw new Error(`the window was not back within ${String(limit)} ms after a ${how}`);
      },
      { way, isBack, limitMs, isWall: this.#isWall },
    );
  }

  /**
   * The floor of `breakAndTime`: how long an empty window of the same program takes, loaded again once it crashed. The
   * window is closed afterwards.
   */
  async breakEmptyWindow(): Promise<number> {
    return this.#app.evaluate(async ({ BrowserWindow }) => {
      const empty = new BrowserWindow({ show: true, width: 800, height: 600, webPreferences: { sandbox: true } });
      try {
        const { webContents: contents } = empty;
        await empty.loadURL('data:text/html,<p>empty</p>');
        const begun = performance.now();
        const gone = new Promise((resolve) => contents.once('render-process-gone', resolve));
        contents.forcefullyCrashRenderer();
        await gone;
        await new Promise(setImmediate);
        await empty.loadURL('data:text/html,<p>empty</p>');
        await contents.executeJavaScript('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
        return performance.now() - begun;
      } finally {
        empty.destroy();
      }
    });
  }

  async screenshot(file: string): Promise<void> {
    const { writeFile } = await import('node:fs/promises');
    const png = await this.#app.evaluate(async ({ BrowserWindow }, isWall) => {
      const contents = BrowserWindow.getAllWindows().find(
        (one) => one.webContents.getURL().includes('window=wall') === isWall,
      )?.webContents;
      const image = await contents?.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    }, this.#isWall);
    await writeFile(file, Buffer.from(png, 'base64'));
  }
}
