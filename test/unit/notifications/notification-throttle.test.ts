import { describe, expect, it } from 'vitest';
import { createNotificationThrottle } from '../../../main/notifications/notification-throttle';
import { VirtualClock } from '../../support/virtual-clock';

function gateOnPaper() {
  const clock = new VirtualClock();
  const shown: string[] = [];
  const gate = createNotificationThrottle<string>(clock, {
    one: (notice) => shown.push(notice),
    many: (notices) => shown.push(`${notices.length} more`),
  });
  return { clock, shown, gate };
}

describe('createNotificationThrottle', () => {
  it('shows a few at once and the rest as one number', () => {
    const { clock, shown, gate } = gateOnPaper();
    'abcdefg'.split('').forEach((notice) => gate.offer(notice));
    expect(shown).toEqual(['a', 'b', 'c']);
    clock.advance(8_000);
    expect(shown).toEqual(['a', 'b', 'c', '4 more']);
  });

  it('shows a single held one on its own', () => {
    const { clock, shown, gate } = gateOnPaper();
    'abcd'.split('').forEach((notice) => gate.offer(notice));
    clock.advance(8_000);
    expect(shown).toEqual(['a', 'b', 'c', 'd']);
  });

  it('shows one notification a period during a flood', () => {
    const { clock, shown, gate } = gateOnPaper();
    for (let second = 0; second < 80; second += 1) {
      'abcde'.split('').forEach((notice) => gate.offer(notice));
      clock.advance(1_000);
    }
    expect(shown.length).toBeLessThanOrEqual(3 + 10);
  });

  it('shows the next ones at once after a quiet period', () => {
    const { clock, shown, gate } = gateOnPaper();
    'abcde'.split('').forEach((notice) => gate.offer(notice));
    clock.advance(60_000);
    gate.offer('z');
    expect(shown.at(-1)).toBe('z');
  });

  it('shows nothing after it was stopped', () => {
    const { clock, shown, gate } = gateOnPaper();
    'abcde'.split('').forEach((notice) => gate.offer(notice));
    gate.stop();
    clock.advance(60_000);
    expect(shown).toEqual(['a', 'b', 'c']);
  });
});
