import { Message, Variant } from '@jellybrick/dbus-next';
import { openTestBus } from '../../support/desktop/test-bus';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { probeSecretService } from '../../../main/dbus/secret-service';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import { PrivateBus } from '../../support/desktop/private-bus';
import { MemoryLog } from '../../support/floor/memory-log';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function busForTest() {
  const daemon = await PrivateBus.start();
  const bus = new ClientSessionBus({ clock: systemClock, log: new MemoryLog().logger, address: daemon.address });
  endings.push(
    () => daemon.stop(),
    () => {
      bus.close();
    },
  );
  return { bus, address: daemon.address };
}

/** A store that replies to everything with an error, or to nothing, as a stopped process. */
async function storeOn(address: string, name: string, isHung: boolean): Promise<void> {
  const bus = openTestBus(address);
  bus.addMethodHandler((message) => {
    if (!isHung) bus.send(Message.newError(message, 'org.freedesktop.DBus.Error.UnknownMethod', 'locked'));
    return true;
  });
  await bus.requestName(name, 0);
  endings.push(() => {
    bus.disconnect();
  });
}

/** A Secret Service with a default collection in this state; `null`: it has none yet. */
async function secretService(address: string, isLocked: boolean | null): Promise<void> {
  const bus = openTestBus(address);
  bus.addMethodHandler((message) => {
    const replies: Readonly<Record<string, readonly [string, unknown[]]>> = {
      Ping: ['', []],
      ReadAlias: ['o', [isLocked === null ? '/' : '/org/freedesktop/secrets/collection/login']],
      Get: ['v', [new Variant('b', isLocked)]],
    };
    const [signature, body] = replies[message.member] ?? ['', []];
    bus.send(Message.newMethodReturn(message, signature, body));
    return true;
  });
  await bus.requestName('org.freedesktop.secrets', 0);
  endings.push(() => {
    bus.disconnect();
  });
}

describe('probeSecretService', () => {
  it.each([
    [false, 'ready'],
    [true, 'unusable'],
    [null, 'unusable'],
  ] as const)('uses no collection that would prompt the user (locked: %s)', async (isLocked, state) => {
    const { bus, address } = await busForTest();
    await secretService(address, isLocked);
    expect(await probeSecretService(bus, 'gnome_libsecret')).toBe(state);
  });

  it('finds no store on a bus without one, and for a back end that is none', async () => {
    const { bus } = await busForTest();
    expect(await probeSecretService(bus, 'gnome_libsecret')).toBe('absent');
    expect(await probeSecretService(bus, 'basic_text')).toBe('absent');
  });

  it('counts any reply as a sign of life, of the store that was selected', async () => {
    const { bus, address } = await busForTest();
    await storeOn(address, 'org.kde.kwalletd6', false);
    expect(await probeSecretService(bus, 'kwallet6')).toBe('ready');
    expect(await probeSecretService(bus, 'gnome_libsecret')).toBe('absent');
  });

  it('does not wait for a store that hangs', async () => {
    const { bus, address } = await busForTest();
    await storeOn(address, 'org.freedesktop.secrets', true);
    const startedAt = performance.now();
    expect(await probeSecretService(bus, 'gnome_libsecret')).toBe('notResponding');
    expect(performance.now() - startedAt).toBeLessThan(4_500);
  });
});
