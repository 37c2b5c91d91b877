import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import type { LaunchedConsole } from './launch';

/** The context menus of a console. They are recorded, not drawn: nothing here could close one. */
export class ContextMenus {
  readonly #console: LaunchedConsole;

  private constructor(console: LaunchedConsole) {
    this.#console = console;
  }

  static async recordIn(console: LaunchedConsole): Promise<ContextMenus> {
    await console.app.evaluate(({ Menu }) => {
      Menu.prototype.popup = function popup(this: Electron.Menu): void {
        Object.assign(globalThis, { openedMenu: this });
      };
    });
    return new ContextMenus(console);
  }

  /** Returns the labels of the menu that this opens. */
  async openedBy(act: () => Promise<void>): Promise<readonly string[]> {
    const { app } = this.#console;
    await app.evaluate(() => {
      Object.assign(globalThis, { openedMenu: null });
    });
    await act();
    const labels = (): Promise<readonly string[]> =>
      app.evaluate(() => {
        const { openedMenu } = globalThis as unknown as { openedMenu: Electron.Menu | null };
        return openedMenu?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? [];
      });
    return eventually('the context menu', labels, (found) => found.length > 0);
  }

  /** Opens the menu at the middle of something drawn. */
  async openAt(drawn: Locator): Promise<readonly string[]> {
    const box = await drawn.boundingBox();
    if (box === null) throw new Error('nothing is drawn there');
    return this.openedBy(() =>
      this.#console.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' }),
    );
  }

  /** Chooses an entry of the menu that was opened last. */
  choose(label: string): Promise<void> {
    return this.#console.app.evaluate((_electron, chosen) => {
      const { openedMenu } = globalThis as unknown as { openedMenu: Electron.Menu };
      openedMenu.items.find((item) => item.label === chosen)?.click();
    }, label);
  }
}
