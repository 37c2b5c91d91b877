import type {
  BudgetLimit,
  BudgetState,
  BudgetStep,
  BudgetTime,
  Chat,
  Done,
  FloorChange,
  JournalData,
  JournalEntry,
  MonitoringBudget,
  Result,
  Watch,
} from '../../preload/contract';
import { mayBeSeen } from '../../preload/contract/exposure';
import { isOfMissingRecords } from '../../preload/contract/model/journal';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { WatchedTime, watchedStretches, type WatchedStretch } from '../journal/watched-time';
import { agentDay, chatTime, dayStart, doesCount, limitReached, type BudgetTarget } from './usage';

export interface BudgetKeeperOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** The limits that apply now. */
  readonly budget: () => MonitoringBudget;
  /** Reads the journal of a period; rejects if it cannot be read. */
  readonly readJournal: (period: { readonly from: number; readonly to: number }) => Promise<readonly JournalEntry[]>;
  readonly record: (data: JournalData) => void;
  readonly leave: (chatId: string) => Promise<Result<Done>>;
  readonly stopWatching: (agentId: string) => Promise<Result<Done>>;
  readonly publish: (state: BudgetState) => void;
}

const minuteMs = 60_000;
/** Minutes before the end at which the supervisor is warned. */
const warnings = [5, 1] as const;
/** Milliseconds after which an end that the server refused is tried again. */
const retryMs = 15_000;
const maxSteps = 20;

/**
 * Holds the supervisor to the monitoring budget.
 *
 * 1. Time counts from what the server reported: the chats the supervisor is in, with mode and agent. The day before this
 *    start of the program is read from the journal; where the program ended without saying so, the day is a minimum.
 * 2. Before a limit is reached the supervisor is warned; then a chat in monitor mode is left. A mode that others see, or
 *    may see while it is not confirmed, is never ended: the chat is left once the supervisor is back in monitoring.
 * 3. When an agent's day is used up, the watch on the agent ends, so that the server joins no further chat.
 * 4. Each step is recorded once. An end that the server refused is tried again while it is due.
 */
export class BudgetKeeper {
  readonly #options: BudgetKeeperOptions;
  #time = new WatchedTime();
  readonly #chats = new Map<string, Chat>();
  readonly #reported = new Set<string>();
  readonly #underWay = new Set<string>();
  #history: readonly WatchedStretch[] = [];
  #isHistoryKnown = true;
  #watches: readonly Watch[] = [];
  #steps: readonly BudgetStep[] = [];
  #stepCount = 0;
  #signIns = 0;
  #published = '';
  #disposeTimer: Disposer | null = null;

  constructor(options: BudgetKeeperOptions) {
    this.#options = options;
  }

  applyChanges(changes: readonly FloorChange[]): void {
    const at = this.#now();
    let isTouched = false;
    for (const change of changes) {
      if (change.type === 'chatChanged') this.#chatChanged(change.chat, at);
      else if (change.type === 'chatRemoved') this.#chatGone(change.chatId, at);
      else if (change.type === 'watchesChanged') this.#watches = change.watches;
      else if (change.type === 'sessionChanged') this.#sessionChanged(change.session.phase, at);
      else continue;
      isTouched = true;
    }
    if (isTouched) this.evaluate();
  }

