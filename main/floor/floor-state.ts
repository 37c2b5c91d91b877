import type { Medium, PendingCommand, Snapshot, StepBackState } from '../../preload/contract';
import { AttentionResults } from './attention/attention-results';
import { noSupervisor } from './signed-out-state';
import { AgentDirectory } from './agent-directory';
import { Ledger } from './ledger/ledger';
import type { ExpectedChat } from './ledger/record';
import { OwnChannels } from './own-channels';
import { WatchTracker } from './watch-tracker';
import { WatchList } from './watch-list';

/** State of the floor at one moment; the publisher adds the number of the last envelope. */
export type FloorSnapshot = Omit<Snapshot, 'seq'>;

/**
 * State of the floor by subject. Only `floor-store.ts` writes it. A new subject must be added to the snapshot and to
 * `clear()`: otherwise windows never receive it, or the next supervisor does.
 */
export class FloorState {
  readonly #masksNumbers: () => boolean;
  #wasMasked: boolean;
  readonly watches = new WatchList();
  /** Display names for joining single chats, by chat. */
  readonly chosenNames = new Map<string, string>();
  readonly viewpoint = {
    self: noSupervisor,
    isWatched: (userId: string): boolean => this.watches.has(userId),
    masksNumbers: (): boolean => this.#masksNumbers(),
    chosenNames: (): readonly string[] =>
      [...this.chosenNames.values(), ...this.watches.all.map(({ nickname }) => nickname)].filter((name) => name !== ''),
  };
  readonly ledger = new Ledger(this.viewpoint);
  readonly watchTracker = new WatchTracker(this.watches, this.ledger);
  readonly ownChannels = new OwnChannels();
  readonly agents = new AgentDirectory();
  /** Pending commands by request id. */
  readonly pending = new Map<string, PendingCommand>();
  readonly attention = new AttentionResults();
  stepBack: StepBackState | null = null;

  constructor(masksNumbers: () => boolean) {
    this.#masksNumbers = masksNumbers;
    this.#wasMasked = masksNumbers();
  }

  /** Returns whether masking was turned on or off since the last call. */
  takeMaskingChange(): boolean {
    const [before, now] = [this.#wasMasked, this.#masksNumbers()];
    this.#wasMasked = now;
    return before !== now;
  }

  /** Returns the medium of a chat, joined or known only from its agent. */
  mediumOf(chatId: string): Medium {
    return this.ledger.mediumOf(chatId) ?? this.agents.mediumOf(chatId) ?? 'chat';
  }

  /** Returns what the directory contains about a chat before its invitation arrives. */
  expectedChat(chatId: string, agentId: string): ExpectedChat {
    return { medium: this.mediumOf(chatId), ...this.agents.namesIn(chatId, agentId) };
  }

  toSnapshot(): Omit<Snapshot, 'epoch' | 'seq' | 'session' | 'connection'> {
    return {
      agents: this.agents.all,
      watches: this.watches.all,
      ownChannels: this.ownChannels.all,
      chats: this.ledger.chats(),
      transcripts: this.ledger.transcripts(),
      pending: [...this.pending.values()],
      attention: this.attention.all,
      stepBack: this.stepBack,
    };
  }

  clear(): void {
    this.ledger.clear();
    this.watches.clear();
    this.chosenNames.clear();
    this.ownChannels.clear();
    this.pending.clear();
    this.attention.clear();
    this.agents.clear();
    this.stepBack = null;
  }
}
