import { dequal } from 'dequal/lite';
import type { Chat, FloorChange, Medium, Mode } from '../../preload/contract';
import type { Ledger } from './ledger/ledger';
import type { Instant } from './ledger/record';
import type { WatchList, WatchSpec } from './watch-list';

/** Changes that a watch update causes, and the agents whose `nextChat` watch is partly consumed. */
export interface WatchTrackerResult {
  readonly changes: readonly FloorChange[];
  readonly partlyConsumed: readonly string[];
  /** `nextChat` watches that joined their chat. */
  readonly consumed: readonly ConsumedWatch[];
}

interface ConsumedWatch {
  readonly agentId: string;
  readonly medium: Medium;
  /** Mode of the join; `null` if the server has not reported it. */
  readonly mode: Mode | null;
}

type Use = Pick<WatchTrackerResult, 'partlyConsumed' | 'consumed'>;

const noUse: Use = { partlyConsumed: [], consumed: [] };

/** Connects watch list and ledger: joins consume watches, and watches identify the agent of a chat. */
export class WatchTracker {
  readonly #list: WatchList;
  readonly #ledger: Ledger;

  constructor(list: WatchList, ledger: Ledger) {
    this.#list = list;
    this.#ledger = ledger;
  }

  /** Stores a watch; a `nextChat` watch whose chat was joined after `afterJoin` is consumed at once. */
  put(spec: WatchSpec, made: { media: readonly Medium[]; afterJoin: number }, moment: Instant): WatchTrackerResult {
    let use = noUse;
    const changes = this.change(moment, () => {
      this.#list.put(spec, made.media, { at: moment.now, afterJoin: made.afterJoin });
      use = this.#consume(this.#ledger.chats());
    });
    return { changes, ...use };
  }

  change(moment: Instant, change: () => void): readonly FloorChange[] {
    const before = this.#list.all;
    change();
    if (dequal(before, this.#list.all)) return [];
    return [this.#watchesChanged(), ...this.#ledger.recompute(moment)];
  }

  /** Applies chat changes to the watches; the resulting watch changes follow the chat changes. */
  applyChatChanges(changes: readonly FloorChange[]): WatchTrackerResult {
    const chats = changes.flatMap((change) => (change.type === 'chatChanged' ? [change.chat] : []));
    const use = this.#consume(chats);
    return { changes: use.consumed.length > 0 ? [...changes, this.#watchesChanged()] : changes, ...use };
  }

  #consume(chats: readonly Chat[]): Use {
    const partlyConsumed: string[] = [];
    const consumed: ConsumedWatch[] = [];
    for (const chat of chats) {
      const { agentId, medium } = chat;
      const use = this.#list.consume(chat, this.#ledger.joinOf(chat.id));
      if (use === 'none' || agentId === null) continue;
      consumed.push({ agentId, medium, mode: chat.mode });
      if (use === 'partly') partlyConsumed.push(agentId);
    }
    return { partlyConsumed, consumed };
  }

  #watchesChanged(): FloorChange {
    return { type: 'watchesChanged', watches: this.#list.all };
  }
}
