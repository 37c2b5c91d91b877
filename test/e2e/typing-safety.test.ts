import { describe, expect, it } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { WallChat } from '../support/electron/wall-page';
import type { Audience } from '../faults/typist/person';
import type { WindowName } from '../faults/typist/typist-world';
import { handTakes, RealWindows } from '../faults/typist/window/real-windows';

const still = ['--practice-rate=0', '--practice-chats=0'];
const keyMs = 90;

async function openWindows(): Promise<{ readonly windows: RealWindows; readonly chat: WallChat }> {
  const console = await consoleForTest({ flags: still, expects: /Failed to load resource/ });
  await practise(console);
  const windows = await RealWindows.open(console);
  const [chat] = windows.chats;
  if (chat === undefined) throw new Error('there are chats');
  await windows.openChat('main', chat);
  return { windows, chat };
}

async function type(windows: RealWindows, text: string, at: WindowName = 'main'): Promise<void> {
  for (const key of text) {
    await windows.strike(at, { does: 'key', key });
    await handTakes(keyMs);
  }
}

async function enter(windows: RealWindows, { chatId }: WallChat, mode: 'coach' | 'bargeIn'): Promise<void> {
  await windows.chooseMode('main', chatId, mode);
  await windows.modeBecomes(chatId, mode);
  expect(await windows.focusField('main', chatId, mode === 'coach' ? 'agents' : 'everyone')).toBe(true);
}

/** The server saw no word of it, nothing was done that nobody wanted, and the page offers every letter. */
async function isKept(windows: RealWindows, text: string): Promise<void> {
  await eventually(
    `"${text}" on the page`,
    () => windows.shownIn('main'),
    (shown) => shown.includes(text),
  );
  expect(await windows.sentMessages()).toEqual([]);
  expect(await windows.unwanted()).toEqual([]);
}

describe('a sentence under way', () => {
  it('stays with its chat when the agent ends it, and no letter of it is a command', async () => {
    const { windows, chat } = await openWindows();
    const { control } = windows.console;
    for (const { chatId } of windows.chats) await control.customerSays({ chatId, text: 'I want a refund, now!' });
    await enter(windows, chat, 'coach');
    await type(windows, 'This customer can');
    await control.endChat({ chatId: chat.chatId });
    await type(windows, ' be tough, he always lies');
    await windows.console.screenshot('typing-1-chat-ended');
    await windows.strike('main', { does: 'key', key: 'Enter' });
    await isKept(windows, 'This customer can be tough, he always lies');
    await windows.console.chooseSystemTheme('dark');
    await windows.console.screenshot('typing-1-chat-ended-dark');
    expect(await windows.console.page.getByRole('heading', { name: chat.customer, level: 1 }).isVisible()).toBe(true);
  });

  it.each(['wall', 'another session'] as const)('goes to nobody else when the mode turns from %s', async (from) => {
    const { windows, chat } = await openWindows();
    const turn = async (mode: 'monitor' | 'bargeIn'): Promise<void> => {
      if (from === 'wall') {
        await windows.openChat('wall', chat);
        await windows.chooseMode('wall', chat.chatId, mode);
      } else await windows.switchElsewhere(chat.chatId, mode);
    };
    await enter(windows, chat, 'coach');
    await type(windows, 'Do not tell him');
    await turn('bargeIn');
    await type(windows, ' but the refund is late');
    await windows.modeBecomes(chat.chatId, 'bargeIn');
    await windows.console.screenshot(`typing-2-whisper-held-${from.replace(' ', '-')}`);
    await windows.strike('main', { does: 'key', key: 'Enter' });
    await isKept(windows, 'Do not tell him but the refund is late');

    // The person chooses, and writes to everyone; then another window steps back.
    await windows.strike('main', { does: 'key', key: 'Escape' });
    expect(await windows.focusField('main', chat.chatId, 'everyone')).toBe(true);
    await type(windows, 'Hello, I can');
    await turn('monitor');
    await type(windows, ' take it to the team');
    await windows.modeBecomes(chat.chatId, 'monitor');
    await windows.console.screenshot(`typing-2-words-held-${from.replace(' ', '-')}`);
    await windows.strike('main', { does: 'key', key: 'Enter' });
    await isKept(windows, 'Hello, I can take it to the team');
  });

  it.each([
    ['coach', 'agents', 400, 'Let him cancel it'],
    ['bargeIn', 'everyone', 3_000, 'hello there'],
  ] as const)('is kept for the mode asked for by key: %s', async (mode, audience: Audience, milliseconds, text) => {
    const { windows, chat } = await openWindows();
    await windows.console.control.injectFault({ kind: 'late', milliseconds });
    await windows.pressModeKey(chat.chatId, mode);
    await type(windows, text);
    await windows.console.screenshot(`typing-3-asked-for-${mode}`);
    await windows.modeBecomes(chat.chatId, mode);
    await windows.console.control.clearFaults();
    const field = windows.console.page.locator(`[data-testid="composer"][data-audience="${audience}"] textarea`);
    await eventually(
      'the whole sentence in its field',
      () => field.inputValue(),
      (value) => value === text,
    );
    await isKept(windows, text);
  });

  it('ends a composition for the readers it was begun for', async () => {
    const { windows, chat } = await openWindows();
    await enter(windows, chat, 'coach');
    await type(windows, 'Kim must not know: ');
    for (const text of ['h', 'へ', 'へん', 'へんき', 'へんきん'])
      await windows.strike('main', { does: 'compose', letter: 'n', text });
    await windows.switchElsewhere(chat.chatId, 'bargeIn');
    await windows.modeBecomes(chat.chatId, 'bargeIn');
    await handTakes(800);
    await windows.strike('main', { does: 'commit', text: '返金' });
    await windows.console.screenshot('typing-4-composition');
    await windows.strike('main', { does: 'key', key: 'Enter' });
    await isKept(windows, 'Kim must not know:');
  });
});
