import type { Agent, ConnectionState } from '../../../preload/contract';
import type { EntryUpdate, FloorEvent, ServerSnapshot, CurrentSupervisor } from '../../../main/floor/events';
import type { FloorSink } from '../../../main/floor/floor-sink';

export type SinkCall =
  | { readonly what: 'events'; readonly events: readonly FloorEvent[] }
  | { readonly what: 'reading'; readonly reading: ServerSnapshot; readonly mayHaveMissedEvents: boolean }
  | { readonly what: 'doubt' }
  | { readonly what: 'agents'; readonly agents: readonly Agent[] }
  | { readonly what: 'connection'; readonly connection: ConnectionState }
  | { readonly what: 'server'; readonly self: CurrentSupervisor }
  | { readonly what: 'renewed' }
  | { readonly what: 'ended'; readonly reason: string };

/** A sink that records its calls in order, and returns those that matter to a test. */
export class MemorySink implements FloorSink {
  readonly calls: SinkCall[] = [];
  /** Thrown at the next news, to see what becomes of the rest. */
  stumbleOnce: Error | null = null;

  applyEvents(events: readonly FloorEvent[]): void {
    this.calls.push({ what: 'events', events });
    const stumble = this.stumbleOnce;
    this.stumbleOnce = null;
    if (stumble !== null) throw stumble;
  }

  markEventsLost(): void {
    this.calls.push({ what: 'doubt' });
  }

  applyResync(reading: ServerSnapshot, mayHaveMissedEvents: boolean): void {
    this.calls.push({ what: 'reading', reading, mayHaveMissedEvents });
  }

  applyDirectory(agents: readonly Agent[]): void {
    this.calls.push({ what: 'agents', agents });
  }

  connectionChanged(connection: ConnectionState): void {
    this.calls.push({ what: 'connection', connection });
  }

  serverChanged(self: CurrentSupervisor): void {
    this.calls.push({ what: 'server', self });
  }

  sessionRenewed(): void {
    this.calls.push({ what: 'renewed' });
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    this.calls.push({ what: 'ended', reason });
  }

  get connection(): ConnectionState | null {
    return this.calls.findLast((call) => call.what === 'connection')?.connection ?? null;
  }

  get isLive(): boolean {
    return this.connection?.phase === 'live';
  }

  get agents(): readonly Agent[] {
    return this.calls.findLast((call) => call.what === 'agents')?.agents ?? [];
  }

  /** Phases and reasons in the order they were shown, repetitions left out. */
  get phases(): readonly string[] {
    const all = this.calls.flatMap((call) =>
      call.what === 'connection' ? [`${call.connection.phase}/${call.connection.reason}`] : [],
    );
    return all.filter((phase, at) => phase !== all[at - 1]);
  }

  get readings(): readonly { readonly reading: ServerSnapshot; readonly mayHaveMissedEvents: boolean }[] {
    return this.calls.filter((call) => call.what === 'reading');
  }

  get events(): readonly FloorEvent[] {
    return this.calls.flatMap((call) => (call.what === 'events' ? call.events : []));
  }

  /** Every line of a chat that ever came, by news or by reading, once per index, ascending. */
  linesOf(chatId: string): readonly EntryUpdate[] {
    const lines = new Map<number, EntryUpdate>();
    for (const call of this.calls) {
      const entries =
        call.what === 'reading'
          ? call.reading.transcripts.filter((transcript) => transcript.chatId === chatId)
          : call.what === 'events'
            ? call.events.flatMap((event) =>
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
    return this.calls.length;
  }

  since(mark: number): readonly SinkCall[] {
    return this.calls.slice(mark);
  }
}
