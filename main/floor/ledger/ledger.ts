import type { Chat, CustomerField, FloorChange, Medium, Transcript, TranscriptEntry } from '../../../preload/contract';
import type { ChatUpdate, FloorEvent, ServerSnapshot } from '../events';
import { foldChatUpdate, foldChatSnapshot, withPeople } from './chat-fold';
import { differences, viewRecord, type RecordView } from './differences';
import { asPublished, noEntries, renameAuthors } from './entries';
import { openGap } from './gaps';
import { participantKinds } from './identities';
import { enterState, isPossiblyStale } from './joining';
import { mayBeNamed } from './late-events';
import { foldMessages, foldTranscript } from './message-fold';
import {
  emptyRecord,
  hasEnded,
  isLive,
  type ChatRecord,
  type ExpectedChat,
  type FoldContext,
  type Instant,
  type IdentityContext,
} from './record';
import { nextExpiry } from './typing';

/**
 * Event-sourced state of chats and transcripts.
 *
 * Events are folded in on arrival, and only actual changes come out, a chat before its messages. Messages are identified
 * by chat and index, so repetition and order do not matter. Chats carry no version: the later arrival wins, but an end
 * stays until a new join. Events that cannot be ordered request a resync (see `joining.ts`). A chat known only by its
 * messages is hidden. The ledger has no clock: every fold gets its instant.
 */
export class Ledger {
  readonly #viewpoint: IdentityContext;
  #records = new Map<string, ChatRecord>();
  #views = new Map<string, RecordView>();
  #joins = 0;
  /** While events may be lost: the indexes after which each chat may miss entries; `null` is before the first one. */
  #losses: Map<string, readonly (number | null)[]> | null = null;
  /** Events buffered during the first resync, or one after a loss, may begin in the middle of a stay. */
  #mayNextEventsBeCutOff = false;
  #wasEverRead = false;
  #isResyncRequested = false;

  constructor(viewpoint: IdentityContext) {
    this.#viewpoint = viewpoint;
  }

  /** Number of joins so far; a later join has a greater `joinOrder`. */
  get joins(): number {
    return this.#joins;
  }

  /** Folds events and returns the changes. */
  apply(events: readonly FloorEvent[], moment: Instant): readonly FloorChange[] {
    const context = this.#context(moment);
    const touched = new Set<string>();
    const begun = new Set<string>();
    for (const event of events) {
      if (event.type === 'operationFailed' || event.type === 'ownChannelsUpdated') continue;
      const chatId = event.type === 'chatUpdated' ? event.chat.chatId : event.chatId;
      const record = this.#records.get(chatId) ?? emptyRecord(chatId, moment);
      if (event.type === 'chatUpdated' && isPossiblyStale(record, event.chat, context)) {
        this.#isResyncRequested = true;
        continue;
      }
      let folded =
        event.type === 'chatUpdated'
          ? foldChatUpdate(record, event.chat, context)
          : foldMessages(record, event, context);
      if (!begun.has(chatId) && beginsUnobserved(record, folded)) {
        begun.add(chatId);
        folded = this.#withBeginningDoubted(record, folded, moment);
      }
      this.#records.set(chatId, folded);
      touched.add(chatId);
    }
    this.#mayNextEventsBeCutOff = false;
    return this.#settle(touched, moment);
  }

  /** Returns and resets whether an event arrived that only a resync can order. */
  takeResyncRequest(): boolean {
    const isRequested = this.#isResyncRequested;
    this.#isResyncRequested = false;
    return isRequested;
  }

  /** Marks that events may be lost until the next resync. Records the last indexes now: later events may follow. */
  markEventsLost(): void {
    this.#losses ??= new Map();
    for (const [chatId, record] of this.#records) {
      const isDoubted = this.#losses.has(chatId);
      if (!isLive(record) && !record.isEndInferred && !isDoubted) continue;
      const last = record.entries.at(-1)?.index ?? null;
      this.#losses.set(chatId, [...(this.#losses.get(chatId) ?? []), last]);
    }
  }

