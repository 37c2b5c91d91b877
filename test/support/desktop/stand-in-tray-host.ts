import { Message, MessageType, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';

const service = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

/** A panel that takes tray icons by StatusNotifier only. It speaks the protocol and draws nothing. */
export class StandInTrayHost {
  /** Every registration so far, also repeated ones. */
  readonly registrations: string[] = [];
  readonly #bus: MessageBus;
  #hasStopped = false;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((message) => this.#handle(message));
  }

  static async start(busAddress: string): Promise<StandInTrayHost> {
    const bus = openTestBus(busAddress);
    const host = new StandInTrayHost(bus);
    await bus.requestName(service, 0);
    return host;
  }

  stop(): void {
    this.#hasStopped = true;
    this.#bus.disconnect();
  }

  #handle(message: Message): boolean {
    if (this.#hasStopped) return true;
    if (message.type !== MessageType.METHOD_CALL || message.path !== path) return false;
    const { member, sender, body } = message;
    if (member === 'RegisterStatusNotifierItem') {
      const given = String(body[0]);
      this.registrations.push(given.startsWith('/') ? `${sender}${given}` : given);
      this.#bus.send(Message.newMethodReturn(message, '', []));
      this.#bus.send(Message.newSignal(path, service, 'StatusNotifierItemRegistered', 's', [given]));
      return true;
    }
    if (member !== 'Get') return false;
    const values: Record<string, Variant> = {
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant('as', [...this.registrations]),
    };
    const value = values[String(body[1])];
    if (value === undefined) return false;
    this.#bus.send(Message.newMethodReturn(message, 'v', [value]));
    return true;
  }
}
