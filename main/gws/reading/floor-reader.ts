import type { Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import { fail, succeed } from '../../base/result';
import type { ChatReading, FloorReading } from '../../floor/events';
import type { Caller } from '../api/calls';
import { readMeWhole, readMyChats } from '../api/me';
import { readTranscript } from '../api/transcript';
import { toChatReading } from '../translate/chat';
import { toLines } from '../translate/new-messages';
import { decodeChat } from '../wire/chat';
import { decodeList } from '../wire/lists';
import type { Quarantine } from '../wire/quarantine';
import { inTurns } from './in-turns';
import { ServedReads } from './served';

const transcriptsAtOnce = 4;
/** Before joining there is nothing one may read, and what is over does not change any more. */
const readable = new Set<ChatReading['state']>(['active', 'unknown', undefined]);

/** Reads everything the server holds for this supervisor: the chats, and their transcripts where the server has them. */
export class FloorReader {
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #quarantine: Quarantine;
  readonly #transcripts = new ServedReads();

  constructor(caller: Caller, clock: Clock, quarantine: Quarantine) {
    this.#caller = caller;
    this.#clock = clock;
    this.#quarantine = quarantine;
  }

  async read(timeoutMs: number): Promise<Result<FloorReading>> {
    const items = await this.#readChats(timeoutMs);
    if (!items.ok) return items;
    const chats = items.value.flatMap((item) => {
      const chat = decodeChat(item);
      if (chat === null) this.#quarantine.keep('chat', item);
      return chat === null ? [] : [toChatReading(chat, this.#quarantine)];
    });
    this.#transcripts.reconsider();
    const live = chats.filter((chat) => readable.has(chat.state));
    const transcripts = await inTurns(live, transcriptsAtOnce, (chat) => this.#readTranscript(chat.chatId, timeoutMs));
    return succeed({ chats, transcripts: transcripts.filter((transcript) => transcript !== null) });
  }

  async #readChats(timeoutMs: number): Promise<Result<readonly unknown[]>> {
    const account = await readMeWhole(this.#caller, timeoutMs);
    if (!account.ok) return account;
    if (account.value.chats !== null) return succeed(account.value.chats);
    const separately = await readMyChats(this.#caller, timeoutMs);
    if (!separately.ok) return separately;
    const chats = decodeList(separately.value, 'chats');
    return chats === null ? fail('server.fault') : succeed(chats);
  }

  /** `null`: it could not be read again, which the floor marks as a gap where news may have been missed. */
  async #readTranscript(chatId: string, timeoutMs: number): Promise<FloorReading['transcripts'][number] | null> {
    if (!this.#transcripts.isWorthAsking) return null;
    const messages = await readTranscript(this.#caller, chatId, timeoutMs);
    if (!messages.ok) {
      this.#transcripts.refused(messages.error);
      return null;
    }
    this.#transcripts.answered();
    return { chatId, entries: toLines(messages.value, this.#clock.now(), this.#quarantine).entries };
  }
}
