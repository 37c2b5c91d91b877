import type { Chat, FloorChange, Medium, Transcript, TranscriptEntry } from '../../../preload/contract';
import type { ChatUpdate, FloorEvent, ServerSnapshot } from '../events';
import { foldChatUpdate, foldChatSnapshot, withPeople } from './chat-fold';
import { differences, viewRecord, type RecordView } from './differences';
import { renameAuthors } from './entries';
import { openGap } from './gaps';
import { participantKinds } from './identities';
import { enterState, isPossiblyStale } from './joining';
import { foldMessages, foldTranscript } from './message-fold';
import {
  emptyRecord,
  hasEnded,
  type ChatRecord,
  type ExpectedChat,
  type FoldContext,
  type Instant,
  type IdentityContext,
} from './record';
import { nextExpiry } from './typing';

/** Longer than one routine reading and another, after which nothing of an unknown chat is kept. */
const announcedWithinMs = 150_000;

/**
 * The book of chats and transcripts.
 *
 * News is folded in as it comes; what leaves is only what really changed, a chat always before its messages. Messages
 * are identified by chat and index, so news told twice or in another order gives the same transcript; chats carry no
 * version, so the later arrival wins, but an end is an end until a new join is told, and news that cannot be told from
 * older news is not folded in but read back (see `joining.ts`). A chat of
 * which only messages were heard is kept out of sight until the server says that it is one of ours.
 *
 * The ledger knows no clock: every fold is told its moment.
 */
export class Ledger {
  readonly #viewpoint: IdentityContext;
  #records = new Map<string, ChatRecord>();
  #views = new Map<string, RecordView>();
  #joins = 0;
  /** While news may be missing: behind which indexes of each chat; `null`: before the first that is known. */
  #losses: Map<string, readonly (number | null)[]> | null = null;
  /** What was held back during the first reading, or one that followed a loss, may begin in the middle of a stay. */
  #isNextNewsCutOff = false;
  #wasEverRead = false;
  #isReadingWished = false;

  constructor(viewpoint: IdentityContext) {
    this.#viewpoint = viewpoint;
  }

  /** How many joins were counted so far; a later join has a greater `joinOrder`. */
  get joins(): number {
    return this.#joins;
  }

  /** Folds news in. */
  apply(events: readonly FloorEvent[], moment: Instant): readonly FloorChange[] {
    const context = this.#context(moment);
    const touched = new Set<string>();
    const begun = new Set<string>();
    for (const event of events) {
      if (event.type === 'operationFailed' || event.type === 'ownChannelsUpdated') continue;
      const chatId = event.type === 'chatUpdated' ? event.chat.chatId : event.chatId;
      const record = this.#records.get(chatId) ?? emptyRecord(chatId, moment);
      if (event.type === 'chatUpdated' && isPossiblyStale(record, event.chat, context)) {
        this.#isReadingWished = true;
        continue;
      }
      let folded =
        event.type === 'chatUpdated'
          ? foldChatUpdate(record, event.chat, context)
          : foldMessages(record, event, context);
      if (!begun.has(chatId) && beginsUnheard(record, folded)) {
        begun.add(chatId);
        folded = this.#withBeginningDoubted(record, folded, moment);
      }
      this.#records.set(chatId, folded);
      touched.add(chatId);
    }
    this.#isNextNewsCutOff = false;
    return this.#settle(touched, moment);
  }

  /** Whether there was news, since the last time asked, that only a reading can tell from older news. */
  takeResyncRequest(): boolean {
    const isEnabled = this.#isReadingWished;
    this.#isReadingWished = false;
    return isEnabled;
  }

