import { flushPromises } from '@vue/test-utils';
import { holdKey } from '../../../support/renderer/hold-key';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import type { Chat } from '../../../../preload/contract';
import { chatOperations, menuFactsOf, menuOperations } from '../../../../preload/contract/chat-operations';
import { createAppI18n } from '../../../../renderer/app/i18n';
import ChatActions from '../../../../renderer/features/chat-actions/ChatActions.vue';
import LeaveChat from '../../../../renderer/features/chat-actions/LeaveChat.vue';
import { catalogues } from '../../../../renderer/locales/catalogues';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { createKeyMap } from '../../../../renderer/ui/keys/key-map';
import { listenToKeys } from '../../../../renderer/ui/keys/listen-to-keys';
import { provideKeyMap } from '../../../../renderer/ui/keys/use-key-map';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const coached = '0001Da9PFC93000S';
const bargedIn = '0001Da9PFC930011';

const OnTheKeyboard = defineComponent({
  setup() {
    const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false });
    provideKeyMap(keyMap);
    listenToKeys(keyMap, window);
    return () => [h(ChatActions), h(LeaveChat)];
  },
});

freezeTime(now);

async function open(chatId: string, changed: Partial<Chat> = {}) {
  const snapshot = busyFloor(now);
  const chats = snapshot.chats.map((chat) => (chat.id === chatId ? { ...chat, ...changed } : chat));
  const floor = mountOnFloor(OnTheKeyboard, { snapshot: { ...snapshot, chats }, now: () => now });
  useChatsStore().select(chatId);
  const turn = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(200);
    await flushPromises();
  };
  await turn();
  const find = (selector: string): HTMLElement => {
    const found = document.body.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`${selector} is on the screen`);
    return found;
  };
  const button = (text: string): HTMLButtonElement => {
    const found = [...document.body.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(text));
    if (found === undefined) throw new Error(`a button "${text}" is on the screen`);
    return found;
  };
  return {
    ...floor,
    turn,
    find,
    button,
    words: () => document.body.textContent.replaceAll(/\s+/gu, ' '),
    panel: () => document.body.querySelector('form.panel'),
    press: async (key: string, target: EventTarget = window) => {
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, shiftKey: /^[A-Z]$/u.test(key), bubbles: true, cancelable: true }),
      );
      await turn();
    },
    hold: async (key: string) => {
      holdKey(key);
      await turn();
    },
    type: async (selector: string, text: string) => {
      const field = find(selector) as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await turn();
    },
    click: async (element: HTMLElement) => {
      element.click();
      await turn();
    },
  };
}

const { t } = createAppI18n(catalogues).global;

describe.each(menuOperations)('the menu entry %s', (entry) => {
  it('asks in a panel, or runs its operation at once', async () => {
    const { runs } = menuFactsOf(entry);
    const allowedActions = runs.flatMap((one) => chatOperations[one].offeredAs);
    const { press, find, click, panel, asked } = await open(bargedIn, { allowedActions });
    await press('Enter', find('[data-testid="chat-actions"] button'));
    const items = [...document.body.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const item = items.find((one) => one.textContent.trim().startsWith(t(`actions.${entry}.name`)));
    if (item === undefined) throw new Error('it is in the menu');
    await click(item);
    const isAsked = runs.some((one) => asked(`chats.${one}`).length === 1);
    expect(panel() !== null || isAsked).toBe(true);
  });
});

describe('handing a chat over', () => {
  it('finds and runs an operation by keyboard, and reports success only when confirmed', async () => {
    const { hold, press, type, find, words, asked, settle, panel, turn } = await open(coached);
    await hold('t');
    await type('[role="combobox"]', 'bill');
    await press('Enter', find('[role="combobox"]'));
    expect(words()).toContain('Kim will be transferred to the Billing queue, and you’ll leave the chat.');
    expect(document.activeElement?.textContent.trim()).toBe('Transfer');
    expect(asked('chats.transfer')).toEqual([]);
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(asked('chats.transfer')).toMatchObject([{ chatId: coached, target: { kind: 'queue', id: 'billing' } }]);
    expect(useToastsStore().toasts).toEqual([]);
    await settle();
    await turn();
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['actions.transfer.done']);
    expect(panel()).toBeNull();
  });

  it('walks past those who are in the chat already', async () => {
    const { hold, press, find } = await open(coached);
    await hold('o');
    const options = [...document.body.querySelectorAll('[role="option"]')];
    expect(options[0]?.textContent).toMatch(/Ana Ruiz.*Already in this chat/su);
    expect(options[0]?.getAttribute('aria-disabled')).toBe('true');
    expect(find('[data-active]').textContent).toContain('Marek Novák');
    await press('ArrowUp', find('[role="combobox"]'));
    expect(find('[data-active]').textContent).toContain('Marek Novák');
  });

  it('keeps the choice where the server refused, with the reason', async () => {
    const { hold, bridge, press, type, find, words, turn } = await open(coached);
    await hold('i');
    await type('[role="combobox"]', 'priya');
    await press('Enter', find('[role="combobox"]'));
    bridge.failNext.set('chats.invite', 'command.forbidden');
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(words()).toContain('You don’t have permission to do this.');
    expect(words()).toContain('Priya Shah will be invited to the chat. Kim will see this.');
    expect(useToastsStore().toasts).toEqual([]);
  });

  it('says so when the directory cannot be read, and asks again', async () => {
    const { bridge, hold, words, click, button, turn } = await open(coached);
    bridge.failNext.set('directory.find', 'server.unreachable');
    await hold('t');
    expect(words()).toContain('can’t be reached');
    await click(button('Try again'));
    await turn();
    expect(words()).toContain('8 results');
  });
});

