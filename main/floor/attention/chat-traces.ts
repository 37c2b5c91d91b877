import { dequal } from 'dequal/lite';
import type {
  Chat,
  FloorChange,
  Transcript,
  TranscriptEntry,
  TranscriptGap,
  TypingParticipant,
} from '../../../preload/contract';
import type { Listening } from './listening';
import { emptyTrace, advanceTrace, advanceTraceOverGap, buildTrace, type ChatTrace } from './traces/chat-trace';

/** Preparing this many phrases takes about as long as processing the entries of a turn. */
const phrasesPerTurn = 300;

/** Maximum new entries of a chat that are processed at once after a new epoch; more of them wait for a turn. */
const maxAdvancedAtOnce = 20;

/** State of one chat between two changes. Immutable. */
export interface TrackedChat {
  readonly chat: Chat;
  readonly entries: readonly TranscriptEntry[];
  readonly gaps: readonly TranscriptGap[];
  readonly typing: readonly TypingParticipant[];
  /** `null` while its transcript waits to be processed. */
  readonly trace: ChatTrace | null;
}

/**
 * Advances a trace of every chat from entry to entry, so that no rule reads a transcript. New entries at the end of a
 * chat advance its trace. Entries in between, a new epoch or new keyword lists require the whole transcript again. Such
 * a chat waits for `processPending`, which processes a floor in small turns.
 */
export class ChatTraces {
  readonly #followed = new Map<string, TrackedChat>();
  /** Returns the whole transcript from the floor store. */
  readonly #entriesOf: (chatId: string) => readonly TranscriptEntry[];
  readonly #waiting = new Set<string>();
  #listening: Listening;
  #isListeningReady = false;

  constructor(entriesOf: (chatId: string) => readonly TranscriptEntry[], listening: Listening) {
    this.#entriesOf = entriesOf;
    this.#listening = listening;
  }

  get ids(): readonly string[] {
    return [...this.#followed.keys()];
  }

  get(chatId: string): TrackedChat | undefined {
    return this.#followed.get(chatId);
  }

  /** Phrases are prepared when there is a chat, because preparing all of them takes longer than starting a window. */
  get isReading(): boolean {
    return this.#waiting.size > 0 || (!this.#isListeningReady && this.#followed.size > 0);
  }

  /** Processes whole waiting chats until `maxEntries` entries are done; returns the ids of these chats. */
  processPending(maxEntries: number): readonly string[] {
    if (!this.isReading) return [];
    this.#isListeningReady ||= this.#listening.prepare(phrasesPerTurn);
    if (!this.#isListeningReady) return [];
    const read: string[] = [];
    let lines = 0;
    for (const chatId of this.#waiting) {
      if (lines >= maxEntries) break;
      this.#waiting.delete(chatId);
      const state = this.#followed.get(chatId);
      if (state === undefined) continue;
      this.#followed.set(chatId, { ...state, trace: buildTrace(state.entries, state.gaps, this.#listening) });
      lines += state.entries.length;
      read.push(chatId);
    }
    return read;
  }

  /** Applies one change; returns the id of the affected chat, if any. */
  applyChange(change: FloorChange): string | null {
    switch (change.type) {
      case 'chatChanged':
        this.#put({ ...this.#stateOf(change.chat), chat: change.chat });
        return change.chat.id;
      case 'chatRemoved':
        this.#followed.delete(change.chatId);
        this.#waiting.delete(change.chatId);
        return change.chatId;
      case 'entriesAdded':
        return this.#change(change.chatId, (state) => this.#withEntries(state, change.entries));
      case 'gapsChanged':
        return this.#change(change.chatId, (state) => this.#withGaps(state, change.gaps));
      case 'typingChanged':
        return this.#change(change.chatId, (state) => ({ ...state, typing: change.typing }));
      default:
        return null;
    }
  }

  /** Restarts from a new snapshot. Unchanged chats keep their traces. */
  resetTo(chats: readonly Chat[], transcripts: readonly Transcript[]): void {
    const before = new Map(this.#followed);
    const byChat = new Map(transcripts.map((transcript) => [transcript.chatId, transcript]));
    this.#followed.clear();
    this.#waiting.clear();
    for (const chat of chats) {
      const { entries = [], gaps = [], typing = [] } = byChat.get(chat.id) ?? {};
      const known = before.get(chat.id);
      const isOnlyLonger =
        known !== undefined &&
        entries.length - known.entries.length <= maxAdvancedAtOnce &&
        dequal(known.gaps, gaps) &&
        known.entries.every((entry, place) => entry === entries[place]);
      const trace = isOnlyLonger ? this.#carriedOn(known, entries.slice(known.entries.length)) : null;
      this.#put({ chat, entries, gaps, typing, trace: entries.length === 0 && gaps.length === 0 ? emptyTrace : trace });
    }
  }

  /** Replaces the keyword lists; every transcript is processed again. */
  setFinders(listening: Listening): void {
    this.#listening = listening;
    this.#isListeningReady = false;
    for (const state of this.#followed.values()) this.#put({ ...state, trace: null });
  }

  #put(state: TrackedChat): void {
    this.#followed.set(state.chat.id, state);
    if (state.trace === null) this.#waiting.add(state.chat.id);
    else this.#waiting.delete(state.chat.id);
  }

  #stateOf(chat: Chat): TrackedChat {
    return this.#followed.get(chat.id) ?? { chat, entries: [], gaps: [], typing: [], trace: emptyTrace };
  }

  #change(chatId: string, change: (state: TrackedChat) => TrackedChat): string | null {
    const state = this.#followed.get(chatId);
    if (state === undefined) return null;
    this.#put(change(state));
    return chatId;
  }

  #withEntries(state: TrackedChat, added: readonly TranscriptEntry[]): TrackedChat {
    return { ...state, entries: this.#entriesOf(state.chat.id), trace: this.#carriedOn(state, added) };
  }

  /**
   * Returns the advanced trace if all new entries and gaps follow it; otherwise the whole transcript is processed
   * again. So it is while phrases are prepared, since a search would prepare the rest at once.
   */
  #carriedOn({ trace, gaps }: TrackedChat, added: readonly TranscriptEntry[]): ChatTrace | null {
    if (trace === null || !(this.#isListeningReady || added.length === 0)) return null;
    const last = trace.lastIndex ?? -Infinity;
    const isAtEnd =
      added.every(({ index }) => index > last) && gaps.every(({ afterIndex }) => (afterIndex ?? -Infinity) <= last);
    return isAtEnd ? added.reduce((carried, entry) => advanceTrace(carried, entry, this.#listening), trace) : null;
  }

  #withGaps(state: TrackedChat, gaps: readonly TranscriptGap[]): TrackedChat {
    const added = gaps.length === state.gaps.length + 1 ? gaps.at(-1) : undefined;
    const isNewAtEnd = added?.beforeIndex === null && dequal(gaps.slice(0, -1), state.gaps);
    const trace = isNewAtEnd && state.trace !== null ? advanceTraceOverGap(state.trace, added) : null;
    return { ...state, gaps, trace };
  }
}
