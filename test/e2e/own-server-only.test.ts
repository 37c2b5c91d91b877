import { describe, expect, it } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { startRecordingProxy } from '../support/electron/recording-proxy';

describe('the program', () => {
  it('asks no host but the server it signs in to, at its start, at two sign-ins and while it works', async () => {
    const proxy = await startRecordingProxy();
    const launched = await consoleForTest({ flags: ['--practice-rate=0', ...proxy.flags] });
    const { app, page } = launched;
    await practise(launched);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('sign out');
    // An act on many is never the first offer; it has to be walked to.
    await page.getByRole('option', { name: 'Sign out' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await practise(launched);
    // The proxy is really asked: a request to a foreign host ends there, behind whatever was asked for before.
    expect(
      await app.evaluate(
        async ({ session }) => (await session.fromPartition('lookup').fetch('http://foreign.example/')).status,
      ),
    ).toBe(502);
    expect(proxy.hosts).toEqual(['foreign.example']);
  });
});
