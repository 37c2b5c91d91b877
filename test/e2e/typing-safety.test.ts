import { describe, expect, it } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { WallChat } from '../support/electron/wall-page';
import type { Audience } from '../faults/typist/person';
import type { WindowName } from '../faults/typist/typist-world';
import { handTakes, RealDesk } from '../faults/typist/window/real-desk';

const still = ['--practice-rate=0', '--practice-chats=0'];
const keyMs = 90;

async function openDesk(): Promise<{ readonly desk: RealDesk; readonly chat: WallChat }> {
  const console = await consoleForTest({ flags: still, expects: /Failed to load resource/ });
  await practise(console);
  const desk = await RealDesk.open(console);
  const [chat] = desk.chats;
  if (chat === undefined) throw new Error('there are chats');
  await desk.openChat('main', chat);
  return { desk, chat };
}

async function type(desk: RealDesk, text: string, at: WindowName = 'main'): Promise<void> {
  for (const key of text) {
    await desk.strike(at, { does: 'key', key });
    await handTakes(keyMs);
  }
}

async function enter(desk: RealDesk, { chatId }: WallChat, mode: 'coach' | 'bargeIn'): Promise<void> {
  await desk.chooseMode('main', chatId, mode);
  await desk.modeBecomes(chatId, mode);
  expect(await desk.focusField('main', chatId, mode === 'coach' ? 'agents' : 'everyone')).toBe(true);
}

/** The server saw no word of it, nothing was done that nobody wanted, and the page offers every letter. */
async function isKept(desk: RealDesk, text: string): Promise<void> {
  await eventually(
    `"${text}" on the page`,
    () => desk.shownIn('main'),
    (shown) => shown.includes(text),
  );
  expect(await desk.sentMessages()).toEqual([]);
  expect(await desk.unwanted()).toEqual([]);
}

describe('a sentence under way', () => {
  it('stays with its chat when the agent ends it, and no letter of it is a command', async () => {
    const { desk, chat } = await openDesk();
    const { control } = desk.console;
    for (const { chatId } of desk.chats) await control.customerSays({ chatId, text: 'I want a refund, now!' });
    await enter(desk, chat, 'coach');
    await type(desk, 'This customer can');
    await control.endChat({ chatId: chat.chatId });
    await type(desk, ' be tough, he always lies');
    await desk.console.picture('typing-1-chat-ended');
    await desk.strike('main', { does: 'key', key: 'Enter' });
    await isKept(desk, 'This customer can be tough, he always lies');
    await desk.console.chooseSystemTheme('dark');
    await desk.console.picture('typing-1-chat-ended-dark');
    expect(await desk.console.page.getByRole('heading', { name: chat.customer, level: 1 }).isVisible()).toBe(true);
  });

  it.each(['wall', 'another session'] as const)('goes to nobody else when the mode turns from %s', async (from) => {
    const { desk, chat } = await openDesk();
    const turn = async (mode: 'monitor' | 'bargeIn'): Promise<void> => {
      if (from === 'wall') {
        await desk.openChat('wall', chat);
        await desk.chooseMode('wall', chat.chatId, mode);
      } else await desk.switchElsewhere(chat.chatId, mode);
    };
    await enter(desk, chat, 'coach');
    await type(desk, 'Do not tell him');
    await turn('bargeIn');
    await type(desk, ' but the refund is late');
    await desk.modeBecomes(chat.chatId, 'bargeIn');
    await desk.console.picture(`typing-2-whisper-held-${from.replace(' ', '-')}`);
    await desk.strike('main', { does: 'key', key: 'Enter' });
    await isKept(desk, 'Do not tell him but the refund is late');

    // The person chooses, and writes to everyone; then another window steps back.
    await desk.strike('main', { does: 'key', key: 'Escape' });
    expect(await desk.focusField('main', chat.chatId, 'everyone')).toBe(true);
    await type(desk, 'Hello, I can');
    await turn('monitor');
    await type(desk, ' take it to the team');
    await desk.modeBecomes(chat.chatId, 'monitor');
    await desk.console.picture(`typing-2-words-held-${from.replace(' ', '-')}`);
    await desk.strike('main', { does: 'key', key: 'Enter' });
    await isKept(desk, 'Hello, I can take it to the team');
  });

  it.each([
    ['coach', 'agents', 400, 'Let him cancel it'],
    ['bargeIn', 'everyone', 3_000, 'hello there'],
  ] as const)('is kept for the mode asked for by key: %s', async (mode, audience: Audience, milliseconds, text) => {
    const { desk, chat } = await openDesk();
    await desk.console.control.injectFault({ kind: 'late', milliseconds });
    await desk.pressModeKey(chat.chatId, mode);
    await type(desk, text);
    await desk.console.picture(`typing-3-asked-for-${mode}`);
    await desk.modeBecomes(chat.chatId, mode);
    await desk.console.control.clearFaults();
    const field = desk.console.page.locator(`[data-testid="composer"][data-audience="${audience}"] textarea`);
    await eventually(
      'the whole sentence in its field',
      () => field.inputValue(),
      (value) => value === text,
    );
    await isKept(desk, text);
  });

  it('ends a composition for the readers it was begun for', async () => {
    const { desk, chat } = await openDesk();
    await enter(desk, chat, 'coach');
    await type(desk, 'Kim must not know: ');
    for (const text of ['h', 'へ', 'へん', 'へんき', 'へんきん'])
      await desk.strike('main', { does: 'compose', letter: 'n', text });
    await desk.switchElsewhere(chat.chatId, 'bargeIn');
    await desk.modeBecomes(chat.chatId, 'bargeIn');
    await handTakes(800);
    await desk.strike('main', { does: 'commit', text: '返金' });
    await desk.console.picture('typing-4-composition');
    await desk.strike('main', { does: 'key', key: 'Enter' });
    await isKept(desk, 'Kim must not know:');
  });
});
