import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import type { LaunchedConsole } from '../support/electron/launch';

/** What axe finds on the screen as it is, as one readable line a finding. */
async function findings({ page }: LaunchedConsole): Promise<readonly string[]> {
  // The other mode opens a second page for its report, and the console never opens one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

it('axe finds nothing on any screen, light or dark', { timeout: 180_000 }, async () => {
  const console = await consoleForTest({
    flags: ['--practice-seed=7', '--practice-agents=12', '--practice-chats=6', '--practice-rate=0'],
  });
  const { page, control } = console;
  const window = new ConsolePage(page);
  const seen: Record<string, readonly string[]> = {};
  const look = async (screen: string): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await console.chooseSystemTheme(theme);
      seen[`${screen}, ${theme}`] = await findings(console);
    }
  };

  await look('sign-in');
  await practise(console);
  await look('the first screen');
  await window.goTo('Agents');
  await window
    .agentRow('Camille Rousseau')
    .getByRole('button', { name: /^Watch/ })
    .first()
    .click();
  await look('agents, one watched');
  await window.goTo('Chats');
  await look('no chats');
  const { chatId } = await control.startChat({ agent: 'camille.rousseau', customer: 'Robin Vale', isAccepted: true });
  await control.customerSays({ chatId, text: 'Where is my order?' });
  await window.openChat('Robin Vale');
  await window.transcript.getByText('Where is my order?').waitFor();
  await look('a chat, silent');
  await page.keyboard.press('c');
  await window.waitForMode('coach');
  await look('a chat, coached');
  await page.keyboard.press('Escape');
  await window.waitForMode('monitor');

  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').waitFor();
  await look('the keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await look('settings');

  expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length > 0))).toEqual({});
  expect(Object.keys(seen)).toHaveLength(16);
});
