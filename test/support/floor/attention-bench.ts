import { AttentionDesk } from '../../../main/floor/attention/attention-desk';
import type { AgentReading, EntryReading } from '../../../main/floor/events';
import type { AttentionSettings, ChatAttention, ConnectionState, FloorChange } from '../../../preload/contract';
import { agentFor, settingsWith } from './attention-views';
import { CommandBench } from './command-bench';
import { activeChat, ada, chatRead, customer, entry, messages } from './readings';

/** A floor with Ada's chats on it, and the desk that says which of them need a person. */
export class AttentionBench {
  readonly bench = new CommandBench();
  readonly truth = this.bench.truth;
  readonly clock = this.bench.clock;
  readonly start = this.clock.now();
  readonly desk: AttentionDesk;
  readonly told: FloorChange[] = [];
  #nextIndex = 1;

  constructor(settings: AttentionSettings = settingsWith()) {
    this.connection('live');
    this.truth.agentsRead([this.ada()]);
    this.desk = new AttentionDesk({
      truth: this.truth,
      clock: this.clock,
      settings,
      pause: () => Promise.resolve(),
    });
    this.truth.subscribe(({ changes }) => {
      this.told.push(...changes.filter(({ type }) => type === 'attentionChanged'));
    });
  }

  ada(changes: Partial<AgentReading> = {}): AgentReading {
    return agentFor({ id: 'user-ada', userName: 'ada', name: 'Ada', ...changes });
  }

  connection(phase: ConnectionState['phase']): void {
    const lastGoodAt = phase === 'live' ? this.clock.now() : this.truth.connection.lastGoodAt;
    this.truth.connectionChanged({ phase, reason: 'healthy', lastGoodAt, nextAttemptAt: null });
  }

  chat(chatId = 'chat-1'): void {
    this.truth.eventsHappened([chatRead(activeChat('supervisors', { chatId, receivedAt: this.clock.now() }))]);
  }

  says(who: 'customer' | 'agent', text = 'words', more: Partial<EntryReading> = {}, chatId = 'chat-1'): void {
    const index = this.#nextIndex++;
    const from = who === 'customer' ? customer : ada;
    this.truth.eventsHappened([messages([entry(index, { from, text, at: this.clock.now(), ...more })], [], chatId)]);
  }

  seconds(count: number): void {
    this.clock.advance(count * 1_000);
  }

  of(chatId = 'chat-1'): ChatAttention | undefined {
    return this.truth.snapshot().attention.find((one) => one.chatId === chatId);
  }

  /** Each reason as "rule heat". */
  reasons(chatId = 'chat-1'): readonly string[] {
    return this.of(chatId)?.reasons.map(({ rule, severity }) => `${rule} ${severity}`) ?? [];
  }
}
