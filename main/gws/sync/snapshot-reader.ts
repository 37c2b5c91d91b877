import type { Medium, Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import { succeed } from '../../base/result';
import type { ChatUpdate, FloorEvent, ServerSnapshot } from '../../floor/events';
import { withUrgency, type RestClient } from '../api/rest-client';
import { readTranscript } from '../api/transcript';
import type { AvailableMedia } from '../media';
import { toChatReading } from '../translate/chat';
import { splitLog } from '../translate/new-messages';
import { decodeChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { mapConcurrently } from './map-concurrently';
import { OwnSessionsReader } from './own-sessions';
import { EndpointSupport } from './served';

const transcriptsAtOnce = 4;
/** Transcripts read again after each routine resync, in rotation. */
const lookedThroughAtOnce = 1;
/** The transcript is not readable before joining and does not change after the end. */
const readable = new Set<ChatUpdate['state']>(['active', 'unknown', undefined]);

export interface FloorReaderOptions {
  readonly caller: RestClient;
  readonly clock: Clock;
  readonly quarantine: Quarantine;
  readonly media: AvailableMedia;
}

type Followed = Pick<ChatUpdate, 'chatId'> & { readonly medium: Medium };

/**
 * Reads the server's state for this supervisor: the chats, and their transcripts if the server has that read.
 *
 * To catch up, it reads everything. A routine read fetches the chats with one request, and transcripts only of new
 * chats. Known transcripts are then read again in the background, in rotation, in case an entry was lost without a
 * sign.
 */
export class SnapshotReader {
  readonly #options: FloorReaderOptions;
  readonly #own: OwnSessionsReader;
  readonly #transcripts: Readonly<Record<Medium, EndpointSupport>> = {
    chat: new EndpointSupport(),
    sms: new EndpointSupport(),
  };
  /** Live chats of the last read; the transcript read longest ago comes first. */
  #followed: readonly Followed[] = [];

  /** Chats whose transcript could not be read when it was needed. */
  #owed: ReadonlySet<string> = new Set();

  constructor(options: FloorReaderOptions) {
    this.#options = options;
    this.#own = new OwnSessionsReader(options.caller, options.media);
  }

  /** True if the last read returned every transcript and the next one can be expected to. */
  get hasTranscripts(): boolean {
    return this.#owed.size === 0 && Object.values(this.#transcripts).every((served) => served.has !== false);
  }

  /** `timeoutMs` applies to each request, and to its wait in the budget unless it is to catch up. */
  async read(timeoutMs: number, occasion: 'catchUp' | 'doubt' | 'routine'): Promise<Result<ServerSnapshot>> {
    const { quarantine } = this.#options;
    const patience = occasion === 'catchUp' ? {} : { patienceMs: timeoutMs };
    const caller = withUrgency(this.#options.caller, 'catchUp', patience);
    const holdings = await this.#own.read(timeoutMs, caller);
    if (!holdings.ok) return holdings;
    const { sessions, ...rest } = holdings.value;
    const chats = sessions.flatMap(({ medium, item }) => {
      const chat = decodeChat(item, medium);
      if (chat === null) quarantine.keep('chat', item);
      return chat === null ? [] : [{ ...toChatReading(chat, quarantine), medium }];
    });
    for (const served of Object.values(this.#transcripts)) served.forgetAbsence();
    const live = chats.filter((chat) => readable.has(chat.state));
    const probe = occasion === 'routine' ? live.find((chat) => this.#isOwed(chat, null)) : undefined;
    const probed = probe === undefined ? null : await this.#readTranscript(caller, probe, timeoutMs);
    const known = new Set(this.#followed.filter((chat) => !this.#isOwed(chat, true)).map(({ chatId }) => chatId));
    const isAsked = ({ chatId }: Followed): boolean => occasion !== 'routine' || !known.has(chatId);
    const requested = live.filter((chat) => chat !== probe && isAsked(chat));
    const transcripts = await mapConcurrently(requested, transcriptsAtOnce, (chat) =>
      this.#readTranscript(caller, chat, timeoutMs),
    );
    const available = [probed, ...transcripts].filter((transcript) => transcript !== null);
    const all = probe === undefined ? requested : [probe, ...requested];
    this.#follow(live, new Set(all.map(({ chatId }) => chatId)));
    const readWell = new Set(available.map(({ chatId }) => chatId));
    const isStillOwed = (chat: Followed): boolean => this.#owed.has(chat.chatId) || all.includes(chat);
    const owed = live.filter((chat) => isStillOwed(chat) && !readWell.has(chat.chatId));
    this.#owed = new Set(owed.map(({ chatId }) => chatId));
    return succeed({ chats, transcripts: available, ...rest });
  }

  /** Returns the transcripts as ordinary events: the floor recognises known entries, so nothing is buffered. */
  async lookThrough(timeoutMs: number): Promise<readonly FloorEvent[]> {
    const caller = withUrgency(this.#options.caller, 'background');
    const next = this.#followed.slice(0, lookedThroughAtOnce);
    this.#followed = [...this.#followed.slice(next.length), ...next];
    const transcripts = await mapConcurrently(next, 1, (chat) => this.#readTranscript(caller, chat, timeoutMs));
    return transcripts.flatMap((transcript) =>
      transcript === null ? [] : [{ type: 'messagesReceived' as const, ...transcript, typing: [] }],
    );
  }

  /**
   * If the server has transcripts, a failed one is read with the next resync. While that is unknown (`has` is
   * `null`), a single request tests it.
   */
  #isOwed({ chatId, medium }: Followed, has: boolean | null): boolean {
    return this.#owed.has(chatId) && this.#transcripts[medium].has === has;
  }

  #follow(live: readonly Followed[], justRead: ReadonlySet<string>): void {
    const isLive = new Set(live.map(({ chatId }) => chatId));
    const before = this.#followed.filter(({ chatId }) => isLive.has(chatId) && !justRead.has(chatId));
    const read = live.filter(({ chatId }) => justRead.has(chatId));
    this.#followed = [...before, ...read.map(({ chatId, medium }) => ({ chatId, medium }))];
  }

  /**
   * Returns `null` if the transcript could not be read; the floor then marks a gap where messages may be missing.
   */
  async #readTranscript(
    caller: RestClient,
    chat: Followed,
    timeoutMs: number,
  ): Promise<ServerSnapshot['transcripts'][number] | null> {
    const { clock, quarantine } = this.#options;
    const served = this.#transcripts[chat.medium];
    if (!served.isWorthTrying) return null;
    const messages = await readTranscript(caller, chat, timeoutMs);
    if (!messages.ok) {
      served.recordFailure(messages.error);
      return null;
    }
    served.answered();
    return { chatId: chat.chatId, entries: splitLog(messages.value, clock.now(), quarantine).entries };
  }
}
