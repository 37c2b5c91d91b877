import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../main/practice/chance/seeded-random';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { RemoteControl } from '../support/practice/control-client';
import { FloorVisitor } from '../support/practice/floor-visitor';
import { runSeed } from '../support/run-seed';
import { beyondReading } from '../support/silence/allowed-reads';

const seed = runSeed;
const rounds = 45;

/** What a monitoring person does all day, with real keys and a real pointer. Whatever is not there is passed over. */
function gesturesOn(page: Page, random: () => number): readonly (() => Promise<void>)[] {
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const key = (keys: string) => () => page.keyboard.press(keys);
  return [
    async () => {
      const rows = await page.locator('.chat-row button').all();
      await one(rows)?.click({ timeout: 2_000 });
    },
    async () => {
      await page.mouse.move(500 + random() * 300, 300 + random() * 200);
      await page.mouse.wheel(0, random() < 0.6 ? -700 : 500);
    },
    async () => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type(one(['order', 'refund', 'the', 'xyz']) ?? 'the', { delay: 20 });
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
    },
    // Typing into the wrong window; `b` and `c` are requests for a visible mode.
    async () => {
      await page.locator('main').click({ position: { x: 5, y: 5 } });
      await page.keyboard.type('hey you 19 yes', { delay: 15 });
      await page.keyboard.press('Enter');
    },
    async () => {
      await page.keyboard.press('r');
      await page
        .getByTestId('composer')
        .first()
        .click({ position: { x: 20, y: 20 }, timeout: 1_000 });
      await page.keyboard.type('I am only typing', { delay: 15 });
      await page.keyboard.press('Enter');
    },
    async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(one(['ana', 'set', 'mon']) ?? 'ana', { delay: 20 });
      await page.keyboard.press('Escape');
    },
    ...[key('j'), key('k'), key('Control+.'), key('?'), key('Escape'), key('Shift+Escape')],
    ...[key('Control+1'), key('Control+2'), key('Control+3'), key('Control+,'), key('Control+1')],
  ];
}

async function monitoring() {
  const console = await consoleForTest({
    flags: ['--practice-chats=6', '--practice-rate=4', '--practice-agents=5', `--practice-seed=${String(seed % 1000)}`],
  });
  const { control, page } = console;
  const window = new ConsolePage(page);
  await window.practise();
  const agents = (await control.people()).filter(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready');
  await window.goTo('Agents');
  for (const { name } of agents) {
    await window
      .agentRow(name)
      .getByRole('button', { name: `Watch ${name}`, exact: true })
      .click();
  }
  await eventually('the watches at the server', control.watches, (watches) =>
    agents.every(({ userName }) => watches.some(({ agent, mode }) => agent === userName && mode === 'Monitor')),
  );
  const [first] = agents;
  if (first === undefined) throw new Error('somebody is ready at the start');
  const { chatId } = await control.startChat({ agent: first.userName, customer: 'Robin Vale' });
  await control.customerSays({ chatId, text: 'Is anybody there?' });
  await window.goTo('Chats');
  await window.openChat('Robin Vale');
  await window.waitForMode('monitor');
  await control.clearRequests();
  return { console, control, page, window, chatId, agent: first.userName };
}

const sentBySupervisor = async (control: RemoteControl): Promise<readonly string[]> =>
  beyondReading((await control.requests()).filter(({ userName }) => userName === 'supervisor'));

/**
 * All participants of all chats but the supervisors, and whether any of them ever saw a supervisor or a message of one.
 */
async function noticedBy(control: RemoteControl): Promise<readonly string[]> {
  const noticed: string[] = [];
  const people = await control.people();
  for (const { chatId, parties } of await control.chats()) {
    const userNames = people.filter(
      ({ name, isSupervisor }) => !isSupervisor && parties.some((one) => one.name === name),
    );
    for (const party of ['customer', ...userNames.map(({ userName }) => userName)]) {
      const { messages, participants } = await control.seenBy({ chatId, party });
      if (
        participants.some(({ role }) => role === 'supervisor') ||
        messages.some(({ fromRole }) => fromRole === 'supervisor')
      )
        noticed.push(`${party} in ${chatId}`);
    }
  }
  return noticed;
}

describe(`monitoring in a real window (seed ${String(seed)})`, () => {
  it('lets nothing out but reads, whatever is read, searched, opened and typed', async () => {
    const { control, page } = await monitoring();
    const random = seededRandom(seed);
    const gestures = gesturesOn(page, random);
    let missed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const gesture = gestures[Math.floor(random() * gestures.length)];
      // A thing that went away under the hand is no finding here; what left the console is.
      await gesture?.().catch((cause: unknown) => {
        if (!/Timeout|detached|not visible/.test(String(cause))) throw cause;
        missed += 1;
      });
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    }
    expect(await sentBySupervisor(control)).toEqual([]);
    expect(missed).toBeLessThan(rounds / 2);
    expect(await noticedBy(control)).toEqual([]);
  });

  it('lets nothing out although the window itself asks for it', async () => {
    const { control, page, chatId } = await monitoring();
    const answers = await page.evaluate(async (id) => {
      const bridge = (
        globalThis as unknown as { sightline: { invoke(name: string, request: unknown): Promise<unknown> } }
      ).sightline;
      const codes: unknown[] = [];
      for (const composedIn of ['monitor', 'coach', 'bargeIn']) {
        for (const to of ['everyone', 'agents'])
          codes.push(await bridge.invoke('chats.typing', { chatId: id, composedIn, to, isTyping: true }));
        for (const name of ['chats.sendToEveryone', 'chats.sendToAgents'])
          codes.push(
            await bridge.invoke(name, {
              requestId: name + composedIn,
              chatId: id,
              composedIn,
              readers: [],
              ...(name.includes('Notice') ? {} : { draft: 1 }),
              text: 'Hello',
            }),
          );
      }
      return codes;
    }, chatId);
    expect(answers).toHaveLength(12);
    expect(answers.every((answer) => (answer as { ok: boolean }).ok)).toBe(false);
    expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toEqual([]);
    expect(await sentBySupervisor(control)).toEqual([]);
    expect(await noticedBy(control)).toEqual([]);
  });

  it('is not what a leak would look like: each planted one is seen', async () => {
    const { console, control, chatId, agent } = await monitoring();
    const leak = new FloorVisitor(console.floorUrl);
    await leak.signIn('supervisor');
    await leak.operate(`/me/chats/${chatId}`, 'SendStartTypingNotification');
    expect(await sentBySupervisor(control)).toEqual([`POST /api/v2/me/chats/${chatId} SendStartTypingNotification`]);
    expect(await noticedBy(control)).toEqual([]);
    await leak.operate(`/me/chats/${chatId}`, 'SwitchToCoach');
    expect(await noticedBy(control)).toEqual([`${agent} in ${chatId}`]);
  });
});
