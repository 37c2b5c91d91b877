import type { Medium, Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import { succeed } from '../../base/result';
import type { ChatReading, FloorReading } from '../../floor/events';
import type { Caller } from '../api/calls';
import { readTranscript } from '../api/transcript';
import type { MediaOffer } from '../media';
import { toChatReading } from '../translate/chat';
import { toLines } from '../translate/new-messages';
import { decodeChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { inTurns } from './in-turns';
import { OwnSessionsReader } from './own-sessions';
import { ServedReads } from './served';

const transcriptsAtOnce = 4;
/** Before joining there is nothing one may read, and what is over does not change any more. */
const readable = new Set<ChatReading['state']>(['active', 'unknown', undefined]);

export interface FloorReaderOptions {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly quarantine: Quarantine;
  readonly media: MediaOffer;
}

/** Reads everything the server holds for this supervisor: the chats, and their transcripts where the server has them. */
export class FloorReader {
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #quarantine: Quarantine;
  readonly #own: OwnSessionsReader;
  readonly #transcripts: Readonly<Record<Medium, ServedReads>> = { chat: new ServedReads(), sms: new ServedReads() };

  #missed = 0;

  constructor(options: FloorReaderOptions) {
    this.#caller = options.caller;
    this.#clock = options.clock;
    this.#quarantine = options.quarantine;
    this.#own = new OwnSessionsReader(options.caller, options.media);
  }

  /** What was said in every chat could be read at the last reading, and nothing says that it will not be the next time. */
  get hasTranscripts(): boolean {
    return this.#missed === 0 && Object.values(this.#transcripts).every((served) => served.has !== false);
  }

  async read(timeoutMs: number): Promise<Result<FloorReading>> {
    const holdings = await this.#own.read(timeoutMs);
    if (!holdings.ok) return holdings;
    const { sessions, ...rest } = holdings.value;
    const chats = sessions.flatMap(({ medium, item }) => {
      const chat = decodeChat(item, medium);
      if (chat === null) this.#quarantine.keep('chat', item);
      return chat === null ? [] : [{ ...toChatReading(chat, this.#quarantine), medium }];
    });
    for (const served of Object.values(this.#transcripts)) served.reconsider();
    const live = chats.filter((chat) => readable.has(chat.state));
    const transcripts = await inTurns(live, transcriptsAtOnce, (chat) => this.#readTranscript(chat, timeoutMs));
    const told = transcripts.filter((transcript) => transcript !== null);
    this.#missed = live.length - told.length;
    return succeed({ chats, transcripts: told, ...rest });
  }

  /** `null`: it could not be read again, which the floor marks as a gap where news may have been missed. */
  async #readTranscript(
    chat: { readonly chatId: string; readonly medium: Medium },
    timeoutMs: number,
  ): Promise<FloorReading['transcripts'][number] | null> {
    const served = this.#transcripts[chat.medium];
    if (!served.isWorthAsking) return null;
    const messages = await readTranscript(this.#caller, chat, timeoutMs);
    if (!messages.ok) {
      served.refused(messages.error);
      return null;
    }
    served.answered();
    return { chatId: chat.chatId, entries: toLines(messages.value, this.#clock.now(), this.#quarantine).entries };
  }
}
