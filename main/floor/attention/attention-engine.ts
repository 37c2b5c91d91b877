import { dequal } from 'dequal/lite';
import type {
  Agent,
  AttentionPreview,
  AttentionRule,
  AttentionSettings,
  AttentionWhy,
  ChatAttention,
  SetAside,
  TranscriptEntry,
} from '../../../preload/contract';
import type { Clock, Disposer } from '../../base/clock';
import type { ChangeBatch } from '../change-feed';
import type { FloorSnapshot } from '../floor-state';
import type { AttentionChange } from './attention-results';
import { ChatTraces } from './chat-traces';
import { explainPlace } from './explain/explain-place';
import { listeningFor } from './listening';
import { AgentlessChats } from './agentless-chats';
import { isStillOrphaned, findOrphans, type Orphans } from './orphans';
import { previewRules } from './preview';
import { evaluateItem, type QueueItem } from './queue-item';
import type { Acknowledgement, Acknowledgements } from './acknowledgements';

export interface AttentionSource {
  snapshot(): FloorSnapshot;
  entries(chatId: string): readonly TranscriptEntry[];
  subscribe(listener: (batch: ChangeBatch) => void): Disposer;
  putAttention(changes: readonly AttentionChange[]): void;
}

export interface AttentionEngineOptions {
  readonly floorStore: AttentionSource;
  readonly clock: Clock;
  readonly settings: AttentionSettings;
  /** Yields to other work during long computations. */
  readonly pause: () => Promise<void>;
}

/** Milliseconds between evaluations of time-based rules; coarse, because the UI shows minutes. */
const tickMs = 2_000;
/** Maximum entries per turn; more would delay the stream. */
const entriesPerTurn = 250;
const betweenTurnsMs = 1;

/**
 * Determines which chats need the supervisor, and why.
 *
 * 1. It subscribes to the floor store. A chat change advances the trace of that chat and evaluates it. A change of
 *    agents, connection or settings evaluates all chats, and so does a coarse tick for time-based rules. Rules read
 *    traces, never transcripts.
 * 2. Only known facts are evaluated. While the floor is not live, time stands still at the last successful exchange;
 *    earlier reasons stay. A gap in a transcript ends every claim of silence across it. Many new entries at once are
 *    processed in turns; a waiting chat keeps its published reasons.
 * 3. Results are written to the floor store only where they differ from the published ones. The store clears itself at
 *    sign-in and sign-out; a new epoch restarts the engine from the snapshot.
 * 4. Acknowledged reasons stay separate until they get worse. They last as long as the reason and the session.
 */
export class AttentionEngine {
  readonly #floor: AttentionSource;
  readonly #clock: Clock;
  readonly #pause: () => Promise<void>;
  readonly #book: ChatTraces;
  readonly #lone = new AgentlessChats();
  readonly #marks = new Map<string, Acknowledgements>();
  readonly #disposeSubscription: Disposer;
  #settings: AttentionSettings;
  #published = new Map<string, ChatAttention>();
  #agents: readonly Agent[] = [];
  #agentById = new Map<string, Agent>();
  #orphans: Orphans = new Map();
  #connection: FloorSnapshot['connection'];
  #epoch = -1;
  #disposeTick: Disposer | null = null;
  #disposeTurn: Disposer | null = null;