  /** Returns the limit that stands against joining this chat or watching this agent; `null`: none. */
  limitReached(target: BudgetTarget): BudgetLimit | null {
    return limitReached(this.#stretches(), target, this.#options.budget(), this.#now());
  }

  /** Records that a command was refused. */
  refused(limit: BudgetLimit, target: BudgetTarget): void {
    this.#options.record({ step: 'refused', limit, agent: target.agentId, chat: target.chatId, minutesLeft: null });
  }

  get state(): BudgetState {
    const budget = this.#options.budget();
    const at = this.#now();
    if (!budget.isOn) return { isOn: false, at, agents: [], chats: [], steps: this.#steps };
    const stretches = this.#stretches();
    const agentIds = new Set(stretches.flatMap(({ agentId }) => agentId ?? []));
    for (const { agentId } of this.#watches) agentIds.add(agentId);
    return {
      isOn: true,
      at,
      agents: [...agentIds].map((agentId) => {
        const { usedMs, isAtLeast, chatIds, chatsLeft, leftMs, endsAt } = agentDay(stretches, agentId, budget, at);
        const isKnown = this.#isHistoryKnown && !isAtLeast;
        return { agentId, usedMs, chatCount: chatIds.size, chatsLeft, leftMs, endsAt, isAtLeast: !isKnown };
      }),
      chats: [...this.#chats.values()].map((chat) => {
        const { time } = this.#tightest(chat, at);
        return { chatId: chat.id, ...time, isInGrace: time.leftMs === 0 && mayBeSeen(chat) };
      }),
      steps: this.#steps,
    };
  }

  /** Acts on what is due and sets the timer for what comes next. */
  evaluate(): void {
    this.#disposeTimer?.();
    this.#disposeTimer = null;
    const budget = this.#options.budget();
    if (budget.isOn) {
      const now = this.#now();
      for (const chat of this.#chats.values()) this.#evaluateChat(chat, now);
      // A watch in a mode that does not count is not limited.
      for (const watch of this.#watches) if (doesCount(watch, budget)) this.#evaluateWatch(watch.agentId);
      this.#armTimer(now);
    }
    this.#publish();
  }

  dispose(): void {
    this.#disposeTimer?.();
    this.#disposeTimer = null;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #stretches(): readonly WatchedStretch[] {
    return [...this.#history, ...this.#time.stretches];
  }

  /** The next sign-in may be another supervisor's; what is needed again is in the journal. */
  #sessionChanged(phase: string, at: number): void {
    if (phase === 'signedIn') void this.#readDay(at);
    if (phase !== 'signedOut') return;
    this.#time = new WatchedTime();
    for (const known of [this.#chats, this.#reported, this.#underWay]) known.clear();
    this.#history = [];
    this.#isHistoryKnown = true;
    this.#watches = [];
    this.#steps = [];
  }

  /** The day so far, of this supervisor. Chats joined since are tracked already. */
  async #readDay(at: number): Promise<void> {
    this.#signIns += 1;
    const own = this.#signIns;
    try {
      const entries = await this.#options.readJournal({ from: dayStart(at), to: at });
      if (own !== this.#signIns) return;
      const lastAt = entries.at(-1)?.at ?? at;
      this.#history = watchedStretches(entries).map((stretch) =>
        stretch.to === null ? { ...stretch, to: lastAt, isEndUnknown: true } : stretch,
      );
      this.#isHistoryKnown = entries.every(({ kind }) => !isOfMissingRecords(kind) && kind !== 'journalDamaged');
    } catch (cause) {
      if (own !== this.#signIns) return;
      this.#options.log.error('the watched time of today could not be read', { cause });
      this.#isHistoryKnown = false;
    }
    this.evaluate();
  }

  #chatChanged(chat: Chat, at: number): void {
    if (chat.state !== 'active') {
      this.#chatGone(chat.id, at);
      return;
    }
    this.#chats.set(chat.id, chat);
    this.#time.isIn({ chatId: chat.id, agentId: chat.agentId, mode: chat.mode }, at);
  }

  #chatGone(chatId: string, at: number): void {
    this.#time.ended(chatId, at);
    this.#chats.delete(chatId);
    for (const id of [...this.#reported]) if (id.startsWith(`${chatId} `)) this.#reported.delete(id);
  }

  /** Returns the limit that ends this chat first. */
  #tightest({ id, agentId }: Chat, now: number): { readonly time: BudgetTime; readonly limit: BudgetLimit } {
    const budget = this.#options.budget();
    const stretches = this.#stretches();
    const ofChat = chatTime(stretches, id, budget, now);
    if (agentId === null) return { time: ofChat, limit: 'chatMinutes' };
    const day = agentDay(stretches, agentId, budget, now);
    // The server may join a chat before a watch has ended.
    const isBeyond = [...day.chatIds].indexOf(id) >= (budget.chatsPerAgentDay ?? Infinity);
    if (isBeyond) return { time: { leftMs: 0, endsAt: null }, limit: 'agentChats' };
    const isChatFirst = (ofChat.leftMs ?? Infinity) <= (day.leftMs ?? Infinity);
    const { leftMs, endsAt } = isChatFirst ? ofChat : day;
    return { time: { leftMs, endsAt }, limit: isChatFirst ? 'chatMinutes' : 'agentMinutes' };
  }

  #evaluateChat(chat: Chat, now: number): void {
    const { time, limit } = this.#tightest(chat, now);
    const { leftMs, endsAt } = time;
    if (leftMs === null) return;
    const facts = { limit, agentId: chat.agentId, chatId: chat.id, minutesLeft: null };
    // An agent's limit is reported once, however many of the agent's chats are watched.
    const whose = limit === 'agentMinutes' ? `${chat.agentId ?? ''} ${String(dayStart(now))}` : chat.id;
    if (leftMs === 0) {
      if (mayBeSeen(chat)) this.#reportOnce(`${chat.id} grace`, { ...facts, step: 'grace' });
      else this.#end(`chat ${chat.id}`, { ...facts, step: 'left' }, () => this.#options.leave(chat.id));
      return;
    }
    if (endsAt === null) return;
    const due = warnings.filter((minutes) => leftMs <= minutes * minuteMs).at(-1);
    if (due === undefined) return;
    for (const minutes of warnings) {
      // A chat that is joined with little left is warned once, for what is left.
      if (minutes > due) this.#reported.add(`${whose} warned ${String(minutes)}`);
    }
    this.#reportOnce(`${whose} warned ${String(due)}`, { ...facts, step: 'warned', minutesLeft: due });
  }

  #evaluateWatch(agentId: string): void {
    const limit = this.limitReached({ agentId, chatId: null });
    if (limit === null) return;
    const step = { step: 'watchStopped', limit, agentId, chatId: null, minutesLeft: null } as const;
    this.#end(`watch ${agentId}`, step, () => this.#options.stopWatching(agentId));
  }

  /** Carries an end out and reports it once the server accepted it. */
  #end(id: string, step: Omit<BudgetStep, 'number'>, act: () => Promise<Result<Done>>): void {
    if (this.#underWay.has(id)) return;
    this.#underWay.add(id);
    const again = (): void => {
      this.#underWay.delete(id);
      this.evaluate();
    };
    void act().then((result) => {
      if (result.ok) this.#report(step);
      else this.#options.log.warn('the end of a budget was refused', { code: result.error.code });
      // What the server accepted is gone from the floor soon; what is still there is due again.
      this.#options.clock.after(retryMs, again);
    });
  }

  #reportOnce(id: string, step: Omit<BudgetStep, 'number'>): void {
    if (this.#reported.has(id)) return;
    this.#reported.add(id);
    this.#report(step);
  }

  #report(step: Omit<BudgetStep, 'number'>): void {
    this.#stepCount += 1;
    this.#steps = [...this.#steps, { ...step, number: this.#stepCount }].slice(-maxSteps);
    const { agentId: agent, chatId: chat, limit, minutesLeft } = step;
    this.#options.record({ step: step.step, limit, agent, chat, minutesLeft });
    this.#publish();
  }

  /** Windows count down by themselves: time that only went by is no change. */
  #publish(): void {
    const { state } = this;
    const comparable = JSON.stringify({
      ...state,
      at: 0,
      agents: state.agents.map((agent) => ({ ...agent, usedMs: 0 })),
    });
    if (comparable === this.#published) return;
    this.#published = comparable;
    this.#options.publish(state);
  }

  /** The next warning, end or day. */
  #armTimer(now: number): void {
    const times = [...this.#chats.values()].flatMap((chat) => {
      const { endsAt } = this.#tightest(chat, now).time;
      return endsAt === null ? [] : [endsAt, ...warnings.map((minutes) => endsAt - minutes * minuteMs)];
    });
    const nextDay = dayStart(dayStart(now) + 26 * 60 * minuteMs);
    const next = Math.min(nextDay, ...times.filter((at) => at > now));
    this.#disposeTimer = this.#options.clock.after(next - now, () => {
      this.evaluate();
    });
  }
}
