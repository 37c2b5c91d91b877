import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ChatSidePanel from '../../../../renderer/features/side-panel/ChatSidePanel.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const coached = '0001Da9PFC93000S';

freezeTime(now);

async function open(chatId: string) {
  const floor = mountOnFloor(ChatSidePanel, { snapshot: busyFloor(now), now: () => now });
  useChatsStore().select(chatId);
  await flushPromises();
  return floor;
}

describe('the side panel', () => {
  it('lists who is in the chat and who sees them', async () => {
    const { wrapper } = await open(coached);
    expect(wrapper.findAll('.participant').map((row) => row.text().replaceAll(/\s+/gu, ' '))).toEqual([
      expect.stringMatching(/Kim Delacroix.*Customer.*Visible to: Everyone/u),
      expect.stringMatching(/Ana Ruiz.*Agent.*Visible to: Everyone/u),
      expect.stringMatching(/You.*Supervisor · Sam Supervisor.*Visible to: Agents only/u),
    ]);
  });

  it('shows customer data as it came', async () => {
    const { wrapper } = await open(coached);
    expect(wrapper.text()).toContain('PegAG?:Customer_Service > 1');
    expect(wrapper.text()).toContain('Charged twice');
  });
});
