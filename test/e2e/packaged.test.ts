import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Bridge, Settings } from '../../preload/contract';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

const packaged = process.env['SIGHTLINE_PACKAGED'] ?? '';

describe('the packaged application', () => {
  it.skipIf(!existsSync(packaged))('practises: signs in, watches, and follows a chat', async () => {
    const console = await consoleForTest({
      packaged,
      flags: ['--practice-rate=0', '--practice-chats=3'],
    });
    const { app, control, page } = console;
    expect(await app.evaluate(({ app: own }) => own.isPackaged)).toBe(true);
    const window = new ConsolePage(page);
    await window.practise();
    const [agent] = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
    expect(agent).toBeDefined();
    const { name = '', userName = '' } = agent ?? {};
    await control.setPresence({ userName, presence: 'ready' });
    await window.goTo('Agents');
    await window
      .agentRow(name)
      .getByRole('button', { name: `Watch ${name}`, exact: true })
      .click();
    await eventually('the watch at the server', control.watches, (watches) => watches.length > 0);
    const { chatId } = await control.startChat({ agent: userName, customer: 'Robin Vale' });
    await window.goTo('Chats');
    await window.openChat('Robin Vale');
    await control.customerSays({ chatId, text: 'Hello from the package' });
    await window.transcript.getByText('Hello from the package').waitFor();
    const misspelt = await page.evaluate(() => {
      const { sightline } = window as unknown as { sightline: Bridge };
      return sightline.invoke('spelling.check', { words: ['the', 'teh'] });
    });
    expect(misspelt).toEqual({ ok: true, value: ['teh'] });
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened()),
    ).toBe(false);
  });

  it.skipIf(!existsSync(packaged) || process.platform !== 'linux')('starts at login as the setting says', async () => {
    const config = mkdtempSync(path.join(tmpdir(), 'sightline-config-'));
    onTestFinished(() => {
      rmSync(config, { recursive: true });
    });
    const file = path.join(config, 'autostart', 'sightline.desktop');
    const { app, page } = await consoleForTest({
      ...{ packaged, folders: [config], environment: { XDG_CONFIG_HOME: config } },
    });
    const program = await app.evaluate(() => process.execPath);
    const choose = (startsAtLogin: string): Promise<unknown> =>
      page.evaluate(
        (patch) => (window as unknown as { sightline: Bridge }).sightline.invoke('settings.change', patch),
        { startsAtLogin } as Partial<Settings>,
      );
    await choose('hidden');
    expect(readFileSync(file, 'utf8')).toContain(`Exec="${program}" --hidden`);
    await choose('never');
    expect(existsSync(file)).toBe(false);
  });
});
