import { BudgetKeeper } from '../../../main/budget/budget-keeper';
import { withinBudget } from '../../../main/budget/within-budget';
import { createLogger } from '../../../main/base/log';
import type { FloorCommands } from '../../../main/floor/commands/floor-commands';
import { Journal } from '../../../main/journal/journal';
import { JournalRecorder } from '../../../main/journal/journal-recorder';
import type { BudgetState, JournalData, MonitoringBudget } from '../../../preload/contract';
import { MemoryStorage } from '../journal/memory-storage';
import { CommandBench, sofiaSignedIn } from './command-bench';
import { activeChat, ada, chatUpdated, customer, self, sofia } from './readings';
import { settle } from '../virtual-clock';

const minuteMs = 60_000;

/** A floor whose supervisor is held to a monitoring budget, with a real journal in memory. */
export class BudgetBench {
  readonly bench = new CommandBench();
  readonly floorStore = this.bench.floorStore;
  readonly clock = this.bench.clock;
  readonly centre = this.bench.centre;
  readonly published: BudgetState[] = [];
  readonly recorded: JournalData[] = [];
  readonly commands: FloorCommands;
  budget: MonitoringBudget;
  keeper: BudgetKeeper;
  readonly #storage: MemoryStorage;
  readonly #journal: Journal;
  readonly #recorder: JournalRecorder;
  #requests = 0;

  constructor(limits: Partial<MonitoringBudget>, storage = new MemoryStorage(), run = 'first') {
    const none = { minutesPerAgentDay: null, chatsPerAgentDay: null, minutesPerChat: null };
    this.budget = { isOn: true, ...none, countsVisible: false, ...limits };
    this.#storage = storage;
    this.#journal = new Journal({
      isKept: () => true,
      ...{ clock: this.clock, log: createLogger('journal', () => undefined), openStorage: () => storage },
      pause: () => Promise.resolve(),
      onState: () => undefined,
      retention: () => ({ maxAgeMs: Infinity, maxBytes: Infinity }),
    });
    this.#recorder = new JournalRecorder(this.#journal, run);
    this.keeper = new BudgetKeeper({
      clock: this.clock,
      log: this.bench.log.logger,
      budget: () => this.budget,
      readJournal: (period) => this.#journal.entries(period),
      record: (data) => {
        this.recorded.push(data);
        this.#recorder.budget(data);
      },
      leave: (chatId) => this.bench.commands['chats.leave']({ requestId: this.newId(), chatId }),
      stopWatching: (agentId) => this.bench.commands['agents.stopWatching']({ requestId: this.newId(), agentId }),
      publish: (state) => this.published.push(state),
    });
    this.commands = withinBudget(this.bench.commands, {
      keeper: this.keeper,
      budget: () => this.budget,
      agentOf: (chatId) => this.floorStore.chat(chatId)?.agentId ?? null,
      invitedTo: this.bench.invitedTo,
    });
    this.floorStore.subscribe(({ changes }) => {
      this.#recorder.applyChanges(changes);
      this.keeper.applyChanges(changes);
    });
    this.floorStore.signedIn(sofiaSignedIn, self);
    this.floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
  }

  newId(): string {
    this.#requests += 1;
    return `budget-${String(this.#requests)}`;
  }

  /** The program is killed and started again later; what was on the disk stays. */
  async restartAfter(minutes: number): Promise<BudgetBench> {
    await this.#journal.entries({ from: 0, to: Infinity });
    const next = new BudgetBench(this.budget, this.#storage, 'second');
    const aheadMs = this.clock.now() - next.clock.now() + minutes * minuteMs;
    next.clock.advance(aheadMs);
    next.floorStore.signedOut();
    next.floorStore.signedIn(sofiaSignedIn, self);
    next.floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
    await settle();
    return next;
  }

  joins(chatId: string, visibility: Parameters<typeof activeChat>[0] = 'supervisors'): void {
    const participants = [ada, customer, sofia(visibility)];
    this.floorStore.applyEvents([chatUpdated(activeChat(visibility, { chatId, participants }))]);
  }

  ends(chatId: string): void {
    this.floorStore.applyEvents([chatUpdated({ chatId, state: 'finished' })]);
  }

  async minutes(count: number): Promise<void> {
    this.clock.advance(count * minuteMs);
    await settle();
  }

  get steps(): readonly string[] {
    return this.recorded.map(({ step, limit, minutesLeft }) =>
      [step, limit, ...(minutesLeft === null ? [] : [minutesLeft])].join(' '),
    );
  }
}
