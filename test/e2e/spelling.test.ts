import { expect, it } from 'vitest';
import type { Bridge, Settings } from '../../preload/contract';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';
import { startRecordingProxy } from '../support/electron/recording-proxy';

/** The context menus of a console. They are recorded, not drawn: nothing here could close one. */
class ContextMenus {
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

  /** Opens the menu at the first word of the field and returns its labels. */
  async open(): Promise<readonly string[]> {
    const { app, page } = this.#console;
    await app.evaluate(() => Object.assign(globalThis, { openedMenu: null }));
    await page
      .getByTestId('composer')
      .getByRole('textbox')
      .click({ button: 'right', position: { x: 22, y: 16 } });
    const labels = (): Promise<readonly string[]> =>
      app.evaluate(() => {
        const { openedMenu } = globalThis as unknown as { openedMenu: Electron.Menu | null };
        return openedMenu?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? [];
      });
    return eventually('the context menu', labels, (found) => found.length > 0);
  }

  /** Opens the menu until it has an entry: marks appear a moment after the text. */
  openWith(label: string): Promise<readonly string[]> {
    return eventually(
      `a menu with ${label}`,
      () => this.open(),
      (labels) => labels.includes(label),
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

async function writingToAgent(flags: readonly string[]) {
  const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0', ...flags] });
  const { control, page } = console;
  const window = new ConsolePage(page);
  await window.practise();
  const { name = '', userName = '' } = (await control.people()).find(({ isSupervisor }) => !isSupervisor) ?? {};
  await control.setPresence({ userName, presence: 'ready' });
  await window.goTo('Agents');
  const watch = window.agentRow(name).getByRole('button', { name: `Watch ${name}`, exact: true });
  await watch.click();
  await eventually('the watch at the server', control.watches, (watches) => watches.length > 0);
  await control.startChat({ agent: userName, customer: 'Robin Vale' });
  await window.goTo('Chats');
  await window.openChat('Robin Vale');
  await window.modeButton('coach').click();
  await window.waitForMode('coach');
  const field = window.composer.getByRole('textbox');
  const write = async (text: string): Promise<void> => {
    await field.fill('');
    await field.click();
    await page.keyboard.type(text);
  };
  const invoke = (patch: Partial<Settings>): Promise<unknown> =>
    page.evaluate(
      (change) => (window as unknown as { sightline: Bridge }).sightline.invoke('settings.change', change),
      patch,
    );
  return { console, field, write, changeSettings: invoke };
}

it('marks misspelt words, offers what is meant, learns words, and asks nobody', async () => {
  const proxy = await startRecordingProxy();
  const { console, field, write, changeSettings } = await writingToAgent(proxy.flags);
  const menus = await ContextMenus.recordIn(console);

  await write('recieve the colour ');
  const labels = await menus.openWith('receive');
  expect(labels.slice(-6)).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all']);
  expect(labels).toContain('Add to dictionary');
  await console.screenshot('spelling');
  await menus.choose('receive');
  await eventually(
    'the field',
    () => field.inputValue(),
    (text) => text === 'receive the colour ',
  );
  expect(await menus.open()).not.toContain('Add to dictionary');

  await write('Zweiglein ');
  await menus.openWith('Add to dictionary');
  await menus.choose('Add to dictionary');
  await write('Zweiglein again ');
  await eventually(
    'a menu without the word',
    () => menus.open(),
    (found) => !found.includes('Add to dictionary'),
  );

  await changeSettings({ language: 'de' });
  await write('Rechnugn colour ');
  expect(await menus.openWith('Rechnung')).toContain('Zum Wörterbuch hinzufügen');
  await write('Vertragsverlängerung ');
  await eventually(
    'no mark',
    () => menus.open(),
    (found) => !found.includes('Zum Wörterbuch hinzufügen'),
  );

  await changeSettings({ language: 'en', checksSpelling: false });
  await write('recieve it ');
  await eventually(
    'a menu without spelling',
    () => menus.open(),
    (found) => found[0] === 'Undo',
  );
  expect(proxy.hosts).toEqual([]);
});
