import type {
  Chat,
  FloorChange,
  Transcript,
  TranscriptEntry,
  TranscriptGap,
  TypingParticipant,
} from '../../../preload/contract';
import { isSameValue } from '../same-value';
import { freshTrace, heard, missed, traceOf, type ChatTrace, type Finders } from './traces/chat-trace';

/** What is kept of one chat between two pieces of news. Replaced as a whole, never changed in place. */
export interface FollowedChat {
  readonly chat: Chat;
  readonly entries: readonly TranscriptEntry[];
  readonly gaps: readonly TranscriptGap[];
  readonly typing: readonly TypingParticipant[];
  readonly trace: ChatTrace;
}

/**
 * Follows every chat from entry to entry, so that no rule ever reads a transcript. News at the end of a chat carries its trace
 * on; only what belongs in between, a swapped picture and new word lists have a transcript read again.
 */
export class ChatBook {
  readonly #followed = new Map<string, FollowedChat>();
  /** Whole transcripts, as the floor holds them. */
  readonly #entriesOf: (chatId: string) => readonly TranscriptEntry[];
  #finders: Finders;

  constructor(entriesOf: (chatId: string) => readonly TranscriptEntry[], finders: Finders) {
    this.#entriesOf = entriesOf;
    this.#finders = finders;
  }

  get ids(): readonly string[] {
    return [...this.#followed.keys()];
  }

  get(chatId: string): FollowedChat | undefined {
    return this.#followed.get(chatId);
  }

  /** Takes one change in; the id of the chat that it touched, if any. */
  hear(change: FloorChange): string | null {
    switch (change.type) {
      case 'chatChanged':
        this.#followed.set(change.chat.id, { ...this.#stateOf(change.chat), chat: change.chat });
        return change.chat.id;
      case 'chatRemoved':
        this.#followed.delete(change.chatId);
        return change.chatId;
      case 'entriesAdded':
        return this.#change(change.chatId, (state) => this.#withEntries(state, change.entries));
      case 'gapMarked':
        return this.#change(change.chatId, (state) => this.#withGap(state, change.gap));
      case 'typingChanged':
        return this.#change(change.chatId, (state) => ({ ...state, typing: change.typing }));
      default:
        return null;
    }
  }

  /** The picture was swapped. What is the same in it need not be read again. */
  swap(chats: readonly Chat[], transcripts: readonly Transcript[]): void {
    const before = new Map(this.#followed);
    const byChat = new Map(transcripts.map((transcript) => [transcript.chatId, transcript]));
    this.#followed.clear();
    for (const chat of chats) {
      const { entries = [], gaps = [], typing = [] } = byChat.get(chat.id) ?? {};
      const known = before.get(chat.id);
      const isOnlyLonger =
        known !== undefined &&
        isSameValue(known.gaps, gaps) &&
        known.entries.every((entry, place) => entry === entries[place]);
      const trace = isOnlyLonger
        ? this.#carriedOn(known, entries.slice(known.entries.length), entries)
        : traceOf(entries, gaps, this.#finders);
      this.#followed.set(chat.id, { chat, entries, gaps, typing, trace });
    }
  }

  /** Other words are listened for. */
  listenFor(finders: Finders): void {
    this.#finders = finders;
    for (const [chatId, state] of this.#followed) {
      this.#followed.set(chatId, { ...state, trace: traceOf(state.entries, state.gaps, finders) });
    }
  }

  #stateOf(chat: Chat): FollowedChat {
    return this.#followed.get(chat.id) ?? { chat, entries: [], gaps: [], typing: [], trace: freshTrace };
  }

  #change(chatId: string, change: (state: FollowedChat) => FollowedChat): string | null {
    const state = this.#followed.get(chatId);
    if (state === undefined) return null;
    this.#followed.set(chatId, change(state));
    return chatId;
  }

  #withEntries(state: FollowedChat, added: readonly TranscriptEntry[]): FollowedChat {
    const entries = this.#entriesOf(state.chat.id);
    return { ...state, entries, trace: this.#carriedOn(state, added, entries) };
  }

  /** Carries on where everything new is behind all that is in the trace, holes included; else reads the whole again. */
  #carriedOn(
    { trace, gaps }: FollowedChat,
    added: readonly TranscriptEntry[],
    whole: readonly TranscriptEntry[],
  ): ChatTrace {
    const last = trace.lastIndex ?? -Infinity;
    const isAtEnd =
      added.every(({ index }) => index > last) && gaps.every(({ afterIndex }) => (afterIndex ?? -Infinity) <= last);
    if (!isAtEnd) return traceOf(whole, gaps, this.#finders);
    return added.reduce((carried, entry) => heard(carried, entry, this.#finders), trace);
  }

  #withGap(state: FollowedChat, gap: TranscriptGap): FollowedChat {
    const gaps = [...state.gaps.filter(({ from }) => from !== gap.from), gap];
    const isNewAtEnd = gap.beforeIndex === null && gaps.length > state.gaps.length;
    const trace = isNewAtEnd ? missed(state.trace, gap) : traceOf(state.entries, gaps, this.#finders);
    return { ...state, gaps, trace };
  }
}
