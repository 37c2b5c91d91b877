import { describe, expect, it } from 'vitest';
import { NotificationSelfTest } from '../../../main/notifications/self-test';
import { FakeNotifier } from '../../support/desktop/fake-notifier';
import { VirtualClock } from '../../support/virtual-clock';

const key = 'self test';

function selfTestFor() {
  const clock = new VirtualClock();
  const notifier = new FakeNotifier();
  const states: string[] = [];
  let clicks = 0;
  const test: NotificationSelfTest = new NotificationSelfTest({
    ...{ notifier, clock },
    onChange: () => states.push(test.state()),
    onClick: () => {
      clicks += 1;
    },
  });
  return { clock, notifier, states, test, clicks: () => clicks };
}

describe('NotificationSelfTest', () => {
  it('follows a notification from its sending to the click', () => {
    const { test, notifier, states, clicks } = selfTestFor();
    test.start();
    expect(notifier.live.get(key)).toMatchObject({ title: 'Test notification', actions: ['open'], hasSound: false });
    notifier.act(key, 'open');
    expect(states).toEqual(['sent', 'confirmed', 'clicked']);
    expect([clicks(), notifier.live.has(key)]).toEqual([1, false]);
  });

  it('says that the desktop did not confirm it in time, and still follows a late reply', () => {
    const { test, notifier, clock } = selfTestFor();
    notifier.isSilent = true;
    test.start();
    clock.advance(9_999);
    expect(test.state()).toBe('sent');
    clock.advance(1);
    expect(test.state()).toBe('notConfirmed');
    notifier.confirm(key);
    expect(test.state()).toBe('confirmed');
  });

  it('says that no click came back in time, and counts a late one', () => {
    const { test, notifier, clock } = selfTestFor();
    test.start();
    clock.advance(30_000);
    expect(test.state()).toBe('notClicked');
    notifier.act(key, 'open');
    expect(test.state()).toBe('clicked');
  });

  it('says that it was closed without a click', () => {
    const { test, notifier, clock } = selfTestFor();
    test.start();
    notifier.dismiss(key);
    clock.advance(60_000);
    expect(test.state()).toBe('closed');
  });

  it('keeps the click when the desktop reports the notification as closed after it', () => {
    const { test, notifier } = selfTestFor();
    test.start();
    notifier.act(key, 'open');
    notifier.dismiss(key);
    expect(test.state()).toBe('clicked');
  });

  it('sends nothing where no notification can be shown, and gives up when that begins', () => {
    const { test, notifier } = selfTestFor();
    notifier.become('noService');
    test.start();
    expect([test.state(), notifier.history.length]).toEqual(['notDelivered', 0]);
    notifier.become('working');
    notifier.isSilent = true;
    test.start();
    notifier.become('notResponding');
    expect([test.state(), notifier.live.has(key)]).toEqual(['notDelivered', false]);
  });

  it('can be repeated', () => {
    const { test, notifier, clock, states } = selfTestFor();
    test.start();
    clock.advance(30_000);
    test.start();
    notifier.act(key, 'open');
    expect(states).toEqual(['sent', 'confirmed', 'notClicked', 'sent', 'confirmed', 'clicked']);
  });

  it('ignores other notifications', () => {
    const { test, notifier, clicks } = selfTestFor();
    test.start();
    notifier.act('chat 1', 'open');
    notifier.dismiss('chat 1');
    expect([test.state(), clicks()]).toEqual(['confirmed', 0]);
  });
});