  constructor({ floorStore, clock, settings, pause }: AttentionEngineOptions) {
    this.#floor = floorStore;
    this.#clock = clock;
    this.#pause = pause;
    this.#settings = settings;
    this.#book = new ChatTraces((chatId) => floorStore.entries(chatId), listeningFor(settings.phrases));
    this.#connection = floorStore.snapshot().connection;
    this.#disposeSubscription = floorStore.subscribe((batch) => {
      this.#applyBatch(batch);
    });
    this.#swap();
  }

  settingsChanged(settings: AttentionSettings): void {
    const before = this.#settings;
    if (dequal(before, settings)) return;
    this.#settings = settings;
    const areWordsSame = dequal(before.phrases, settings.phrases);
    if (!areWordsSame) this.#book.setFinders(listeningFor(settings.phrases));
    this.#processTurn();
    this.#judgeAll();
  }

  /** Acknowledges these reasons: they stay hidden until they get worse. */
  acknowledge(chatId: string, rules: readonly AttentionRule[]): void {
    const published = this.#published.get(chatId);
    if (published === undefined) return;
    const markedAt = this.#now();
    const marked = published.reasons
      .filter(({ rule }) => rules.includes(rule))
      .map((reason): [AttentionRule, Acknowledgement] => [reason.rule, { reason, markedAt }]);
    this.#marks.set(chatId, new Map([...(this.#marks.get(chatId) ?? []), ...marked]));
    this.#evaluateRules([chatId]);
  }

  unacknowledge(chatId: string): void {
    this.#marks.delete(chatId);
    this.#evaluateRules([chatId]);
  }

  /**
   * Returns why a chat is where it is in the queue, without the snoozed chats, and what would change it; `null` while a
   * chat is still being read, or the floor never was.
   */
  why(chatId: string, setAside: readonly SetAside[]): AttentionWhy | null {
    const now = this.#knownUntil();
    if (now === null) return null;
    const items = [...new Set([...this.#book.ids, ...this.#orphans.keys()])].map((id) => this.#itemOf(id, now));
    const known = items.filter((item) => item !== 'waiting');
    if (known.length < items.length) return null;
    return explainPlace(
      {
        items: known,
        settings: this.#settings,
        setAside,
        serverClockOffsetMs: this.#connection.serverClockOffsetMs ?? 0,
        listening: listeningFor(this.#settings.phrases),
        now,
        isLive: this.#connection.phase === 'live',
      },
      chatId,
    );
  }

  preview(settings: AttentionSettings): Promise<AttentionPreview> {
    const { chats, transcripts, agents } = this.#floor.snapshot();
    const now = this.#knownUntil() ?? this.#now();
    return previewRules({
      chats,
      transcripts,
      agents,
      settings,
      listening: listeningFor(settings.phrases),
      now,
      pause: this.#pause,
    });
  }

  dispose(): void {
    this.#disposeSubscription();
    this.#disposeTick?.();
    this.#disposeTick = null;
    this.#disposeTurn?.();
    this.#disposeTurn = null;
  }

  #applyBatch({ epoch, changes }: ChangeBatch): void {
    if (epoch !== this.#epoch) {
      this.#swap();
      return;
    }
    const touched = new Set<string>();
    let isAllTouched = false;
    for (const change of changes) {
      if (change.type === 'agentsChanged') {
        this.#agentsChanged(change.agents);
        isAllTouched = true;
      } else if (change.type === 'connectionChanged') {
        isAllTouched ||= change.connection.phase !== this.#connection.phase;
        this.#connection = change.connection;
      } else {
        const chatId = this.#book.applyChange(change);
        if (chatId !== null) touched.add(chatId);
      }
    }
    for (const chatId of this.#processTurn()) touched.add(chatId);
    if (isAllTouched) this.#judgeAll();
    else if (touched.size > 0) this.#evaluateRules(touched);
  }

  #swap(): void {
    const snapshot = this.#floor.snapshot();
    this.#epoch = snapshot.epoch;
    this.#connection = snapshot.connection;
    this.#published = new Map(snapshot.attention.map((attention) => [attention.chatId, attention]));
    if (snapshot.session.phase !== 'signedIn') {
      this.#marks.clear();
      this.#lone.clear();
      this.#orphans = new Map();
      this.#agents = [];
    }
    this.#agentsChanged(snapshot.agents);
    this.#book.resetTo(snapshot.chats, snapshot.transcripts);
    this.#processTurn();
    this.#judgeAll();
  }

  /** Processes one turn of waiting entries and returns the affected chats; the rest waits for later turns. */
  #processTurn(): readonly string[] {
    if (this.#disposeTurn !== null) return [];
    const read = this.#book.processPending(entriesPerTurn);
    if (this.#book.isReading) {
      this.#disposeTurn = this.#clock.after(betweenTurnsMs, () => {
        this.#disposeTurn = null;
        this.#evaluateRules(this.#processTurn());
      });
    }
    return read;
  }

  #agentsChanged(agents: readonly Agent[]): void {
    const before = { agents: this.#agents, orphans: this.#orphans };
    this.#orphans = findOrphans(before, agents, this.#now());
    this.#agents = agents;
    this.#agentById = new Map(agents.map((agent) => [agent.id, agent]));
    this.#lone.recordAgents(agents);
  }

  #judgeAll(): void {
    this.#evaluateRules(new Set([...this.#book.ids, ...this.#orphans.keys(), ...this.#published.keys()]));
  }

  #evaluateRules(chatIds: Iterable<string>): void {
    const now = this.#knownUntil();
    const changes: AttentionChange[] = [];
    for (const chatId of chatIds) {
      const attention = now === null ? null : this.#attentionOf(chatId, now);
      if (dequal(attention, this.#published.get(chatId) ?? null)) continue;
      if (attention === null) this.#published.delete(chatId);
      else this.#published.set(chatId, attention);
      changes.push({ chatId, attention });
    }
    if (changes.length > 0) this.#floor.putAttention(changes);
    this.#scheduleTick();
  }

  /** Epoch milliseconds on the server's clock. */
  #now(): number {
    return this.#clock.now() + (this.#connection.serverClockOffsetMs ?? 0);
  }

  /** Time up to which the floor is known; `null` if it was never read. */
  #knownUntil(): number | null {
    const { phase, lastSuccessAt, serverClockOffsetMs = 0 } = this.#connection;
    if (phase === 'live') return this.#now();
    return lastSuccessAt === null ? null : lastSuccessAt + serverClockOffsetMs;
  }

  #attentionOf(chatId: string, now: number): ChatAttention | null {
    const item = this.#itemOf(chatId, now);
    if (item === 'waiting') return this.#published.get(chatId) ?? null;
    const { attention, acknowledgements } = evaluateItem(item, this.#settings, now);
    if (acknowledgements.size === 0) this.#marks.delete(chatId);
    else this.#marks.set(chatId, acknowledgements);
    return attention;
  }

  /** Returns what decides about a chat; `waiting` while its transcript waits to be processed. */
  #itemOf(chatId: string, now: number): QueueItem | 'waiting' {
    const followed = this.#book.get(chatId);
    const orphan = this.#orphans.get(chatId) ?? null;
    const item = { chatId, orphan, acknowledgements: this.#marks.get(chatId) ?? noMarks };
    if (followed === undefined) {
      this.#lone.forget(chatId);
      return { ...item, joined: null };
    }
    const { chat, trace, typing } = followed;
    if (trace === null) {
      const isOrphaned = orphan !== null && isStillOrphaned(orphan, chat.state, now);
      return isOrphaned ? { ...item, joined: null } : 'waiting';
    }
    const agent = chat.agentId === null ? null : (this.#agentById.get(chat.agentId) ?? null);
    const aloneSince = this.#lone.aloneSince(chat, trace, (id) => this.#agentById.get(id), now);
    return { ...item, joined: { chat, trace, typing, agent, aloneSince } };
  }

  #scheduleTick(): void {
    const isIdle = this.#connection.phase !== 'live' || (this.#book.ids.length === 0 && this.#orphans.size === 0);
    if (isIdle) {
      this.#disposeTick?.();
      this.#disposeTick = null;
      return;
    }
    this.#disposeTick ??= this.#clock.after(tickMs, () => {
      this.#disposeTick = null;
      this.#judgeAll();
    });
  }
}

const noMarks: Acknowledgements = new Map();
