import type { EventEmitter } from 'node:events';
import { Message, MessageType, sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { BusCall, BusReply, BusSignal, CallOptions, SessionBus, SignalRule } from './bus-port';

const connectWithinMs = 3_000;
const callWithinMs = 5_000;
const firstPauseMs = 500;
const maxPauseMs = 30_000;
const busName = 'org.freedesktop.DBus';
const busPath = '/org/freedesktop/DBus';

interface Watched {
  readonly name: string;
  readonly listener: (owner: string | null) => void;
}

/**
 * The session bus through an asynchronous client in JavaScript.
 *
 * 1. It connects at once and again after each loss, with growing pauses. Rules and watched names survive that.
 * 2. Every call ends: with its reply, or as `noAnswer` after its timeout. A late reply goes to `onLateReply`.
 * 3. A signal is delivered after the replies that the bus sent before it, so an older reply never replaces newer state.
 * 4. Nothing throws into a caller, and nothing blocks: a hung bus only leaves calls without an answer.
 */
export class ClientSessionBus implements SessionBus {
  readonly #options: { readonly clock: Clock; readonly log: Logger; readonly address?: string };
  readonly #rules = new Map<SignalRule, (signal: BusSignal) => void>();
  readonly #watched = new Set<Watched>();
  readonly #owners = new Map<string, string | null>();
  readonly #connectionListeners = new Set<(isConnected: boolean) => void>();
  #bus: MessageBus | null = null;
  #isConnected = false;
  #isClosed = false;
  #pauseMs = firstPauseMs;
  #timer: Disposer | null = null;
  #lastConnection: boolean | null = null;

  constructor(options: { readonly clock: Clock; readonly log: Logger; readonly address?: string }) {
    this.#options = options;
    this.#connect();
  }

  call(request: BusCall, { timeoutMs = callWithinMs, onLateReply }: CallOptions = {}): Promise<BusReply> {
    const bus = this.#bus;
    if (bus === null || this.#isClosed || (!this.#isConnected && this.#lastConnection === false)) {
      return Promise.resolve({ ok: false, failure: 'noBus' });
    }
    return new Promise((resolve) => {
      let hasEnded = false;
      const end = (reply: BusReply): void => {
        if (hasEnded) onLateReply?.(reply);
        else resolve(reply);
        hasEnded = true;
        disposeTimer();
      };
      const disposeTimer = this.#options.clock.after(timeoutMs, () => {
        end({ ok: false, failure: this.#isConnected ? 'noAnswer' : 'noBus' });
      });
      this.#send(bus, request).then(end, (cause: unknown) => {
        end({ ok: false, failure: this.#failureFrom(cause, bus) });
      });
    });
  }

  onSignal(rule: SignalRule, listener: (signal: BusSignal) => void): Disposer {
    this.#rules.set(rule, listener);
    this.#match(`type='signal',interface='${rule.interface}',path='${rule.path}'`);
    return () => void this.#rules.delete(rule);
  }

  watchOwner(name: string, listener: (owner: string | null) => void): Disposer {
    const watched = { name, listener };
    this.#watched.add(watched);
    const known = this.#owners.get(name);
    if (known === undefined) this.#askOwner(name);
    else listener(known);
    return () => void this.#watched.delete(watched);
  }

  onConnectionChange(listener: (isConnected: boolean) => void): Disposer {
    this.#connectionListeners.add(listener);
    if (this.#lastConnection !== null) listener(this.#lastConnection);
    return () => void this.#connectionListeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.();
    this.#drop();
    this.#connectionListeners.clear();
    this.#watched.clear();
    this.#rules.clear();
  }

  #connect(): void {
    if (this.#isClosed) return;
    const { address, clock } = this.#options;
    const bus = sessionBus(address === undefined ? {} : { busAddress: address });
    this.#bus = bus;
    // The library emits it without declaring it.
    (bus as unknown as EventEmitter).on('error', (cause: unknown) => {
      this.#lost(bus, cause);
    });
    // A reply on a closed connection would throw out of the library.
    bus.addMethodHandler(() => bus !== this.#bus);
    bus.on('message', (message) => {
      // Replies read together with a signal settle in promises, so the signal waits for those that were sent before it.
      setImmediate(() => {
        if (bus === this.#bus) this.#receive(message);
      });
    });
    bus.once('connect', () => {
      this.#connected(bus);
    });
    this.#timer = clock.after(connectWithinMs, () => {
      this.#lost(bus, new Error('the bus did not reply in time'));
    });
  }

  #connected(bus: MessageBus): void {
    if (bus !== this.#bus) return;
    this.#timer?.();
    this.#isConnected = true;
    this.#pauseMs = firstPauseMs;
    this.#match(`type='signal',sender='${busName}',interface='${busName}',member='NameOwnerChanged'`);
    for (const rule of this.#rules.keys()) {
      this.#match(`type='signal',interface='${rule.interface}',path='${rule.path}'`);
    }
    for (const name of new Set([...this.#watched].map((one) => one.name))) this.#askOwner(name);
    this.#reportConnection(true);
  }

  /** The client reports errors of a connection that was replaced, too; those change nothing. */
  #lost(bus: MessageBus, cause: unknown): void {
    if (bus !== this.#bus || this.#isClosed) return;
    this.#timer?.();
    this.#drop();
    if (this.#lastConnection !== false) this.#options.log.warn('session bus is not available', { cause });
    this.#reportConnection(false);
    for (const name of [...this.#owners.keys()]) this.#setOwner(name, null);
    this.#timer = this.#options.clock.after(this.#pauseMs, () => {
      this.#connect();
    });
    this.#pauseMs = Math.min(this.#pauseMs * 2, maxPauseMs);
  }

  #drop(): void {
    const bus = this.#bus;
    this.#bus = null;
    this.#isConnected = false;
    bus?.disconnect();
  }

  #reportConnection(isConnected: boolean): void {
    if (isConnected === this.#lastConnection) return;
    this.#lastConnection = isConnected;
    for (const listener of [...this.#connectionListeners]) listener(isConnected);
  }

  async #send(bus: MessageBus, request: BusCall): Promise<BusReply> {
    const reply = await bus.call(new Message({ ...request, signature: request.signature ?? '' }));
    return { ok: true, body: reply?.body ?? [], sender: reply?.sender ?? '' };
  }

  #failureFrom(cause: unknown, bus: MessageBus): 'noBus' | 'noService' | 'refused' {
    const type = cause instanceof Error ? (Reflect.get(cause, 'type') as unknown) : undefined;
    if (typeof type !== 'string') {
      this.#lost(bus, cause);
      return 'noBus';
    }
    return /\.(ServiceUnknown|NameHasNoOwner|Spawn\.|NoReply|Disconnected)/.test(type) ? 'noService' : 'refused';
  }

  #receive(message: Message): void {
    if (message.type !== MessageType.SIGNAL) return;
    const { sender, path, interface: name, member, body } = message;
    if (sender === busName && name === busName && member === 'NameOwnerChanged') {
      const [changed, , owner] = body;
      if (typeof changed === 'string')
        this.#setOwner(changed, typeof owner === 'string' && owner !== '' ? owner : null);
      return;
    }
    for (const [rule, listener] of [...this.#rules]) {
      if (rule.interface === name && rule.path === path) listener({ sender, member, body });
    }
  }

  #setOwner(name: string, owner: string | null): void {
    const watching = [...this.#watched].filter((one) => one.name === name);
    if (watching.length === 0 || this.#owners.get(name) === owner) return;
    this.#owners.set(name, owner);
    for (const { listener } of watching) listener(owner);
  }

  #askOwner(name: string): void {
    const asked = this.#bus;
    const request = { destination: busName, path: busPath, interface: busName, member: 'GetNameOwner' };
    const read = (reply: BusReply): void => {
      const owner = reply.ok ? reply.body[0] : null;
      // Without an answer nothing is known, and a connection that was replaced since answers with its own end.
      const hasAnswer = asked === this.#bus && (reply.ok || reply.failure === 'noService');
      if (hasAnswer || !this.#owners.has(name)) this.#setOwner(name, typeof owner === 'string' ? owner : null);
    };
    void this.call({ ...request, signature: 's', body: [name] }, { onLateReply: read }).then(read);
  }

  #match(rule: string): void {
    if (!this.#isConnected) return;
    const request = { destination: busName, path: busPath, interface: busName, member: 'AddMatch' };
    void this.call({ ...request, signature: 's', body: [rule] });
  }
}
