import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { claimLabel } from '../../../../renderer/domain/lists/claim-label';
import WhyPanel from '../../../../renderer/features/why/WhyPanel.vue';
import { useWhyStore } from '../../../../renderer/stores/why.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

async function open(snapshot = attentiveFloor(now)) {
  const mounted = mountOnFloor(WhyPanel, { snapshot });
  const kim = snapshot.chats[0]?.id ?? '';
  const asker = document.createElement('button');
  document.body.append(asker);
  useWhyStore().ask(kim, asker);
  await flushPromises();
  const text = (): string => document.querySelector('[data-testid="why"]')?.textContent ?? '';
  return { ...mounted, kim, asker, text };
}

describe('why a chat is where it is', () => {
  it('shows the place, each reason with its points and their sum', async () => {
    const { text } = await open();
    expect(text()).toContain('Position 2 of');
    expect(text()).toContain('The customer has been waiting 3:48 for a reply.');
    expect(text()).toContain('Urgent: 400 + Rule: 30');
    expect(text()).toContain('Warning from 1:30, urgent from 3:00');
    expect(text()).toContain(`Points in total${String(430 + 22 + 12 + 8)}`);
  });

  it('shows what would change the place, and follows what changes', async () => {
    const { bridge, kim, text } = await open();
    expect(document.querySelector('[data-thing="reply"]')?.textContent).toContain('Leaves the list');
    await bridge.invoke('attention.acknowledge', { chatId: kim, rules: ['customerWaiting'] });
    await flushPromises();
    await vi.advanceTimersByTimeAsync(2_100);
    await flushPromises();
    expect(text()).toContain('Handled, so it doesn’t count');
  });

  it('says that nothing is said about what comes next while the floor is not live', async () => {
    const floor = attentiveFloor(now);
    const { text } = await open({ ...floor, connection: { ...floor.connection, phase: 'stale' } });
    expect(text()).toContain('aren’t up to date');
    expect(document.querySelector('[data-thing]')).toBeNull();
  });

  it('gives the focus back to the control that asked', async () => {
    const { asker } = await open();
    document
      .querySelector('.ui-popover')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await flushPromises();
    await vi.advanceTimersByTimeAsync(500);
    expect(useWhyStore().question).toBeNull();
    expect(document.activeElement).toBe(asker);
  });
});

describe('claimLabel', () => {
  it('distinguishes rising, falling, staying, leaving and coming in', () => {
    const why = { place: 3, horizonMs: 1_800_000 };
    const outcome = (place: number | null, before: number | null = 3) =>
      claimLabel({ thing: 'reply', place, inMs: 0 }, { ...why, place: before }).outcome;
    expect([outcome(1), outcome(4), outcome(3), outcome(null), outcome(2, null), outcome(null, null)]).toEqual([
      'rises',
      'falls',
      'stays',
      'leaves',
      'enters',
      'staysOut',
    ]);
  });

  it('says when waiting moves a chat, or for how long it moves nothing', () => {
    const why = { place: 3, horizonMs: 1_800_000 };
    expect(claimLabel({ thing: 'wait', place: 1, inMs: 92_000 }, why)).toEqual({
      outcome: 'risesIn',
      values: { place: 1, time: '1:32' },
    });
    expect(claimLabel({ thing: 'wait', place: 3, inMs: null }, why)).toEqual({
      outcome: 'staysFor',
      values: { place: 3, time: '30:00' },
    });
  });
});
