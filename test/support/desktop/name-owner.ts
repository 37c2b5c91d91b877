import { Message } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';

/** Process that owns a name on a bus; `null` if none does. */
export async function ownerOf(busAddress: string, name: string): Promise<number | null> {
  const bus = openTestBus(busAddress);
  const request = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const member = 'GetConnectionUnixProcessID';
  const message = { ...request, interface: 'org.freedesktop.DBus', member, signature: 's', body: [name] };
  try {
    const reply = await bus.call(new Message(message));
    return Number(reply?.body[0]);
  } catch {
    return null;
  } finally {
    bus.disconnect();
  }
}
