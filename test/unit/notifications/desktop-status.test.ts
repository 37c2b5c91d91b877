import { describe, expect, it } from 'vitest';
import { DesktopStatus, type DesktopCondition } from '../../../main/notifications/desktop-status';
import type { DesktopLimit, DesktopState } from '../../../preload/contract';
import { VirtualClock } from '../../support/virtual-clock';

const good: DesktopCondition = {
  notifications: 'working',
  tray: 'shown',
  doNotDisturb: 'off',
  sound: 'working',
  selfTest: 'idle',
};

function statusFor(
  start: Partial<DesktopCondition> = {},
  stored: { limits: readonly DesktopLimit[] } = { limits: [] },
) {
  const clock = new VirtualClock();
  const published: DesktopState[] = [];
  let condition = { ...good, ...start };
  const status = new DesktopStatus({
    clock,
    read: () => condition,
    dismissed: {
      read: () => stored.limits,
      write: (limits) => {
        stored.limits = limits;
      },
    },
    onChange: (state) => published.push(state),
  });
  const become = (changes: Partial<DesktopCondition>): void => {
    condition = { ...condition, ...changes };
    status.changed();
  };
  return { clock, status, published, become, stored };
}

describe('DesktopStatus', () => {
  it('knows nothing of the notifications until the desktop had time to reply', () => {
    const { status, clock } = statusFor();
    expect(status.state().notifications).toBe('notKnown');
    clock.advance(4_000);
    expect(status.state()).toMatchObject({ notifications: 'working', notice: [] });
  });

  it('shows limits that last, the most important first', () => {
    const { status, clock, become } = statusFor({ tray: 'notKnown' });
    become({ notifications: 'noService', sound: 'none', doNotDisturb: 'on' });
    expect(status.state()).toMatchObject({ notifications: 'noService', notice: [] });
    clock.advance(4_000);
    expect(status.state().notice).toEqual(['noService', 'doNotDisturb', 'noSound', 'noTray']);
  });

  it('shows no limit of a service that only restarts', () => {
    const { status, clock, become, published } = statusFor();
    clock.advance(4_000);
    become({ notifications: 'noService' });
    clock.advance(3_000);
    become({ notifications: 'working' });
    clock.advance(60_000);
    expect(status.state().notice).toEqual([]);
    expect(published.map(({ notice }) => notice.length)).toEqual([0, 0, 0]);
  });

  it('hides a limit as soon as it ends', () => {
    const { status, clock, become } = statusFor({ notifications: 'denied' });
    clock.advance(4_000);
    expect(status.state().notice).toEqual(['denied']);
    become({ notifications: 'working' });
    expect(status.state().notice).toEqual([]);
  });

  it('keeps a dismissed limit dismissed, over restarts too, and shows a new one', () => {
    const stored = { limits: [] as readonly DesktopLimit[] };
    const first = statusFor({ tray: 'notKnown' }, stored);
    first.clock.advance(4_000);
    first.status.dismiss();
    expect(first.status.state().notice).toEqual([]);
    const second = statusFor({ tray: 'notKnown' }, stored);
    second.clock.advance(4_000);
    expect(second.status.state().notice).toEqual([]);
    second.become({ notifications: 'notResponding' });
    second.clock.advance(4_000);
    expect(second.status.state().notice).toEqual(['notResponding']);
  });

  it('shows a dismissed limit again after it had ended', () => {
    const { status, clock, become, stored } = statusFor({ notifications: 'noService' });
    clock.advance(4_000);
    status.dismiss();
    expect(stored.limits).toEqual(['noService']);
    become({ notifications: 'working' });
    clock.advance(4_000);
    expect(stored.limits).toEqual([]);
    become({ notifications: 'noService' });
    clock.advance(4_000);
    expect(status.state().notice).toEqual(['noService']);
  });

  it('publishes each change once, and none after its end', () => {
    const { status, clock, become, published } = statusFor();
    clock.advance(4_000);
    become({ selfTest: 'sent' });
    become({ selfTest: 'sent' });
    expect(published.map(({ selfTest }) => selfTest)).toEqual(['idle', 'sent']);
    become({ notifications: 'noBus' });
    status.dispose();
    clock.advance(10_000);
    expect(published.at(-1)?.notice).toEqual([]);
  });
});
