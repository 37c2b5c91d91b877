import type { JournalEntry, Mode } from '../../preload/contract';

/** A time in which the supervisor was in a chat, in one mode and with one agent. */
export interface WatchedStretch {
  readonly chatId: string;
  /** `null`: not known. */
  readonly agentId: string | null;
  /** `null`: not confirmed by the server. */
  readonly mode: Mode | null;
  readonly from: number;
  /** `null`: it goes on. */
  readonly to: number | null;
  /** The program ended without saying so: it lasted at least until `to`. */
  readonly isEndUnknown: boolean;
}

type Open = Pick<WatchedStretch, 'chatId' | 'agentId' | 'mode' | 'from'>;

/** Collects the stretches from joins, changes of mode and agent, and ends, in their order. */
export class WatchedTime {
  readonly #done: WatchedStretch[] = [];
  readonly #open = new Map<string, Open>();

  get stretches(): readonly WatchedStretch[] {
    return [
      ...this.#done,
      ...[...this.#open.values()].map((open) => ({ ...open, to: null, isEndUnknown: false }) as const),
    ];
  }

  /** In a chat since `at`, or from `at` on in another mode or with another agent. */
  isIn({ chatId, agentId, mode }: Omit<Open, 'from'>, at: number): void {
    const open = this.#open.get(chatId);
    if (open?.mode === mode && open.agentId === agentId) return;
    // An agent who becomes known only after the join was there from the start.
    const isSameTime = open !== undefined && open.agentId === null && open.mode === mode;
    if (!isSameTime) this.ended(chatId, at);
    this.#open.set(chatId, { chatId, agentId, mode, from: isSameTime ? open.from : at });
  }

  open(chatId: string): Open | undefined {
    return this.#open.get(chatId);
  }

  ended(chatId: string, at: number, isEndUnknown = false): void {
    const open = this.#open.get(chatId);
    if (open === undefined) return;
    this.#open.delete(chatId);
    if (at > open.from) this.#done.push({ ...open, to: at, isEndUnknown });
  }

  allEnded(at: number, isEndUnknown = false): void {
    for (const chatId of [...this.#open.keys()]) this.ended(chatId, at, isEndUnknown);
  }
}

/** Returns the stretches in these records of the journal, which begin and end anywhere. */
export function watchedStretches(entries: readonly JournalEntry[]): readonly WatchedStretch[] {
  const time = new WatchedTime();
  let lastAt = 0;
  for (const { at, kind, data } of entries) {
    const chatId = idOf(data['chat']);
    if (kind === 'journalOpened') time.allEnded(lastAt, true);
    else if (kind === 'signedOut') time.allEnded(at);
    else if (kind === 'chatEnded' && chatId !== null) time.ended(chatId, at);
    else if (kind === 'chatJoined' && chatId !== null) {
      time.ended(chatId, at);
      time.isIn({ chatId, agentId: idOf(data['agent']), mode: modeOf(data['mode']) }, at);
    } else if ((kind === 'chatMode' || kind === 'chatAgent') && chatId !== null) {
      const open = time.open(chatId);
      const agentId = kind === 'chatAgent' ? idOf(data['agent']) : (open?.agentId ?? null);
      const mode = kind === 'chatMode' ? modeOf(data['mode']) : (open?.mode ?? null);
      time.isIn({ chatId, agentId, mode }, at);
    }
    lastAt = at;
  }
  return time.stretches;
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function modeOf(value: unknown): Mode | null {
  return value === 'monitor' || value === 'coach' || value === 'bargeIn' ? value : null;
}
