import { Message, MessageType, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** A notification as it arrived on the bus. */
export interface ReceivedNotification {
  readonly id: number;
  readonly replacesId: number;
  readonly title: string;
  readonly body: string;
  /** Key and label in turn. */
  readonly actions: readonly string[];
  readonly urgency: number;
  readonly hasSound: boolean;
  readonly timeout: number;
  readonly at: number;
}

/**
 * A notification service that speaks the protocol, keeps what it shows and can be clicked. While it is silent, calls
 * stay without a reply, as with a stopped process; `speak` then replies to all of them.
 */
export class StandInNotifications {
  readonly received: ReceivedNotification[] = [];
  readonly closedIds: number[] = [];
  readonly live = new Map<number, ReceivedNotification>();
  readonly #bus: MessageBus;
  readonly #capabilities: readonly string[];
  #nextId: number;
  #held: (() => void)[] | null = null;
  #isDenying = false;
  #hasStopped = false;

  private constructor(bus: MessageBus, capabilities: readonly string[], firstId: number) {
    this.#bus = bus;
    this.#capabilities = capabilities;
    this.#nextId = firstId;
    bus.addMethodHandler((message) => this.#handle(message));
  }

  static async start(
    busAddress: string,
    { capabilities = ['actions', 'body', 'body-markup'], firstId = 1 } = {},
  ): Promise<StandInNotifications> {
    const bus = openTestBus(busAddress);
    const standIn = new StandInNotifications(bus, capabilities, firstId);
    await bus.requestName(service, 0);
    return standIn;
  }

  click(id: number, { action = 'default', token }: { action?: string; token?: string } = {}): void {
    if (token !== undefined) this.#emit('ActivationToken', 'us', [id, token]);
    this.#emit('ActionInvoked', 'us', [id, action]);
    this.close(id, 2);
  }

  close(id: number, reason: number): void {
    this.live.delete(id);
    this.#emit('NotificationClosed', 'uu', [id, reason]);
  }

  setPaused(isPaused: boolean): void {
    const changed = { paused: new Variant('b', isPaused) };
    const body = ['org.dunstproject.cmd0', changed, []];
    this.#bus.send(Message.newSignal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', body));
  }

  /** As a desktop on which the user turned off the notifications of the program. */
  setDenying(isDenying: boolean): void {
    this.#isDenying = isDenying;
  }

  fallSilent(): void {
    this.#held = [];
  }

  speak(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const reply of held) reply();
  }

  stop(): void {
    this.#hasStopped = true;
    this.#bus.disconnect();
  }

  #handle(message: Message): boolean {
    if (this.#hasStopped) return true;
    if (message.type !== MessageType.METHOD_CALL || message.interface !== service) return false;
    if (this.#isDenying && message.member === 'Notify') {
      this.#bus.send(Message.newError(message, 'org.freedesktop.DBus.Error.AccessDenied', 'turned off'));
      return true;
    }
    const reply = (): void => {
      const [signature, body] = this.#answer(message);
      this.#bus.send(Message.newMethodReturn(message, signature, body));
    };
    if (this.#held === null) reply();
    else this.#held.push(reply);
    return true;
  }

  #answer({ member, body }: Message): [string, unknown[]] {
    if (member === 'GetCapabilities') return ['as', [this.#capabilities]];
    if (member === 'Notify') return ['u', [this.#notify(body)]];
    if (member === 'CloseNotification') {
      const [id] = body as [number];
      this.closedIds.push(id);
      this.close(id, 3);
    }
    return ['', []];
  }

  #notify(body: unknown[]): number {
    const [, replacesId, , title, text, actions, hints, timeout] = body as [
      string,
      number,
      string,
      string,
      string,
      string[],
      Record<string, Variant>,
      number,
    ];
    const id = replacesId === 0 ? this.#nextId++ : replacesId;
    const received = {
      ...{ id, replacesId, title, body: text, actions, timeout, at: performance.now() },
      urgency: hints['urgency']?.value as number,
      hasSound: hints['suppress-sound']?.value !== true,
    };
    this.received.push(received);
    this.live.set(id, received);
    return id;
  }

  #emit(member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(path, service, member, signature, body));
  }
}
