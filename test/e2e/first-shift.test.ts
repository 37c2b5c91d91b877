import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

/** The hands of a person, counted: each click and each key is one, and a text is the text. */
class CountedHands {
  clicks = 0;
  keys = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.#page.keyboard.press(key);
  }

  /** One key, held until what it brings about is there. */
  async hold(key: string, until: () => Promise<void>): Promise<void> {
    this.keys += 1;
    await this.#page.keyboard.down(key);
    await until();
    await this.#page.keyboard.up(key);
  }

  /** Into whatever has the focus: where it is must not have to be found. */
  async write(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** What was needed since the last time this was asked. */
  take(): { readonly clicks: number; readonly keys: number } {
    const { clicks, keys } = this;
    this.clicks = 0;
    this.keys = 0;
    return { clicks, keys };
  }
}

const whisper = 'Offer him express delivery.';
const spoken = 'Good evening, I lead this team. It leaves today.';

/** A floor with one calm chat and one customer who asks for a supervisor; the supervisor of the shift before saved the team. */
async function shiftBegins() {
  const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0', '--practice-agents=4'] });
  const { control, page } = console;
  const window = new ConsolePage(page);
  await window.practise();
  const people = await control.people();
  const agents = people.filter(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready').slice(0, 3);
  await page.evaluate(
    async (agentIds) => {
      const { sightline } = globalThis as unknown as {
        sightline: { invoke(name: string, request: unknown): Promise<unknown> };
      };
      const members = { agentIds, directoryGroups: [], mode: 'monitor', scope: 'allChats', nickname: '' };
      await sightline.invoke('settings.change', { watchGroups: [{ id: 'night', name: 'Night team', ...members }] });
    },
    agents.map(({ id }) => id),
  );
  const hands = new CountedHands(page);
  const chatsCome = async (): Promise<string> => {
    const [calm, urgent] = agents.map(({ userName }) => userName);
    const first = await control.startChat({ agent: calm ?? '', customer: 'Kim Delacroix' });
    await control.customerSays({ chatId: first.chatId, text: 'Good evening.' });
    await control.agentSays({ chatId: first.chatId, text: 'Good evening, how can I help?' });
    const second = await control.startChat({ agent: urgent ?? '', customer: 'Robin Vale' });
    await control.customerSays({ chatId: second.chatId, text: 'I want to speak to a manager now!' });
    await page.getByTestId('needs-you-count').getByText('1 of 2 chats').waitFor();
    return second.chatId;
  };
  const reads = (chatId: string, party: string, text: string): Promise<unknown> =>
    eventually(
      `${party} reads it`,
      () => control.seenBy({ chatId, party }),
      ({ messages }) => messages.some((message) => message.text === text),
    );
  const watchesTeam = (): Promise<unknown> =>
    eventually('the team at the server', control.watches, (watches) =>
      agents.every(({ userName }) => watches.some(({ agent, mode }) => agent === userName && mode === 'Monitor')),
    );
  return { control, page, window, hands, agents, chatsCome, reads, watchesTeam };
}

describe('the first shift of a supervisor', () => {
  it('watches a team in two clicks, opens the most urgent chat with one key, and needs two more to whisper or barge in', async () => {
    const { control, page, window, hands, agents, chatsCome, reads, watchesTeam } = await shiftBegins();
    await hands.click(page.getByTestId('watched-agents'));
    await hands.click(page.getByRole('button', { name: /^Watch Night team/ }));
    await watchesTeam();
    expect(hands.take()).toEqual({ clicks: 2, keys: 0 });
    await page.keyboard.press('Escape');

    const chatId = await chatsCome();
    await hands.press('n');
    await page.getByRole('heading', { name: 'Robin Vale', level: 1 }).waitFor();
    await window.waitForMode('monitor');
    expect(hands.take()).toEqual({ clicks: 0, keys: 1 });

    await hands.press('c');
    await window.waitForMode('coach');
    await hands.write(whisper);
    await hands.press('Enter');
    await reads(chatId, agents[1]?.userName ?? '', whisper);
    expect(hands.take()).toEqual({ clicks: 0, keys: 2 });

    await hands.press('Escape');
    await window.waitForMode('monitor');
    expect(hands.take()).toEqual({ clicks: 0, keys: 1 });

    await hands.hold('b', () => window.waitForMode('bargeIn'));
    await hands.write(spoken);
    await hands.press('Enter');
    await reads(chatId, 'customer', spoken);
    expect(hands.take()).toEqual({ clicks: 0, keys: 2 });

    await hands.press('Escape');
    await window.waitForMode('monitor');
    const { messages, participants } = await control.seenBy({ chatId, party: 'customer' });
    expect(participants.some(({ role }) => role === 'supervisor')).toBe(false);
    expect(messages.some(({ text }) => text === whisper)).toBe(false);
    expect(hands.take()).toEqual({ clicks: 0, keys: 1 });
  });

  it('needs no key: the most urgent chat is the first row, and two clicks and the text reach the customer', async () => {
    const { page, window, hands, chatsCome, reads, watchesTeam } = await shiftBegins();
    await hands.click(page.getByTestId('watched-agents'));
    await hands.click(page.getByRole('button', { name: /^Watch Night team/ }));
    await watchesTeam();
    expect(hands.take()).toEqual({ clicks: 2, keys: 0 });
    await page.keyboard.press('Escape');

    const chatId = await chatsCome();
    const first = window.chatList.locator('li[data-chat][aria-posinset="1"]').filter({ hasText: 'Robin Vale' });
    await hands.click(first.getByRole('button', { name: /Robin Vale/ }).first());
    await page.getByRole('heading', { name: 'Robin Vale', level: 1 }).waitFor();
    expect(hands.take()).toEqual({ clicks: 1, keys: 0 });

    await hands.click(page.getByRole('button', { name: /^Barge in on Robin/ }));
    await window.waitForMode('bargeIn');
    await hands.write(spoken);
    await hands.click(page.getByRole('button', { name: /^Send to Robin/ }));
    await reads(chatId, 'customer', spoken);
    expect(hands.take()).toEqual({ clicks: 2, keys: 0 });

    await hands.click(page.getByTestId('visible-to-customers'));
    await window.waitForMode('monitor');
    expect(hands.take()).toEqual({ clicks: 1, keys: 0 });
  });
});
