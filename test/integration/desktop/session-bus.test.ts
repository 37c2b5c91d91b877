import { openTestBus } from '../../support/desktop/test-bus';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { ClientSessionBus } from '../../../main/dbus/session-bus';
import { PrivateBus } from '../../support/desktop/private-bus';
import { MemoryLog } from '../../support/floor/memory-log';
import { until } from '../../support/until';

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
});

function isConnected(client: ClientSessionBus): boolean {
  let isOn = false;
  client.onConnectionChange((now) => {
    isOn = now;
  })();
  return isOn;
}
