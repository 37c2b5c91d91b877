import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { listeningFor } from '../../../main/floor/attention/listening';
import type { EntryUpdate } from '../../../main/floor/events';
import type { Agent, AttentionSettings, ChatAttention, ConnectionState, FloorChange } from '../../../preload/contract';
import { agentFor, settingsWith } from './attention-views';
import { CommandBench } from './command-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages } from './readings';

/** A floor with Ada's chats, and the engine that evaluates their need for attention. */
export class AttentionBench {
  readonly bench = new CommandBench();
  readonly floorStore = this.bench.floorStore;
  readonly clock = this.bench.clock;
  readonly start = this.clock.now();
  readonly engine: AttentionEngine;
  readonly published: FloorChange[] = [];
  #nextIndex = 1;

  constructor(settings: AttentionSettings = settingsWith()) {
    this.connection('live');
    this.floorStore.applyDirectory([this.ada()]);
    listeningFor(settings.phrases).prepare(Infinity);
    this.engine = new AttentionEngine({
      floorStore: this.floorStore,
      clock: this.clock,
      settings,
      pause: () => Promise.resolve(),
    });
    this.floorStore.subscribe(({ changes }) => {
      this.published.push(...changes.filter(({ type }) => type === 'attentionChanged'));
    });
  }

  ada(changes: Partial<Agent> = {}): Agent {
    return agentFor({ id: 'user-ada', userName: 'ada', name: 'Ada', ...changes });
  }

  connection(phase: ConnectionState['phase']): void {
    const lastSuccessAt = phase === 'live' ? this.clock.now() : this.floorStore.connection.lastSuccessAt;
    this.floorStore.connectionChanged({ phase, reason: 'healthy', lastSuccessAt, nextAttemptAt: null });
  }

  chat(chatId = 'chat-1'): void {
    this.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { chatId, receivedAt: this.clock.now() }))]);
  }

  says(who: 'customer' | 'agent', text = 'words', more: Partial<EntryUpdate> = {}, chatId = 'chat-1'): void {
    const index = this.#nextIndex++;
    const from = who === 'customer' ? customer : ada;
    this.floorStore.applyEvents([messages([entry(index, { from, text, at: this.clock.now(), ...more })], [], chatId)]);
  }

  seconds(count: number): void {
    this.clock.advance(count * 1_000);
  }

  of(chatId = 'chat-1'): ChatAttention | undefined {
    return this.floorStore.snapshot().attention.find((one) => one.chatId === chatId);
  }

  /** Each reason as "rule heat". */
  reasons(chatId = 'chat-1'): readonly string[] {
    return this.of(chatId)?.reasons.map(({ rule, severity }) => `${rule} ${severity}`) ?? [];
  }
}
