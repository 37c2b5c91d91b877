import { openTestBus } from '../../support/desktop/test-bus';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import { PrivateBus } from '../../support/desktop/private-bus';
import { MemoryLog } from '../../support/floor/memory-log';
import { until } from '../../support/until';
import { VirtualClock } from '../../support/virtual-clock';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

describe('the owner of a name', () => {
  it('is known also if a program takes the name while it is asked for', { timeout: 60_000 }, async () => {
    const bus = await PrivateBus.start();
    endings.push(() => bus.stop());
    for (let round = 0; round < 40; round += 1) {
      const name = `org.example.Round${String(round)}`;
      const client = new ClientSessionBus({ clock: systemClock, log: new MemoryLog().logger, address: bus.address });
      const owners: (string | null)[] = [];
      await until('the bus', () => isConnected(client));
      const program = openTestBus(bus.address);
      endings.push(() => {
        client.close();
        program.disconnect();
      });
      await new Promise<void>((resolve) => {
        program.once('connect', () => {
          resolve();
        });
      });
      client.watchOwner(name, (owner) => owners.push(owner));
      const taken = program.requestName(name, 0);
      // A busy main: the answer and the change that follows it are read together.
      for (const end = performance.now() + 15; performance.now() < end;);
      await taken;
      await until(`the owner in round ${String(round)}`, () => owners.at(-1), 3_000);
    }
    expect(endings.length).toBe(41);
  });

  it('is not forgotten when a question to an earlier connection stays without an answer', async () => {
    const bus = await PrivateBus.start();
    endings.push(() => bus.stop());
    const program = openTestBus(bus.address);
    endings.push(() => {
      program.disconnect();
    });
    await program.requestName('org.example.Taken', 0);
    bus.pause();
    const clock = new VirtualClock();
    const client = new ClientSessionBus({ clock, log: new MemoryLog().logger, address: bus.address });
    endings.push(() => {
      client.close();
    });
    const owners: (string | null)[] = [];
    client.watchOwner('org.example.Taken', (owner) => owners.push(owner));
    clock.advance(3_000);
    bus.resume();
    clock.advance(500);
    await until('the owner', () => owners.at(-1));
    clock.advance(10_000);
    await new Promise(setImmediate);
    expect(owners.at(-1), JSON.stringify(owners)).not.toBeNull();
  });
});

function isConnected(client: ClientSessionBus): boolean {
  let isOn = false;
  client.onConnectionChange((now) => {
    isOn = now;
  })();
  return isOn;
}
