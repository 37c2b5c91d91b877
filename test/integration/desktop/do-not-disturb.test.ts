import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { followDoNotDisturb } from '../../../main/dbus/do-not-disturb';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import { PrivateBus } from '../../support/desktop/private-bus';
import { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { MemoryLog } from '../../support/floor/memory-log';
import { until } from '../../support/until';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

it('follows do not disturb where the desktop publishes it, and knows nothing elsewhere', async () => {
  const daemon = await PrivateBus.start();
  const bus = new ClientSessionBus({ clock: systemClock, log: new MemoryLog().logger, address: daemon.address });
  const service = await StandInNotifications.start(daemon.address);
  const states: string[] = [];
  const quiet = followDoNotDisturb(bus, () => states.push(quiet.state()));
  endings.push(
    () => daemon.stop(),
    () => {
      bus.close();
    },
    () => {
      quiet.dispose();
    },
  );
  expect(quiet.state()).toBe('notKnown');
  // The stand-in does not know the property, so only its signal counts.
  await until('the service is known', () => {
    service.setPaused(true);
    return quiet.state() === 'on';
  });
  service.setPaused(false);
  await until('it is off', () => quiet.state() === 'off');
  service.stop();
  await until('nothing is known', () => quiet.state() === 'notKnown');
  expect(states).toEqual(['on', 'off', 'notKnown']);
});
