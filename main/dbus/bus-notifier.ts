import type { NotificationService } from '../../preload/contract';
import type { Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { DesktopNotifier, NotificationContent, NotifierEvents } from '../notifications/desktop-notifier';
import type { BusCall, BusReply, BusSignal, SessionBus } from './bus-port';
import { notifyBody, type SenderIdentity } from './notify-body';

const service = 'org.freedesktop.Notifications';
const target = { destination: service, path: '/org/freedesktop/Notifications', interface: service };
/** Longer than the start of a service by the bus usually takes; the reply is used also when it comes later. */
const notifyWithinMs = 8_000;
/** The user closed the notification, as opposed to a time-out or a withdrawal. */
const dismissed = 2;
const maxPast = 200;
/** Requests without a reply at a time. Buses refuse more than about a hundred of one program. */
const maxUnderWay = 8;

export interface BusNotifierOptions extends SenderIdentity {
  readonly bus: SessionBus;
  readonly log: Logger;
}

/** One key: what is wanted, and what the service has of it. */
interface Shown {
  /** `null` once withdrawn. */
  wanted: NotificationContent | null;
  id: number | null;
  /** The content that the service has or is being sent. */
  sent: NotificationContent | null;
  /** Owner at the time of the request under way; `undefined` if there is none. */
  sendingTo: string | null | undefined;
  hasExpired: boolean;
}

/**
 * Notifications over D-Bus (`org.freedesktop.Notifications`).
 *
 * 1. One request per key is under way at a time; what changes meanwhile is sent after its reply, with its id, so that the
 *    service updates in place.
 * 2. Ids belong to one owner of the name. When the name changes hands they are dropped, and what is still wanted is
 *    sent to the new owner without a sound. So a withdrawal never closes a notification of another program.
 * 3. Signals count only from the current owner, because any program on the bus can emit them.
 * 4. A request without a reply is not repeated: the service would show it twice when it continues. Its late reply is
 *    used.
 */
export class BusNotifier implements DesktopNotifier {
  readonly #options: BusNotifierOptions;
  readonly #shown = new Map<string, Shown>();
  /** Keys by id, also of timed-out notifications: services that keep a history still report clicks on them. */
  readonly #keys = new Map<number, string>();
  readonly #events = new Set<NotifierEvents>();
  readonly #disposers: readonly Disposer[];
  #owner: string | null = null;
  /** The token that belongs to the next click, and the notification of that click. */
  #activation: { readonly id: unknown; readonly token: string } | null = null;
  #canStart = false;
  #underWay = 0;
  #capabilities: ReadonlySet<string> | null = null;
  #state: NotificationService = 'working';

  constructor(options: BusNotifierOptions) {
    this.#options = options;
    const { bus } = options;
    this.#disposers = [
      bus.onConnectionChange((isConnected) => {
        if (!isConnected) this.#setState('noBus');
      }),
      bus.onSignal(target, (signal) => {
        this.#receive(signal);
      }),
      bus.watchOwner(service, (owner) => {
        this.#ownerChanged(owner);
      }),
    ];
  }

  show(key: string, content: NotificationContent): void {
    const shown = this.#shown.get(key) ?? newlyShown();
    shown.wanted = content;
    this.#shown.set(key, shown);
    this.#send(key, shown);
  }

  withdraw(key: string): void {
    const shown = this.#shown.get(key);
    if (shown === undefined) return;
    shown.wanted = null;
    if (shown.sendingTo !== undefined) return;
    this.#shown.delete(key);
    if (shown.id !== null) this.#closeId(shown.id);
  }

  isConfirmed(key: string): boolean {
    const shown = this.#shown.get(key);
    return shown !== undefined && shown.id !== null && shown.sendingTo === undefined;
  }

  state(): NotificationService {
    return this.#state;
  }

  canSound(): boolean | null {
    return this.#capabilities?.has('sound') ?? null;
  }

  subscribe(events: NotifierEvents): Disposer {
    this.#events.add(events);
    return () => void this.#events.delete(events);
  }

  close(): void {
    for (const key of [...this.#shown.keys()]) this.withdraw(key);
    for (const dispose of this.#disposers) dispose();
    this.#events.clear();
  }

  #ownerChanged(owner: string | null): void {
    this.#owner = owner;
    this.#keys.clear();
    this.#capabilities = null;
    for (const [key, shown] of [...this.#shown]) {
      const wasShown = shown.id !== null;
      shown.id = null;
      // A request under way settles by its own reply, which names who sent it.
      if (shown.sendingTo !== undefined) continue;
      shown.sent = null;
      if (shown.wanted === null || shown.hasExpired) this.#shown.delete(key);
      else if (wasShown) shown.wanted = { ...shown.wanted, hasSound: false };
    }
    if (owner === null) {
      void this.#findService();
      return;
    }
    this.#setState('working');
    this.#readCapabilities(owner);
    this.#sendAll();
  }

  /** Without an owner the bus may still start a service at the first request. */
  async #findService(): Promise<void> {
    const request = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    const reply = await this.#call({ ...request, interface: 'org.freedesktop.DBus', member: 'ListActivatableNames' });
    const names = reply.ok ? reply.body[0] : [];
    this.#canStart = Array.isArray(names) && names.includes(service);
    if (this.#owner !== null) return;
    this.#setState(this.#canStart ? 'working' : failedState(reply));
    this.#sendAll();
  }

  /** A service that has just started may reply late; without this reply nothing is known of it as long as it runs. */
  #readCapabilities(owner: string): void {
    const read = (reply: BusReply): void => {
      if (this.#owner !== owner || !reply.ok || !Array.isArray(reply.body[0])) return;
      this.#capabilities = new Set(reply.body[0].filter((one) => typeof one === 'string'));
      this.#reportState();
    };
    const request = { ...target, member: 'GetCapabilities' };
    void this.#options.bus.call(request, { onLateReply: read }).then(read);
  }

  #sendAll(): void {
    for (const [key, shown] of [...this.#shown]) this.#send(key, shown);
  }

  #send(key: string, shown: Shown): void {
    const content = shown.wanted;
    if (content === null || shown.sendingTo !== undefined || isSame(content, shown.sent)) return;
    if (this.#underWay >= maxUnderWay) return;
    if (this.#state === 'notResponding' || (this.#owner === null && !this.#canStart)) return;
    this.#underWay += 1;
    shown.sendingTo = this.#owner;
    shown.sent = content;
    shown.hasExpired = false;
    const request = {
      ...target,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: notifyBody(content, shown.id, this.#capabilities, this.#options),
    };
    const settle = (reply: BusReply): void => {
      this.#replied(key, shown, reply);
    };
    void this.#options.bus.call(request, { timeoutMs: notifyWithinMs, onLateReply: settle }).then((reply) => {
      if (!reply.ok && reply.failure === 'noAnswer') this.#setState('notResponding');
      else settle(reply);
    });
  }

  #replied(key: string, shown: Shown, reply: BusReply): void {
    const sentTo = shown.sendingTo;
    this.#underWay -= 1;
    shown.sendingTo = undefined;
    const id = reply.ok && reply.sender === this.#owner ? reply.body[0] : null;
    if (typeof id === 'number') {
      shown.id = id;
      this.#remember(id, key);
      this.#setState('working');
      for (const { onShown } of [...this.#events]) onShown?.(key);
    } else {
      shown.sent = null;
      if (!reply.ok && this.#owner === sentTo) this.#failed(reply);
      else if (this.#owner !== null) this.#setState('working');
    }
    if (shown.wanted === null) {
      this.#shown.delete(key);
      if (shown.id !== null) this.#closeId(shown.id);
    } else if (shown.sent === null && this.#owner === sentTo) {
      // Refused: the next state change or the next content tries again.
      return;
    }
    this.#sendAll();
  }

  #failed(reply: BusReply): void {
    this.#setState(failedState(reply));
    this.#options.log.warn('notification could not be delivered', { state: this.#state });
  }

  #remember(id: number, key: string): void {
    this.#keys.delete(id);
    this.#keys.set(id, key);
    for (const oldest of [...this.#keys.keys()].slice(0, Math.max(0, this.#keys.size - maxPast))) {
      this.#keys.delete(oldest);
    }
  }

  #receive({ sender, member, body }: BusSignal): void {
    const [id, detail] = body;
    const key = typeof id === 'number' ? this.#keys.get(id) : undefined;
    if (sender !== this.#owner || key === undefined) return;
    if (member === 'ActivationToken' && isToken(detail)) {
      this.#activation = { id, token: detail };
    } else if (member === 'ActionInvoked' && typeof detail === 'string') {
      const action = detail === 'remindLater' || detail === 'claim' ? detail : 'open';
      const last = this.#activation;
      const activation = last !== null && last.id === id ? last.token : null;
      this.#activation = null;
      for (const { onAction } of [...this.#events]) onAction(key, action, activation);
    } else if (member === 'NotificationClosed') {
      this.#closed(key, id as number, detail === dismissed);
    }
  }

  #closed(key: string, id: number, isDismissed: boolean): void {
    const shown = this.#shown.get(key);
    if (shown?.id !== id) return;
    shown.id = null;
    shown.hasExpired = true;
    if (!isDismissed) return;
    shown.wanted = null;
    if (shown.sendingTo === undefined) this.#shown.delete(key);
    for (const { onDismiss } of [...this.#events]) onDismiss(key);
  }

  #closeId(id: number): void {
    this.#keys.delete(id);
    void this.#call({ ...target, member: 'CloseNotification', signature: 'u', body: [id] });
  }

  #call(request: BusCall): Promise<BusReply> {
    return this.#options.bus.call(request);
  }

  #setState(state: NotificationService): void {
    if (state === this.#state) return;
    const wasStuck = this.#state === 'notResponding';
    this.#state = state;
    this.#reportState();
    if (wasStuck && state === 'working') this.#sendAll();
  }

  #reportState(): void {
    for (const { onStateChange } of [...this.#events]) onStateChange(this.#state);
  }
}

function newlyShown(): Shown {
  return { wanted: null, id: null, sent: null, sendingTo: undefined, hasExpired: false };
}

/** A token is opaque, so only what could not be one is refused. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,500}$/.test(value);
}

function isSame(left: NotificationContent, right: NotificationContent | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function failedState(reply: BusReply): NotificationService {
  if (reply.ok || reply.failure === 'noService') return 'noService';
  if (reply.failure === 'noAnswer') return 'notResponding';
  return reply.failure === 'noBus' ? 'noBus' : 'denied';
}
