import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Chat } from '../../../../preload/contract';
import VisibleToCustomers from '../../../../renderer/features/step-back/VisibleToCustomers.vue';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { leaveNeedsConfirmation } from '../../../../renderer/domain/modes/leave-confirmation';
import { isLockedTile } from '../../../../renderer/features/wall/wall-held';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { seedChat } from '../../../support/renderer/seed-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 2, 4, 9, 0);
const chatIn = (id: string, mode: Chat['mode']): Chat => ({
  ...seedChat({ id, customer: `Kim ${id}`, agent: 'Ana Silva', mode, receivedAt: now - 60_000 }),
});
const floorWith = (...chats: Chat[]) => ({ ...busyFloor(now), chats, transcripts: [], attention: [], pending: [] });

describe('a mode the server has not said', () => {
  it('counts in the title bar as visible, and is said to be not confirmed', () => {
    const { wrapper } = mountOnFloor(VisibleToCustomers, { snapshot: floorWith(chatIn('1', null)) });
    expect(wrapper.get('[data-testid="visible-to-customers"]').text()).toBe(
      'Customers may see you in 1 chat (not confirmed)',
    );
    expect(wrapper.get('[role="status"]').text()).toBe('Customers may see you in 1 chat (not confirmed)');
  });

  it('makes a sum that is not certain in all its parts uncertain', () => {
    const snapshot = floorWith(chatIn('1', null), chatIn('2', 'bargeIn'), chatIn('3', 'monitor'), chatIn('4', 'coach'));
    const { wrapper } = mountOnFloor(VisibleToCustomers, { snapshot });
    expect(wrapper.text()).toContain('Customers may see you in 2 chats (not confirmed)');
  });

  it('leaves a certain sum as it is', () => {
    const { wrapper } = mountOnFloor(VisibleToCustomers, { snapshot: floorWith(chatIn('2', 'bargeIn')) });
    expect(wrapper.text()).toContain('Customers can see you in 1 chat');
  });

  it('marks the edge of its row and says so in it', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
    const { wrapper } = mountOnFloor(ChatList, { snapshot: floorWith(chatIn('1', null)), now: () => now });
    await flushPromises();
    expect(wrapper.get('.chat-row').classes()).toContain('notConfirmed');
    expect(wrapper.get('.chat-row').text()).toContain('Not confirmed: customer may see you');
  });

  it('draws no composer, so that none names the wrong readers', async () => {
    const { wrapper } = mountOnFloor(ChatComposer, { snapshot: floorWith(chatIn('1', null)) });
    useChatsStore().select('1');
    await flushPromises();
    expect(wrapper.find('[data-testid="composer"]').exists()).toBe(false);
  });

  it('keeps its tile, and leaving asks first', () => {
    const chat = chatIn('1', null);
    expect(isLockedTile({ chat, attendedIds: new Set(), hasDraft: () => false, hasPendingCommand: false })).toBe(true);
    expect(leaveNeedsConfirmation(chat)).toBe(true);
  });
});
