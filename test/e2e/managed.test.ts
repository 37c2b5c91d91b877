import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Bridge } from '../../preload/contract';
import { consoleForTest, practise } from '../support/electron/console-test';

/** Starts a console on a computer with this policy. */
function managedConsole(policy: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-policy-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, policy);
  return consoleForTest({
    flags: ['--practice-rate=0', '--practice-chats=0', '--practice-agents=4'],
    folders: [folder],
    environment: { SIGHTLINE_POLICY: file },
  });
}

describe('a managed computer', () => {
  it('has its settings fixed and its rights checked in main', async () => {
    const console = await managedConsole(
      JSON.stringify({
        ...{ theme: 'dark', mayBargeIn: false, allowedHosts: ['gws.example.com'], colour: 'red' },
        'sam@example.com': true,
      }),
    );
    const { page } = console;
    await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await page.getByLabel('Server address').fill('https://elsewhere.example.net');
    await page.getByLabel('Username').fill('sam');
    await page.getByLabel('Password', { exact: true }).fill('secret');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('doesn’t allow signing in to elsewhere.example.net').waitFor();
    await practise(console);

    const answers = await page.evaluate(async () => {
      const { sightline } = window as unknown as { sightline: Bridge };
      const watch = { requestId: 'w', agentId: 'nobody', mode: 'bargeIn', scope: 'nextChat' } as const;
      return [
        await sightline.invoke('agents.watch', watch),
        await sightline.invoke('chats.bargeIn', { requestId: 'b', chatId: 'none' }),
        await sightline.invoke('settings.change', { theme: 'light' }),
      ].map((answer) => (answer.ok ? 'done' : answer.error.code));
    });
    expect(answers).toEqual(['policy.notAllowed', 'policy.notAllowed', 'settings.locked']);

    await page.keyboard.press('Control+,');
    await page.locator('[data-setting="theme"]').getByText('Set by your administrator').waitFor();
    const administration = page.getByTestId('administrator');
    await administration.getByText('Barging in isn’t allowed').waitFor();
    await administration.getByText('“colour” is unknown').waitFor();
    const log = readFileSync(path.join(console.profile, 'logs', 'sightline.log'), 'utf8');
    expect(log).toContain('"setting":"colour"');
    expect(log).not.toContain('sam@example.com');
  });

  it('starts with a policy that cannot be read, and says so', async () => {
    const console = await managedConsole('{ "theme": "dark"');
    await practise(console);
    await console.page.keyboard.press('Control+,');
    await console.page.getByTestId('administrator').getByText('The policy couldn’t be read').waitFor();
  });
});