  /**
   * News may be missing from here on, until the next reading. Where it went missing must be noted now: by the time of
   * the reading, later news may have come, and even the end of the chat.
   */
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
   * Swaps the truth for a reading of everything. A chat that was live and is not in it was taken away meanwhile; a
   * transcript that could not be read again has a gap if news may have been missed, or before its first line if the
   * reading is what found the chat. That holds, too, for one whose end
   * an earlier reading found and the stream never told: its last words went missing with the stream. What was heard before
   * the very first reading may lack its beginning, however well the stream fared since.
   */
  applySnapshot(reading: ServerSnapshot, mayHaveMissedNews: boolean, moment: Instant): readonly FloorChange[] {
    const context = this.#context(moment);
    const wasLive = new Set(this.liveChatIds());
    const isFirst = !this.#wasEverRead;
    const losses = this.#losses ?? new Map<string, readonly (number | null)[]>();
    this.#losses = null;
    this.#isReadingWished = false;
    this.#isNextNewsCutOff = mayHaveMissedNews || isFirst;
    this.#wasEverRead = true;
    const readChats = new Map(reading.chats.map((chat) => [chat.chatId, chat]));
    const transcripts = new Map(reading.transcripts.map((transcript) => [transcript.chatId, transcript.entries]));
    const touched = new Set([...this.#records.keys(), ...readChats.keys()]);
    for (const chatId of touched) {
      let record = this.#reread(chatId, readChats.get(chatId), { ...context, unavailable: reading.unavailable ?? [] });
      if (record === null) continue;
      const entries = transcripts.get(chatId);
      if (entries !== undefined) record = foldTranscript(record, entries, context);
      const hasJustEnded = wasLive.has(chatId) && hasEnded(record.state);
      const isDoubted = record.isEndInferred || losses.has(chatId);
      const isInterrupted = mayHaveMissedNews && (wasLive.has(chatId) || isLive(record) || isDoubted);
      const isFoundLate = record.state === 'active' && !wasLive.has(chatId) && record.entries.length === 0;
      if (entries === undefined) {
        const last = record.entries.at(-1)?.index ?? null;
        const places = isInterrupted || isFoundLate ? (losses.get(chatId) ?? [last]) : [];
        for (const lostAfter of isFirst && beginsLate(record) ? [...places, null] : places) {
          record = { ...record, gaps: openGap(record, lostAfter, moment) };
        }
      }
      if (hasJustEnded || mayHaveMissedNews) record = { ...record, isEndInferred: hasJustEnded };
      this.#records.set(chatId, mayHaveMissedNews ? { ...record, typing: new Map() } : record);
    }
    return this.#settle(touched, moment);
  }

  /** Looks at every chat again: who is watched has changed, or a typist has fallen silent. */
  recompute(moment: Instant): readonly FloorChange[] {
    for (const [chatId, record] of this.#records) this.#records.set(chatId, withPeople(record, this.#viewpoint));
    return this.#settle(new Set(this.#records.keys()), moment);
  }

  /** The supervisor asks to come in beside this agent: an invitation that follows is an answer. */
  expectInvitation(chatId: string, expected: ExpectedChat, moment: Instant): void {
    const record = this.#records.get(chatId) ?? emptyRecord(chatId, moment);
    this.#records.set(chatId, { ...record, medium: expected.medium, requestedJoin: expected });
  }

  /** Takes an ended chat out of sight; only a new join brings it back. */
  dismiss(chatId: string): readonly FloorChange[] {
    const record = this.#records.get(chatId);
    if (record === undefined || !hasEnded(record.state) || !this.#views.delete(chatId)) return [];
    this.#records.set(chatId, { ...record, isDismissed: true, entries: [], gaps: [], typing: new Map() });
    return [{ type: 'chatRemoved', chatId }];
  }

  clear(): void {
    this.#losses = null;
    this.#isNextNewsCutOff = false;
    this.#wasEverRead = false;
    this.#isReadingWished = false;
    this.#records = new Map();
    this.#views = new Map();
  }

  /** `null` for a chat nothing was heard of. */
  mediumOf(chatId: string): Medium | null {
    return this.#records.get(chatId)?.medium ?? null;
  }

  chat(chatId: string): Chat | null {
    return this.#views.get(chatId)?.chat ?? null;
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#views.get(chatId)?.entries ?? [];
  }

  /** How the supervisor came into a chat, to tell joins by a watch from others. */
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

  /** When the next typist falls silent by himself, on the monotonic clock. */
  nextTypingExpiry(moment: Instant): number | null {
    const expiries = [...this.#records.values()].flatMap((record) => nextExpiry(record, moment) ?? []);
    return expiries.length === 0 ? null : Math.min(...expiries);
  }

  /** News may lack its beginning while something may be missing; what is known of earlier stays bounds what is missing. */
  #withBeginningDoubted(before: ChatRecord, folded: ChatRecord, moment: Instant): ChatRecord {
    const last = before.entries.at(-1)?.index ?? null;
    if (this.#losses?.has(before.id) === false) this.#losses.set(before.id, [last]);
    return this.#isNextNewsCutOff ? { ...folded, gaps: openGap(before, last, moment) } : folded;
  }

  #context(moment: Instant): FoldContext {
    return {
      moment,
      viewpoint: this.#viewpoint,
      nextJoin: () => {
        this.#joins += 1;
        return this.#joins;
      },
    };
  }

  #reread(
    chatId: string,
    reading: ChatUpdate | undefined,
    context: FoldContext & { readonly unavailable: readonly Medium[] },
  ): ChatRecord | null {
    const known = this.#records.get(chatId);
    if (reading !== undefined) {
      const record = known ?? emptyRecord(chatId, context.moment);
      const isOverStill = record.isDismissed && hasEnded(reading.state ?? record.state);
      return isOverStill ? record : foldChatSnapshot(record, reading, context);
    }
    if (known === undefined) return null;
    if (context.unavailable.includes(known.medium)) return known;
    if (isLive(known)) return enterState(known, 'revoked', context);
    if (known.isAnnounced || mayBeAnnounced(known, context.moment)) return known;
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
      changes.push(...differences(before, after));
    }
    return changes;
  }

  /** What was learned about people since an entry was written down changes how its author is named. */
  #named(record: ChatRecord): ChatRecord {
    const nicknameOf = (participantId: string): string => record.identities.get(participantId)?.nickname ?? '';
    const entries = renameAuthors(record.entries, participantKinds(record, this.#viewpoint), nicknameOf);
    const named = entries === record.entries ? record : { ...record, entries };
    this.#records.set(record.id, named);
    return named;
  }
}

/** The supervisor was not known to be in this chat, and now is, or hears more in it than the last words of a stay. */
function beginsUnheard(before: ChatRecord, folded: ChatRecord): boolean {
  if (isLive(before)) return false;
  const isMoreHeard = folded.entries !== before.entries && !before.isEndInferred;
  return isMoreHeard || folded.joinOrder !== before.joinOrder;
}

/** Lines come before the news of their chat, and that may tell of a stay which the reading found over already. */
function mayBeAnnounced({ entries, firstHeardMs }: ChatRecord, { monotonicMs }: Instant): boolean {
  return entries.length > 0 && monotonicMs - firstHeardMs < announcedWithinMs;
}

/** Lines were heard, and something was said before the first of them. */
function beginsLate({ entries }: ChatRecord): boolean {
  return (entries[0]?.index ?? 0) > 1;
}

function isLive(record: ChatRecord): boolean {
  return record.isAnnounced && !record.isDismissed && !hasEnded(record.state);
}
