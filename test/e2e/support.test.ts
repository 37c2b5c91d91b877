import { describe, expect, it } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { WindowFromOutside } from '../support/electron/window-from-outside';

const flags = ['--practice-rate=0', '--practice-chats=2', '--practice-agents=6', '--practice-seed=4'];

describe('what support needs', () => {
  it('shows diagnostics without a name, and keeps a dump of a crash on this computer', async () => {
    const console = await consoleForTest({ flags });
    const { page } = console;
    await practise(console);
    const people = await console.control.people();
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Show diagnostics' }).click();
    const shown = await page.getByTestId('diagnostics').innerText();
    for (const line of ['server: practice floor', 'theme: system (default)', 'live (healthy)', 'kept: 0']) {
      expect(shown).toContain(line);
    }
    for (const { name, userName } of people.filter((one) => !one.isSupervisor)) {
      expect(shown).not.toContain(name);
      expect(shown).not.toContain(userName);
    }

    const window = new WindowFromOutside(console.app);
    await window.breakAndTime('crash', `document.querySelector('[data-testid="connection"]') !== null`);
    await eventually(
      'the dump is counted',
      () =>
        window.look(
          `window.sightline.invoke('support.crashDumps', null).then((found) => found.ok && found.value.count)`,
        ),
      (count) => count === 1,
      15_000,
    );
    console.problems.length = 0;
  });

  it('opens what a link asks for, and does nothing else', async () => {
    const console = await consoleForTest({ flags });
    const { page } = console;
    await practise(console);
    // What the system does when a link is clicked: a second start with the link as its argument.
    const clickLink = (link: string): Promise<unknown> => console.startAgain(link);
    const [agent] = (await console.control.people()).filter(({ isSupervisor }) => !isSupervisor);
    if (agent === undefined) throw new Error('the practice floor has agents');
    await clickLink(`sightline://agent/${encodeURIComponent(agent.name)}`);
    await eventually(
      'only that agent is listed',
      () =>
        page
          .locator('.toolbar .search input')
          .inputValue({ timeout: 1_000 })
          .catch(() => null),
      (typed) => typed === agent.name,
    );
    await clickLink('sightline://chat/none');
    await page.getByText('This chat is no longer available').waitFor();
    await clickLink('sightline://bargeIn/none');
    expect(await console.control.watches()).toEqual([]);
  });
});
