import { Message } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';
import { eventually } from '../electron/eventually';

const service = 'org.freedesktop.Notifications';

/** Another program shows a notification as soon as there is a service. Returns its id. */
export async function notifyAsStranger(busAddress: string): Promise<number> {
  const bus = openTestBus(busAddress);
  const target = { destination: service, path: '/org/freedesktop/Notifications', interface: service };
  const body = ['Other', 0, '', 'Another program', 'Its own text', [], {}, 0];
  const call = { ...target, member: 'Notify', signature: 'susssasa{sv}i', body };
  const send = (): Promise<number | null> =>
    bus.call(new Message(call)).then(
      (reply) => Number(reply?.body[0]),
      () => null,
    );
  try {
    return (await eventually('a notification service', send, (id) => id !== null)) ?? 0;
  } finally {
    bus.disconnect();
  }
}
