import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../../preload/contract';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 2, 4, 9, 0);

async function nameLineOf(change: (chat: Chat) => Chat, mode: Chat['mode'] = 'bargeIn') {
  const chat = change(seedChat({ id: '1', customer: 'Kim', agent: 'Ana Silva', mode, receivedAt: now }));
  const snapshot = { ...busyFloor(now), chats: [chat], transcripts: [], attention: [], pending: [] };
  const { wrapper } = mountOnFloor(ChatComposer, { snapshot, now: () => now });
  useChatsStore().select('1');
  await flushPromises();
  return wrapper.find('[data-testid="own-name"]');
}
const same = (chat: Chat): Chat => chat;
const called =
  (nickname: string) =>
  (chat: Chat): Chat => ({
    ...chat,
    participants: chat.participants.map((one) => (one.kind === 'self' ? { ...one, nickname } : one)),
  });

describe('the name the supervisor is seen under', () => {
  it('is said as the server has it, with those who see it', async () => {
    expect((await nameLineOf(same)).text()).toContain('Kim and Ana see you as “Sam Supervisor”');
    expect((await nameLineOf(same, 'coach')).text()).toContain('Ana sees you as “Sam Supervisor”');
  });

  it('is not made up where the server did not tell it', async () => {
    expect((await nameLineOf(called(''))).text()).toContain('Your display name here is not confirmed');
    expect((await nameLineOf(called('\u3164'))).text()).toContain('Your display name here is not confirmed');
  });

  it('is not shown where nobody sees the supervisor', async () => {
    expect((await nameLineOf(same, 'monitor')).exists()).toBe(false);
  });
});