describe('what others read', () => {
  it('goes to the agents as long as they are the ones named', async () => {
    const { bridge, press, type, words, find, asked, turn } = await open(bargedIn);
    await press('N');
    expect(words()).toContain('Only Marek can read this');
    const written = (): string => (find('form.panel textarea') as HTMLTextAreaElement).value;
    await type('form.panel textarea', 'The voucher is approved.');
    const chat = bridge.chat(bargedIn);
    bridge.tell({ type: 'chatChanged', chat: { ...chat, mode: 'coach' } });
    await turn();
    expect(written()).toBe('');
    bridge.tell({ type: 'chatChanged', chat });
    await turn();
    expect(written()).toBe('The voucher is approved.');
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(asked('chats.sendNoticeToAgents')).toMatchObject([
      { chatId: bargedIn, composedIn: 'bargeIn', text: 'The voucher is approved.' },
    ]);
  });

  it('is an address only when it is a secure one', async () => {
    const { press, type, button, words, find, asked, turn } = await open(bargedIn);
    await press('u');
    await type('form.panel input', 'http://northbank.example');
    expect(words()).toContain('Only secure addresses (https) can be sent.');
    expect(button('Send to').disabled).toBe(true);
    await type('form.panel input', 'northbank.example/refunds');
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(asked('chats.pushUrl')).toMatchObject([{ composedIn: 'bargeIn', url: 'https://northbank.example/refunds' }]);
  });

  it('is not available where no one would receive it', async () => {
    const { press, panel } = await open(coached);
    await press('u');
    expect(panel()).toBeNull();
  });
});

describe('leaving', () => {
  it('takes one press where the customer does not see it', async () => {
    const { click, button, asked } = await open(coached);
    await click(button('Leave chat'));
    expect(asked('chats.leave')).toMatchObject([{ chatId: coached, partingMessage: null }]);
  });

  it('says who would notice also when the mode changes while it asks', async () => {
    const { button, click, words, bridge, turn } = await open(bargedIn);
    await click(button('Leave chat'));
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(bargedIn), mode: 'coach' } });
    await turn();
    expect(words()).toContain('Marek will see you leave.');
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(bargedIn), mode: 'monitor' } });
    await turn();
    expect(words()).toContain('No one will notice that you leave.');
  });

  it('asks once in sight of the customer, and says the last words in the mode they were written in', async () => {
    const { click, button, asked, words, type, find, turn } = await open(bargedIn);
    await click(button('Leave chat'));
    expect(asked('chats.leave')).toEqual([]);
    expect(words()).toContain('T. Okafor and Marek will see you leave.');
    await click(button('Stay in chat'));
    expect(document.body.querySelector('form.panel')).toBeNull();
    await click(button('Leave chat'));
    await type('form.panel textarea', 'Goodbye!');
    expect(button('Send and leave').disabled).toBe(false);
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(asked('chats.leave')).toMatchObject([{ partingMessage: { composedIn: 'bargeIn', text: 'Goodbye!' } }]);
  });

  it('says that the customer is sent away when nobody else is there', async () => {
    const participants = busyFloor(now)
      .chats.find(({ id }) => id === coached)
      ?.participants.filter(({ kind }) => kind !== 'agent');
    const { click, button, words, asked } = await open(coached, { participants: participants ?? [] });
    await click(button('Leave chat'));
    expect(words()).toContain('Kim will be disconnected when you leave. You can’t undo this.');
    expect(asked('chats.leave')).toEqual([]);
  });
});

describe('the disposition', () => {
  it('is one of the codes that the server offers', async () => {
    const { press, type, find, asked } = await open(coached);
    await press('d');
    await type('[role="combobox"]', 'called');
    await press('Enter', find('[role="combobox"]'));
    expect(asked('chats.setDisposition')).toMatchObject([{ chatId: coached, code: 'CALLBACK' }]);
  });

  it('is any text where the server offers none', async () => {
    const { bridge, press, type, find, asked, turn } = await open(coached);
    bridge.archive.codes = [];
    await press('d');
    await type('form.panel input', 'Solved by hand');
    find('form.panel').dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    expect(asked('chats.setDisposition')).toMatchObject([{ code: 'Solved by hand' }]);
  });
});
