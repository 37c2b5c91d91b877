import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { BusNotifier } from '../../../main/dbus/bus-notifier';
import { LeftNotifications, type LeftFile } from '../../../main/dbus/left-notifications';
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

class MemoryFile implements LeftFile {
  value: unknown;
  writes = 0;
  read(): unknown {
    return this.value;
  }
  write(value: unknown): void {
    this.value = JSON.parse(JSON.stringify(value)) as unknown;
    this.writes += 1;
  }
}

const content: NotificationContent = {
  ...{ title: 'Chat needs attention', body: 'Ben', urgency: 'normal', hasSound: false },
  ...{ isPersistent: true, actions: [] },
};

async function desktop() {
  const bus = await PrivateBus.start();
  endings.push(() => bus.stop());
  const service = await StandInNotifications.start(bus.address, { firstId: 5 });
  endings.push(() => {
    service.stop();
  });
  return { bus, service };
}

/** A run of the program. `kill` ends it as the system does, without a farewell. */
function run({ address }: PrivateBus, file: LeftFile) {
  const log = new MemoryLog().logger;
  const inner = new ClientSessionBus({ clock: systemClock, log, address });
  const bus = new LeftNotifications({ bus: inner, file, clock: systemClock });
  const notifier = new BusNotifier({
    ...{ bus, log, appName: 'Sightline', desktopEntry: 'sightline', icon: 'sightline' },
    labelOf: (action) => action,
  });
  const kill = (): void => {
    inner.close();
  };
  endings.push(kill);
  const quit = (): void => {
    notifier.close();
    bus.close();
  };
  return { notifier, kill, quit };
}

async function showAndKill(bus: PrivateBus, file: MemoryFile): Promise<void> {
  const first = run(bus, file);
  for (const key of ['1', '2']) first.notifier.show(key, content);
  await until('both are shown', () => ['1', '2'].every((key) => first.notifier.isConfirmed(key)));
  first.notifier.withdraw('1');
  await until('it is on disk', () => (file.value as { ids?: unknown[] } | undefined)?.ids?.length === 1);
  first.kill();
}

describe('notifications of a run that was killed', () => {
  it('are withdrawn by the next run, and only those that were left', async () => {
    const { bus, service } = await desktop();
    const file = new MemoryFile();
    await showAndKill(bus, file);
    const next = run(bus, file);
    next.notifier.show('3', content);
    await until('it is withdrawn', () => service.closedIds.length === 2);
    expect(service.closedIds).toEqual([5, 6]);
    await until('the new one is shown', () => next.notifier.isConfirmed('3'));
    expect([...service.live.keys()]).toEqual([7]);
  });

  it('are not touched on another bus, where the ids belong to others', async () => {
    const file = new MemoryFile();
    await showAndKill((await desktop()).bus, file);
    const other = await desktop();
    // The names of owners begin again on each bus, so that this one is very likely the same.
    const next = run(other.bus, file);
    next.notifier.show('3', content);
    await until('it is noted', () => JSON.stringify(file.value).includes('[5]'));
    expect(other.service.closedIds).toEqual([]);
  });

  it('are not there after an orderly end', async () => {
    const { bus, service } = await desktop();
    const file = new MemoryFile();
    const first = run(bus, file);
    first.notifier.show('1', content);
    await until('it is noted', () => JSON.stringify(file.value ?? '').includes('[5]'));
    first.quit();
    await until('it is withdrawn', () => service.closedIds.length === 1);
    expect(file.value).toMatchObject({ ids: [] });
  });
});
