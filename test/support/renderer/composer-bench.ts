import { flushPromises } from '@vue/test-utils';
import { defineComponent, h, shallowRef } from 'vue';
import type { Chat, Draft, Mode } from '../../../preload/contract';
import ChatComposer from '../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../renderer/stores/drafts.store';
import type { SentenceGuard } from '../../../renderer/ui/keys/sentence-guard';
import { provideSentenceGuard } from '../../../renderer/ui/keys/use-sentence-guard';
import { busyFloor } from './busy-floor';
import { mountOnFloor } from './mount-on-floor';
import { actionsIn } from './seed-floor';

export const now = Date.UTC(2026, 10, 22, 21, 0);
/** The chat that the composer is opened for. */
export const kim = '0001Da9PFC93000S';

/**
 * A composer of the busy floor in this mode, and what a person, the server and another chat do to it. Without `guard`, which the caller
 * connects to the keyboard, typing is only seen in the focus.
 */
export async function openComposer(mode: Mode, guard?: SentenceGuard) {
  const hasComposer = shallowRef(true);
  const host = defineComponent(() => {
    if (guard !== undefined) provideSentenceGuard(guard);
    return () => (hasComposer.value ? h(ChatComposer) : null);
  });
  const floor = mountOnFloor(host, { snapshot: busyFloor(now), now: () => now });
  const { wrapper, bridge } = floor;
  const other = bridge.snapshot.chats.find(({ id, state }) => id !== kim && state === 'active')?.id;
  if (other === undefined) throw new Error('the busy floor has two active chats');
  const change = async (part: Partial<Chat>, chatId = kim): Promise<void> => {
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(chatId), ...part } });
    await flushPromises();
  };
  const turnTo = (next: Mode, chatId = kim): Promise<void> =>
    change({ mode: next, allowedActions: actionsIn(next) }, chatId);
  await turnTo(mode);
  useChatsStore().select(kim);
  await flushPromises();
  const element = (): HTMLTextAreaElement => wrapper.get('textarea').element;
  return {
    ...floor,
    other,
    change,
    turnTo,
    element,
    hasFocus: () => wrapper.find('textarea').exists() && document.activeElement === element(),
    state: () => {
      const composer = wrapper.find('[data-testid="composer"][data-state]');
      return composer.exists() ? composer.attributes('data-state') : 'none';
    },
    banner: () => wrapper.get('[data-testid="composer-audience"]').text(),
    write: async (text: string) => {
      element().focus();
      await wrapper.get('textarea').setValue(text);
    },
    press: async (key: string, held: object = {}) => {
      await wrapper.get('textarea').trigger('keydown', { key, ...held });
      await flushPromises();
    },
    whisperInstead: async () => {
      const button = wrapper.findAll('button').find((one) => one.text().includes('Whisper to Ana instead'));
      await button?.trigger('click');
    },
    close: async () => {
      hasComposer.value = false;
      await flushPromises();
    },
    reopen: async () => {
      hasComposer.value = true;
      await flushPromises();
    },
    select: async (chatId: string) => {
      useChatsStore().select(chatId);
      await flushPromises();
    },
    drafts: () => useDraftsStore().ofChat(kim),
    sent: () => bridge.asked.filter(({ name }) => name.startsWith('chats.send')),
    typing: () =>
      bridge.asked
        .filter(({ name }) => name === 'chats.typing')
        .map(({ request }) => (request as { isTyping: boolean }).isTyping),
  };
}

/** What was written, in which mode and for whom. */
export const texts = (drafts: readonly Draft[]) => drafts.map(({ mode, audience, text }) => [mode, audience, text]);
