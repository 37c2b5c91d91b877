import { Message, MessageType, type MessageBus, type Variant } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';

const notifications = 'org.freedesktop.Notifications';

/** A `Notify` call as it was seen on the bus. */
export interface CapturedNotify {
  readonly sender: string;
  readonly serial: number;
  readonly replacesId: number;
  readonly title: string;
  readonly body: string;
  readonly hasSound: boolean;
  readonly at: number;
  /** From the reply of the service; `null` until it replies. */
  id: number | null;
}

export interface CapturedClose {
  readonly sender: string;
  readonly id: number;
}

/** Reads along what passes over a bus, without taking part: for services that cannot be asked what they received. */
export class BusCapture {
  readonly notified: CapturedNotify[] = [];
  readonly closed: CapturedClose[] = [];
  readonly #bus: MessageBus;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    // A monitor must not reply to anything.
    bus.addMethodHandler(() => true);
    bus.on('message', (message) => {
      this.#read(message);
    });
  }

  static async start(busAddress: string): Promise<BusCapture> {
    const bus = openTestBus(busAddress);
    const capture = new BusCapture(bus);
    const rules = [`interface='${notifications}'`, `type='method_return'`];
    await bus.call(
      new Message({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus.Monitoring',
        member: 'BecomeMonitor',
        signature: 'asu',
        body: [rules, 0],
      }),
    );
    return capture;
  }

  stop(): void {
    this.#bus.disconnect();
  }

  #read({ type, member, sender, serial, replySerial, destination, body }: Message): void {
    if (type === MessageType.METHOD_RETURN) {
      const call = this.notified.find((one) => one.serial === replySerial && one.sender === destination);
      if (call !== undefined && call.id === null && typeof body[0] === 'number') call.id = body[0];
    }
    if (type !== MessageType.METHOD_CALL) return;
    if (member === 'CloseNotification') this.closed.push({ sender, id: body[0] as number });
    if (member !== 'Notify') return;
    const [, replacesId, , title, text, , hints] = body as [
      string,
      number,
      string,
      string,
      string,
      string[],
      Record<string, Variant>,
    ];
    const hasSound = hints['suppress-sound']?.value !== true;
    this.notified.push({
      ...{ sender, serial: serial ?? 0, replacesId, title, body: text, hasSound, at: performance.now() },
      id: null,
    });
  }
}
