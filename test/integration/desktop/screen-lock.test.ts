import { Message, type MessageBus } from '@jellybrick/dbus-next';
import { openTestBus } from '../../support/desktop/test-bus';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { followScreenLock } from '../../../main/dbus/screen-lock';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import { PrivateBus } from '../../support/desktop/private-bus';
import { MemoryLog } from '../../support/floor/memory-log';
import { until } from '../../support/until';

const name = 'org.gnome.ScreenSaver';
const path = '/org/gnome/ScreenSaver';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A program on the bus that says what a screen saver says; with the name it is one. */
async function screenSaver(bus: PrivateBus, isActive: boolean, hasName = true) {
  const connection: MessageBus = openTestBus(bus.address);
  endings.push(() => {
    connection.disconnect();
  });
  connection.addMethodHandler((message: Message) => {
    if (message.member !== 'GetActive') return false;
    connection.send(Message.newMethodReturn(message, 'b', [isActive]));
    return true;
  });
  if (hasName) await connection.requestName(name, 0);
  else await connection.requestName('org.example.Other', 0);
  return {
    tell: (isLocked: boolean) => {
      connection.send(Message.newSignal(path, name, 'ActiveChanged', 'b', [isLocked]));
    },
    stop: () => {
      connection.disconnect();
    },
  };
}

function lockOn(bus: PrivateBus) {
  const reported: boolean[] = [];
  const client = new ClientSessionBus({ clock: systemClock, log: new MemoryLog().logger, address: bus.address });
  const dispose = followScreenLock(client, (isLocked) => reported.push(isLocked));
  endings.push(() => {
    dispose();
    client.close();
  });
  return reported;
}

async function privateBus(): Promise<PrivateBus> {
  const bus = await PrivateBus.start();
  endings.push(() => bus.stop());
  return bus;
}

describe('the lock of the screen on Linux', () => {
  it('is read at the start and followed', async () => {
    const bus = await privateBus();
    const saver = await screenSaver(bus, true);
    const reported = lockOn(bus);
    await until('the lock', () => reported.length === 1);
    saver.tell(false);
    await until('the lock', () => reported.length === 2);
    saver.tell(true);
    await until('the lock', () => reported.length === 3);
    expect(reported).toEqual([true, false, true]);
  });

  it('ends when the screen saver goes away, and no other program can tell it', async () => {
    const bus = await privateBus();
    const saver = await screenSaver(bus, true);
    const reported = lockOn(bus);
    await until('the lock', () => reported.length === 1);
    const other = await screenSaver(bus, false, false);
    other.tell(false);
    saver.stop();
    await until('the lock', () => reported.length === 2);
    other.tell(true);
    const next = await screenSaver(bus, true);
    await until('the lock', () => reported.length === 3);
    expect(reported).toEqual([true, false, true]);
    next.stop();
  });
});