  /**
   * Replaces the state by a full read. A live chat that is not in it was revoked. A transcript that could not be read
   * gets a gap if events may be lost (also after an inferred end), or before its first entry if the read found the chat.
   * Entries received before the first read may lack their beginning.
   */
  applySnapshot(read: ServerSnapshot, mayHaveMissedEvents: boolean, moment: Instant): readonly FloorChange[] {
    const context = this.#context(moment);
    const wasLive = new Set(this.liveChatIds());
    const isFirst = !this.#wasEverRead;
    const losses = this.#losses ?? new Map<string, readonly (number | null)[]>();
    this.#losses = null;
    this.#isResyncRequested = false;
    this.#mayNextEventsBeCutOff = mayHaveMissedEvents || isFirst;
    this.#wasEverRead = true;
    const readChats = new Map(read.chats.map((chat) => [chat.chatId, chat]));
    const transcripts = new Map(read.transcripts.map((transcript) => [transcript.chatId, transcript.entries]));
    const touched = new Set([...this.#records.keys(), ...readChats.keys()]);
    for (const chatId of touched) {
      let record = this.#reread(chatId, readChats.get(chatId), { ...context, unavailable: read.unavailable ?? [] });
      if (record === null) continue;
      const entries = transcripts.get(chatId);
      if (entries !== undefined) record = foldTranscript(record, entries, context);
      const hasJustEnded = wasLive.has(chatId) && hasEnded(record.state);
      const isDoubted = record.isEndInferred || losses.has(chatId);
      const isInterrupted = mayHaveMissedEvents && (wasLive.has(chatId) || isLive(record) || isDoubted);
      const isFoundLate = record.state === 'active' && !wasLive.has(chatId) && record.entries.length === 0;
      if (entries === undefined) {
        const last = record.entries.at(-1)?.index ?? null;
        const lossIndexes = isInterrupted || isFoundLate ? (losses.get(chatId) ?? [last]) : [];
        for (const lostAfter of isFirst && beginsLate(record) ? [...lossIndexes, null] : lossIndexes) {
          record = { ...record, gaps: openGap(record, lostAfter, moment) };
        }
      }
      if (hasJustEnded || mayHaveMissedEvents) record = { ...record, isEndInferred: hasJustEnded };
      this.#records.set(chatId, mayHaveMissedEvents ? { ...record, typing: new Map() } : record);
    }
    return this.#settle(touched, moment);
  }

  /** Ends the typing indicators that have expired. */
  expireTyping(moment: Instant): readonly FloorChange[] {
    return this.#settle(new Set(this.#shownTyping().map(({ record }) => record.id)), moment);
  }

  /** Updates every chat after a change of the watches or of masking. */
  recompute(moment: Instant): readonly FloorChange[] {
    for (const [chatId, record] of this.#records) this.#records.set(chatId, withPeople(record, this.#viewpoint));
    return this.#settle(new Set(this.#records.keys()), moment);
  }

  /** Records an intrude request: the next invitation to this chat answers it. */
  expectInvitation(chatId: string, expected: ExpectedChat, moment: Instant): void {
    const record = this.#records.get(chatId) ?? emptyRecord(chatId, moment);
    this.#records.set(chatId, { ...record, medium: expected.medium, requestedJoin: expected });
  }

  /** Removes an ended chat; only a new join shows it again. A later resync without it forgets it. */
  dismiss(chatId: string): readonly FloorChange[] {
    const record = this.#records.get(chatId);
    if (record === undefined || !hasEnded(record.state) || !this.#views.delete(chatId)) return [];
    this.#records.set(chatId, { ...record, isDismissed: true, ...noEntries, gaps: [], typing: new Map() });
    return [{ type: 'chatRemoved', chatId }];
  }

  clear(): void {
    this.#losses = null;
    this.#mayNextEventsBeCutOff = false;
    this.#wasEverRead = false;
    this.#isResyncRequested = false;
    this.#records = new Map();
    this.#views = new Map();
  }

  mediumOf(chatId: string): Medium | null {
    return this.#records.get(chatId)?.medium ?? null;
  }

  chat(chatId: string): Chat | null {
    return this.#views.get(chatId)?.chat ?? null;
  }

  /** Returns the attached data as the server sent it, never masked. */
  customerData(chatId: string): readonly CustomerField[] {
    return this.#records.get(chatId)?.customerData ?? [];
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#views.get(chatId)?.entries ?? [];
  }

  /** Returns how the supervisor joined an active chat; distinguishes joins by a watch from others. */
  joinOf(chatId: string): { readonly order: number; readonly isByInvitation: boolean } | null {
    const record = this.#records.get(chatId);
    if (record === undefined || record.joinOrder === null || record.state !== 'active') return null;
    return { order: record.joinOrder, isByInvitation: record.joinedByInvitation };
  }

  chats(): readonly Chat[] {
    return [...this.#views.values()]
      .map((view) => view.chat)
      .sort((left, right) => left.firstSeenAt - right.firstSeenAt || (left.id < right.id ? -1 : 1));
  }

  transcripts(): readonly Transcript[] {
    return this.chats().flatMap(({ id }) => {
      const view = this.#views.get(id);
      return view === undefined ? [] : [{ chatId: id, entries: view.entries, gaps: view.gaps, typing: view.typing }];
    });
  }

  liveChatIds(): readonly string[] {
    return [...this.#records.values()].filter(isLive).map((record) => record.id);
  }

  /** Monotonic milliseconds at which the first shown typing indicator expires, perhaps past; `null` without one. */
  nextTypingExpiry(): number | null {
    const expiries = this.#shownTyping().flatMap(({ record, typing }) => nextExpiry(record, typing) ?? []);
    return expiries.length === 0 ? null : Math.min(...expiries);
  }

  /** Asked for after every event, so chats without typing, which are nearly all, cost as little as possible. */
  #shownTyping(): readonly { readonly record: ChatRecord; readonly typing: RecordView['typing'] }[] {
    const found = [];
    for (const [chatId, { typing }] of this.#views) {
      const record = typing.length === 0 ? undefined : this.#records.get(chatId);
      if (record !== undefined) found.push({ record, typing });
    }
    return found;
  }

  /** Marks the beginning of a stay as incomplete while events may be lost; entries of earlier stays bound the gap. */
  #withBeginningDoubted(before: ChatRecord, folded: ChatRecord, moment: Instant): ChatRecord {
    const last = before.entries.at(-1)?.index ?? null;
    if (this.#losses?.has(before.id) === false) this.#losses.set(before.id, [last]);
    return this.#mayNextEventsBeCutOff ? { ...folded, gaps: openGap(before, last, moment) } : folded;
  }

  #context(moment: Instant): FoldContext {
    return {
      moment,
      viewpoint: this.#viewpoint,
      nextJoin: () => (this.#joins += 1),
    };
  }

  #reread(
    chatId: string,
    update: ChatUpdate | undefined,
    context: FoldContext & { readonly unavailable: readonly Medium[] },
  ): ChatRecord | null {
    const known = this.#records.get(chatId);
    if (update !== undefined) {
      const record = known ?? emptyRecord(chatId, context.moment);
      const isOverStill = record.isDismissed && hasEnded(update.state ?? record.state);
      return isOverStill ? record : foldChatSnapshot(record, update, context);
    }
    if (known === undefined) return null;
    if (context.unavailable.includes(known.medium)) return known;
    if (isLive(known)) return enterState(known, 'revoked', context);
    if (mayBeNamed(known, context.moment)) return known;
    this.#records.delete(chatId);
    return null;
  }

  #settle(touched: ReadonlySet<string>, moment: Instant): readonly FloorChange[] {
    const changes: FloorChange[] = [];
    for (const chatId of touched) {
      const record = this.#records.get(chatId);
      if (record === undefined || !record.isAnnounced || record.isDismissed) continue;
      const named = this.#named(record);
      const before = this.#views.get(chatId) ?? null;
      const after = viewRecord(named, this.#viewpoint, moment, before);
      this.#views.set(chatId, after);
      this.#records.set(chatId, { ...named, ...asPublished(named) });
      changes.push(...differences(before, after, named));
    }
    return changes;
  }

  /** Renames the authors of stored entries by the identities learned since. */
  #named(record: ChatRecord): ChatRecord {
    const nicknameOf = (participantId: string): string => record.identities.get(participantId)?.nickname ?? '';
    const stored = renameAuthors(record, participantKinds(record, this.#viewpoint), nicknameOf);
    return stored.entries === record.entries ? record : { ...record, ...stored };
  }
}

/**
 * Returns whether a stay begins with this fold: the chat was not live, and it has a new join or entries beyond the last
 * ones of a stay.
 */
function beginsUnobserved(before: ChatRecord, folded: ChatRecord): boolean {
  if (isLive(before)) return false;
  const hasNewEntries = folded.entries !== before.entries && !before.isEndInferred;
  return hasNewEntries || folded.joinOrder !== before.joinOrder;
}

function beginsLate({ entries }: ChatRecord): boolean {
  return (entries[0]?.index ?? 0) > 1;
}
