import { describe, expect, it } from 'vitest';
import UnjoinedChats from '../../../../renderer/features/bulk/UnjoinedChats.vue';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

describe('UnjoinedChats', () => {
  it('speaks of a single chat in the singular', async () => {
    const { wrapper } = mountOnFloor(UnjoinedChats, { snapshot: attentiveFloor(now), now: () => now });
    await afterAnswers(wrapper);
    const text = wrapper.get('[data-testid="unjoined-chats"]').text();
    expect(text).toContain('1 active chat of watched agents isn’t joined.');
    expect(text).toContain('Nothing in it is shown here until you join.');
    wrapper.unmount();
  });
});
