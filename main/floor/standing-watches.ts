import type { Chat, FloorChange, Medium } from '../../preload/contract';
import type { Ledger } from './ledger/ledger';
import type { Moment } from './ledger/record';
import { isSameValue } from './same-value';
import type { WatchList, WatchWish } from './watch-list';

/** What a change of the watches does to the picture, and whose one-chat watch has more to it than was used up. */
export interface WatchNews {
  readonly changes: readonly FloorChange[];
  readonly partlyUsedUp: readonly string[];
}

/** The list of watches beside the book of chats: joins use watches up, and who is watched says who is who in a chat. */
export class StandingWatches {
  readonly #list: WatchList;
  readonly #ledger: Ledger;

  constructor(list: WatchList, ledger: Ledger) {
    this.#list = list;
    this.#ledger = ledger;
  }

  /** A one-chat watch whose chat came since `afterJoin` is over already. */
  put(wish: WatchWish, made: { media: readonly Medium[]; afterJoin: number }, moment: Moment): WatchNews {
    let partlyUsedUp: readonly string[] = [];
    const changes = this.change(moment, () => {
      this.#list.put(wish, made.media, { at: moment.now, afterJoin: made.afterJoin });
      partlyUsedUp = this.#useUp(this.#ledger.chats()).partly;
    });
    return { changes, partlyUsedUp };
  }

  change(moment: Moment, change: () => void): readonly FloorChange[] {
    const before = this.#list.all;
    change();
    if (isSameValue(before, this.#list.all)) return [];
    return [this.#told(), ...this.#ledger.reconsider(moment)];
  }

  /** What chats that changed did to the watches, told behind what they changed themselves. */
  heed(changes: readonly FloorChange[]): WatchNews {
    const chats = changes.flatMap((change) => (change.type === 'chatChanged' ? [change.chat] : []));
    const { isAny, partly } = this.#useUp(chats);
    return { changes: isAny ? [...changes, this.#told()] : changes, partlyUsedUp: partly };
  }

  #useUp(chats: readonly Chat[]): { readonly isAny: boolean; readonly partly: readonly string[] } {
    let isAny = false;
    const partly: string[] = [];
    for (const chat of chats) {
      const use = this.#list.useUp(chat, this.#ledger.joinOf(chat.id));
      if (use !== 'none') isAny = true;
      if (use === 'partly' && chat.agentId !== null) partly.push(chat.agentId);
    }
    return { isAny, partly };
  }

  #told(): FloorChange {
    return { type: 'watchesChanged', watches: this.#list.all };
  }
}
