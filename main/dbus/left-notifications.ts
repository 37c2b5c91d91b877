import { z } from 'zod';
import type { Clock, Disposer } from '../base/clock';
import type { BusCall, BusReply, CallOptions, SessionBus } from './bus-port';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const busName = 'org.freedesktop.DBus';
/** Milliseconds between two writes; what was shown later than the last one is left behind by a crash. */
const minGapMs = 500;
const maxStored = 200;

const storedShape = z.object({ busId: z.string(), owner: z.string(), ids: z.array(z.number().int()).max(maxStored) });

/** A stored value that survives a restart. */
export interface LeftFile {
  read(): unknown;
  write(value: unknown): void;
}

export interface LeftOptions {
  readonly bus: SessionBus;
  readonly file: LeftFile;
  readonly clock: Clock;
}

/**
 * A bus that remembers on disk which notifications of this program are shown, and withdraws those of an earlier run that
 * was killed: no one receives a click on them any more. An id is used only on the same bus with the same owner of the
 * service; elsewhere it belongs to another program.
 */
export class LeftNotifications implements SessionBus {
  readonly #options: LeftOptions;
  readonly #shown = new Map<number, string>();
  readonly #disposers: readonly Disposer[];
  #left: z.infer<typeof storedShape> | null;
  #busId: string | null = null;
  #timer: Disposer | null = null;
  readonly onSignal: SessionBus['onSignal'];
  readonly watchOwner: SessionBus['watchOwner'];
  readonly onConnectionChange: SessionBus['onConnectionChange'];

  constructor(options: LeftOptions) {
    this.#options = options;
    const { bus, file } = options;
    this.#left = storedShape.safeParse(file.read()).data ?? null;
    this.onSignal = bus.onSignal.bind(bus);
    this.watchOwner = bus.watchOwner.bind(bus);
    this.onConnectionChange = bus.onConnectionChange.bind(bus);
    this.#disposers = [
      bus.onSignal({ interface: service, path }, ({ sender, member, body: [id] }) => {
        if (member === 'NotificationClosed' && typeof id === 'number' && this.#shown.get(id) === sender) this.#gone(id);
      }),
      bus.watchOwner(service, (owner) => {
        if (owner !== null) void this.#withdrawLeft(owner);
      }),
    ];
  }

  async call(request: BusCall, callOptions: CallOptions = {}): Promise<BusReply> {
    const { bus } = this.#options;
    if (request.interface !== service) return bus.call(request, callOptions);
    if (request.member === 'CloseNotification') this.#gone(request.body?.[0]);
    if (request.member !== 'Notify') return bus.call(request, callOptions);
    const { onLateReply } = callOptions;
    const note = (reply: BusReply): BusReply => {
      if (reply.ok && typeof reply.body[0] === 'number') this.#appeared(reply.body[0], reply.sender);
      return reply;
    };
    const options = { ...callOptions, onLateReply: (reply: BusReply) => onLateReply?.(note(reply)) };
    return note(await bus.call(request, options));
  }

  close(): void {
    for (const dispose of this.#disposers) dispose();
    this.#timer?.();
    this.#write();
    this.#options.bus.close();
  }

  async #withdrawLeft(owner: string): Promise<void> {
    const { bus } = this.#options;
    const reply = await bus.call({
      destination: busName,
      path: '/org/freedesktop/DBus',
      interface: busName,
      member: 'GetId',
    });
    const busId = reply.ok ? reply.body[0] : null;
    if (typeof busId !== 'string') return;
    this.#busId = busId;
    const left = this.#left;
    this.#left = null;
    if (left?.busId !== busId || left.owner !== owner) return;
    for (const id of left.ids.filter((one) => !this.#shown.has(one))) {
      void bus.call({
        destination: owner,
        path,
        interface: service,
        member: 'CloseNotification',
        signature: 'u',
        body: [id],
      });
    }
    this.#writeSoon();
  }

  #appeared(id: number, owner: string): void {
    this.#shown.set(id, owner);
    this.#writeSoon();
  }

  #gone(id: unknown): void {
    if (typeof id === 'number' && this.#shown.delete(id)) this.#writeSoon();
  }

  #writeSoon(): void {
    this.#timer ??= this.#options.clock.after(minGapMs, () => {
      this.#timer = null;
      this.#write();
    });
  }

  /** Only those of the latest owner can be shown still. */
  #write(): void {
    // Until the bus is known, those of the last run stay noted.
    if (this.#busId === null) return;
    const owner = [...this.#shown.values()].at(-1) ?? '';
    const ids = [...this.#shown].flatMap(([id, shownBy]) => (shownBy === owner ? [id] : [])).slice(-maxStored);
    this.#options.file.write({ busId: this.#busId, owner, ids });
  }
}
