import type { ConnectionState } from '../../../preload/contract';
import type {
  AgentUpdate,
  EntryUpdate,
  FloorEvent,
  ServerSnapshot,
  CurrentSupervisor,
} from '../../../main/floor/events';
import type { FloorSink } from '../../../main/floor/floor-sink';

export type SinkCall =
  | { readonly what: 'events'; readonly events: readonly FloorEvent[] }
  | { readonly what: 'reading'; readonly reading: ServerSnapshot; readonly mayHaveMissedEvents: boolean }
  | { readonly what: 'doubt' }
  | { readonly what: 'agents'; readonly agents: readonly AgentUpdate[] }
  | { readonly what: 'connection'; readonly connection: ConnectionState }
  | { readonly what: 'server'; readonly self: CurrentSupervisor }
  | { readonly what: 'renewed' }
  | { readonly what: 'ended'; readonly reason: string };

/** A sink that records its calls in order, and returns those that matter to a test. */
export class MemorySink implements FloorSink {
  readonly told: SinkCall[] = [];
  /** Thrown at the next news, to see what becomes of the rest. */
  stumbleOnce: Error | null = null;

  applyEvents(events: readonly FloorEvent[]): void {
    this.told.push({ what: 'events', events });
    const stumble = this.stumbleOnce;
    this.stumbleOnce = null;
    if (stumble !== null) throw stumble;
  }

  markEventsLost(): void {
    this.told.push({ what: 'doubt' });
  }

  applyResync(reading: ServerSnapshot, mayHaveMissedEvents: boolean): void {
    this.told.push({ what: 'reading', reading, mayHaveMissedEvents });
  }

  applyDirectory(agents: readonly AgentUpdate[]): void {
    this.told.push({ what: 'agents', agents });
  }

  connectionChanged(connection: ConnectionState): void {
    this.told.push({ what: 'connection', connection });
  }

  serverChanged(self: CurrentSupervisor): void {
    this.told.push({ what: 'server', self });
  }

  sessionRenewed(): void {
    this.told.push({ what: 'renewed' });
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    this.told.push({ what: 'ended', reason });
  }

  get connection(): ConnectionState | null {
    return this.told.findLast((told) => told.what === 'connection')?.connection ?? null;
  }

  get isLive(): boolean {
    return this.connection?.phase === 'live';
  }

  get agents(): readonly AgentUpdate[] {
    return this.told.findLast((told) => told.what === 'agents')?.agents ?? [];
  }

  /** Phases and reasons in the order they were shown, repetitions left out. */
  get phases(): readonly string[] {
    const all = this.told.flatMap((told) =>
      told.what === 'connection' ? [`${told.connection.phase}/${told.connection.reason}`] : [],
    );
    return all.filter((phase, at) => phase !== all[at - 1]);
  }

  get readings(): readonly { readonly reading: ServerSnapshot; readonly mayHaveMissedEvents: boolean }[] {
    return this.told.filter((told) => told.what === 'reading');
  }

  get events(): readonly FloorEvent[] {
    return this.told.flatMap((told) => (told.what === 'events' ? told.events : []));
  }

  /** Every line of a chat that ever came, by news or by reading, once per index, ascending. */
  linesOf(chatId: string): readonly EntryUpdate[] {
    const lines = new Map<number, EntryUpdate>();
    for (const told of this.told) {
      const entries =
        told.what === 'reading'
          ? told.reading.transcripts.filter((transcript) => transcript.chatId === chatId)
          : told.what === 'events'
            ? told.events.flatMap((event) =>
                event.type === 'messagesReceived' && event.chatId === chatId ? [event] : [],
              )
            : [];
      for (const entry of entries.flatMap((part) => part.entries)) lines.set(entry.index, entry);
    }
    return [...lines.values()].sort((a, b) => a.index - b.index);
  }

  textsOf(chatId: string): readonly string[] {
    return this.linesOf(chatId).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  }

  /** The lines that came as news, with repetitions, in the order they came. */
  newsTexts(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'messagesReceived' ? event.entries.map((line) => line.text) : [],
    );
  }

  mark(): number {
    return this.told.length;
  }

  since(mark: number): readonly SinkCall[] {
    return this.told.slice(mark);
  }
}
