import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { BusNotifier } from '../../../main/dbus/bus-notifier';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import type { NotificationContent } from '../../../main/notifications/desktop-notifier';
import { PrivateBus } from '../../support/desktop/private-bus';
import { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { MemoryLog } from '../../support/floor/memory-log';
import { until } from '../../support/until';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function busForTest(activatable?: Readonly<Record<string, string>>): Promise<PrivateBus> {
  const bus = await PrivateBus.start(activatable);
  endings.push(() => bus.stop());
  return bus;
}

async function serviceOn(bus: PrivateBus, options?: { capabilities?: string[]; firstId?: number }) {
  const service = await StandInNotifications.start(bus.address, options);
  endings.push(() => {
    service.stop();
  });
  return service;
}

function notifierOn(address: string) {
  const log = new MemoryLog().logger;
  const bus = new ClientSessionBus({ clock: systemClock, log, address });
  const notifier = new BusNotifier({
    ...{ bus, log, appName: 'Sightline', desktopEntry: 'sightline', icon: 'sightline' },
    labelOf: (action) => `label of ${action}`,
  });
  const [actions, dismissed, states]: [string[], string[], string[]] = [[], [], []];
  const [shown, activations]: [string[], (string | null)[]] = [[], []];
  notifier.subscribe({
    onAction: (key, action, activation) => {
      actions.push(`${key} ${action}`);
      activations.push(activation);
    },
    onShown: (key) => shown.push(key),
    onDismiss: (key) => dismissed.push(key),
    onStateChange: (state) => {
      if (state !== (states.at(-1) ?? 'working')) states.push(state);
    },
  });
  endings.push(() => {
    notifier.close();
    bus.close();
  });
  return { notifier, actions, dismissed, states, shown, activations, bus };
}

function content(changes: Partial<NotificationContent> = {}): NotificationContent {
  return {
    ...{ title: 'Chat needs attention', body: 'Chat with <b>Ana</b> & Kim', urgency: 'normal', hasSound: false },
    ...{ isPersistent: false, actions: ['remindLater', 'claim'] },
    ...changes,
  };
}

describe('BusNotifier', () => {
  it('shows, updates in place and withdraws a notification, with the body escaped', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus);
    const { notifier } = notifierOn(bus.address);
    notifier.show('1', content());
    await until('it is confirmed', () => notifier.isConfirmed('1'));
    notifier.show('1', content({ body: 'later', urgency: 'critical', hasSound: true, isPersistent: true }));
    await until('it has arrived', () => service.received.length === 2);
    notifier.withdraw('1');
    await until('it was withdrawn', () => service.closedIds.length === 1);
    const [first, second] = service.received;
    expect(first).toMatchObject({
      ...{
        replacesId: 0,
        body: 'Chat with &lt;b&gt;Ana&lt;/b&gt; &amp; Kim',
        urgency: 1,
        hasSound: false,
        timeout: -1,
      },
      actions: ['default', 'label of open', 'remindLater', 'label of remindLater', 'claim', 'label of claim'],
    });
    expect(second).toMatchObject({ replacesId: first?.id, urgency: 2, hasSound: true, timeout: 0 });
    expect(service.closedIds).toEqual([first?.id]);
  });

  it('leaves out what the service cannot do', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus, { capabilities: ['body'] });
    const { notifier } = notifierOn(bus.address);
    notifier.show('0', content());
    await until('it is confirmed', () => notifier.isConfirmed('0'));
    notifier.show('1', content());
    await until('it is confirmed', () => notifier.isConfirmed('1'));
    expect(service.received[1]).toMatchObject({
      body: 'Chat with <b>Ana</b> & Kim',
      actions: ['default', 'label of open'],
    });
  });

  it('reports clicks, buttons and dismissals, and ignores those of another program', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus);
    const { notifier, actions, dismissed } = notifierOn(bus.address);
    for (const key of ['1', '2', '3']) notifier.show(key, content());
    await until('it is confirmed', () => ['1', '2', '3'].every((key) => notifier.isConfirmed(key)));
    const idOf = (index: number): number => service.received[index]?.id ?? 0;
    const stranger = await StandInNotifications.start(bus.address);
    endings.push(() => {
      stranger.stop();
    });
    stranger.click(idOf(2));
    service.click(idOf(0));
    service.click(idOf(1), { action: 'claim' });
    await until('both are dismissed', () => dismissed.length === 2);
    expect(actions).toEqual(['1 open', '2 claim']);
    service.close(idOf(2), 1);
    notifier.show('4', content());
    await until('it is confirmed', () => notifier.isConfirmed('4'));
    notifier.show('3', content({ body: 'later' }));
    await until('it has arrived', () => service.received.length === 5);
    expect(service.received[4]?.replacesId).toBe(0);
  });

  it('passes on the activation token of a click, and only of that click', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus);
    const { notifier, activations } = notifierOn(bus.address);
    for (const key of ['1', '2', '3', '4']) notifier.show(key, content());
    await until('all are confirmed', () => ['1', '2', '3', '4'].every((key) => notifier.isConfirmed(key)));
    const idOf = (index: number): number => service.received[index]?.id ?? 0;
    service.click(idOf(0), { token: 'token-1' });
    service.click(idOf(1));
    service.click(idOf(2), { token: 'not one\nLD_PRELOAD=x' });
    service.click(idOf(3), { token: 'token-4' });
    await until('all are clicked', () => activations.length === 4);
    expect(activations).toEqual(['token-1', null, null, 'token-4']);
  });

  it('reports what the desktop confirmed, and whether it has sounds', async () => {
    const bus = await busForTest();
    const { notifier, shown } = notifierOn(bus.address);
    expect(notifier.canSound()).toBeNull();
    notifier.show('1', content());
    const service = await serviceOn(bus, { capabilities: ['body', 'sound'] });
    await until('it is confirmed', () => notifier.isConfirmed('1') && notifier.canSound() !== null);
    expect([shown, notifier.canSound()]).toEqual([['1'], true]);
    service.stop();
    await until('the service is gone', () => notifier.canSound() === null);
    await serviceOn(bus, { capabilities: ['body'] });
    await until('another is known', () => notifier.canSound() === false);
  });

  it('ignores a click on what a run that was killed left behind', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus);
    const killed = notifierOn(bus.address);
    killed.notifier.show('1', content());
    await until('it is confirmed', () => killed.notifier.isConfirmed('1'));
    const leftOver = service.received[0]?.id ?? 0;
    killed.bus.close();
    const next = notifierOn(bus.address);
    next.notifier.show('2', content());
    await until('it is confirmed', () => next.notifier.isConfirmed('2'));
    service.click(leftOver);
    service.click(service.received[1]?.id ?? 0);
    await until('a click came back', () => next.actions.length > 0);
    expect(next.actions).toEqual(['2 open']);
  });

  it('loses nothing while the service does not reply, and says so', async () => {
    const bus = await busForTest();
    const service = await serviceOn(bus);
    const { notifier, states } = notifierOn(bus.address);
    notifier.show('0', content());
    await until('it is confirmed', () => notifier.isConfirmed('0'));
    service.fallSilent();
    notifier.show('1', content());
    notifier.show('2', content());
    notifier.show('1', content({ body: 'newer' }));
    notifier.withdraw('2');
    await until('the state changed', () => states.includes('notResponding'), 12_000);
    notifier.show('3', content({ body: 'three' }));
    service.speak();
    await until('it is confirmed', () => notifier.isConfirmed('1') && notifier.isConfirmed('3'));
    await until('all are shown', () => [...service.live.values()].length === 3);
    expect([...service.live.values()].map(({ body }) => body).sort()).toEqual([
      'Chat with &lt;b&gt;Ana&lt;/b&gt; &amp; Kim',
      'newer',
      'three',
    ]);
    expect(notifier.state()).toBe('working');
  }, 20_000);

  it('delivers after the service restarts and never closes a notification of another program', async () => {
    const bus = await busForTest();
    const first = await serviceOn(bus);
    const { notifier, states } = notifierOn(bus.address);
    notifier.show('old', content({ hasSound: true }));
    await until('it is confirmed', () => notifier.isConfirmed('old'));
    first.stop();
    await until('the state changed', () => states.includes('noService'));
    notifier.show('new', content());
    const second = await serviceOn(bus, { firstId: 50 });
    await until('it has arrived', () => second.received.length === 2);
    expect(second.received.map(({ replacesId, hasSound }) => [replacesId, hasSound])).toEqual([
      [0, false],
      [0, false],
    ]);
    await until('it is confirmed', () => notifier.isConfirmed('old'));
    notifier.withdraw('old');
    await until('it was withdrawn', () => second.closedIds.length === 1);
    expect(second.closedIds[0]).toBeGreaterThanOrEqual(50);
    expect(states).toEqual(['noService', 'working']);
  });

  it('reports a bus without a service, and a session without a bus', async () => {
    const bus = await busForTest();
    const here = notifierOn(bus.address);
    const nowhere = notifierOn('disabled:');
    here.notifier.show('1', content());
    nowhere.notifier.show('1', content());
    await until(
      'the state changed',
      () => here.notifier.state() === 'noService' && nowhere.notifier.state() === 'noBus',
    );
    const service = await serviceOn(bus);
    await until('it has arrived', () => service.received.length === 1);
  });

  it('returns to the caller at once while the bus itself hangs', async () => {
    const bus = await busForTest();
    await serviceOn(bus);
    const { notifier } = notifierOn(bus.address);
    notifier.show('0', content());
    await until('it is confirmed', () => notifier.isConfirmed('0'));
    bus.pause();
    const startedAt = performance.now();
    for (let index = 0; index < 200; index += 1) notifier.show(`${index}`, content({ body: `${index}` }));
    const tookMs = performance.now() - startedAt;
    bus.resume();
    expect(tookMs).toBeLessThan(50);
    await until('it is confirmed', () => notifier.isConfirmed('199'));
  });
});
