import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { listeningFor } from '../../../main/floor/attention/listening';
import type { EntryUpdate, ParticipantUpdate } from '../../../main/floor/events';
import { FloorStore } from '../../../main/floor/floor-store';
import { defaultAttention } from '../../../main/settings/attention-settings';
import type { Agent, AttentionSettings, AttentionWhy, SetAside } from '../../../preload/contract';
import { placeInOrder } from '../../../preload/contract/attention-order';
import { attentionRuleNames } from '../../../preload/contract/attention-rules';
import { isStillAside } from '../../../preload/contract/set-aside';
import { sofiaSignedIn } from '../../support/floor/command-bench';
import { MemoryLog } from '../../support/floor/memory-log';
import {
  activeChat,
  chatUpdated,
  customer,
  entry,
  messages,
  self,
  sofia,
  typingAt,
} from '../../support/floor/readings';
import { VirtualClock } from '../../support/virtual-clock';
import type { Chance } from '../world/chance';

const customerTexts = [
  'Where is my refund?',
  'Where is my refund?',
  'I want to speak to a manager',
  'I will call my lawyer about this',
  'you are all idiots',
  'hello?',
  'ok',
  'Thank you, that solved it',
  'Wo bleibt meine Lieferung?',
  'I still cannot log in to my account',
];
const agentTexts = ['One moment please', 'I am looking into it', 'Could you repeat that, please?', 'Gleich, bitte'];
const agentIds = ['ana', 'ben', 'cem', 'dee'] as const;
const minuteMs = 60_000;

/** A floor of random chats with the engine that decides which of them need attention. */
export class WhyFloor {
  readonly clock = new VirtualClock();
  readonly floorStore = new FloorStore(this.clock, new MemoryLog().logger);
  readonly engine: AttentionEngine;
  readonly #chance: Chance;
  readonly #offsetMs: number;
  readonly #chatIds: string[] = [];
  readonly #agentOf = new Map<string, (typeof agentIds)[number]>();
  readonly #alone = new Set<string>();
  readonly #leftBehind = new Map<string, string[]>();
  #setAside: readonly SetAside[] = [];
  #directories = 0;
  #index = 1;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#offsetMs = chance.pick([0, 0, 90_000, -45_000]);
    const settings = randomSettings(chance);
    listeningFor(settings.phrases).prepare(Infinity);
    this.floorStore.signedIn(sofiaSignedIn, self);
    this.#live();
    this.#readDirectory();
    this.engine = new AttentionEngine({
      ...{ floorStore: this.floorStore, clock: this.clock, settings },
      pause: () => Promise.resolve(),
    });
    const count = chance.between(1, 12);
    for (let number = 1; number <= count; number += 1) this.#beginChat(`chat-${String(number)}`);
    this.#leaveSomeBehind();
    this.clock.advance(chance.below(10) * 1_000);
    this.#acknowledgeSome();
    this.clock.advance(chance.below(240) * 1_000);
    this.#snoozeSome();
    this.refresh();
  }

  get chatIds(): readonly string[] {
    return [...this.#chatIds, ...[...this.#leftBehind.values()].flat()];
  }

  why(chatId: string): AttentionWhy | null {
    return this.engine.why(chatId, this.#setAside);
  }

  /** Position of a chat as the windows list it. */
  placeOf(chatId: string): number | null {
    const listed = this.floorStore.snapshot().attention.filter((attention) => !this.#isSnoozed(attention.chatId));
    return placeInOrder(listed, chatId);
  }

  /** Makes the engine evaluate all chats now; otherwise a window sees a change up to two seconds later. */
  refresh(): void {
    this.#readDirectory();
  }

  reply(chatId: string): void {
    const agent = this.#agentOf.get(chatId);
    const from = this.#alone.has(chatId) || agent === undefined ? sofia('everyone') : participant(agent);
    this.#write(chatId, { from, text: 'One moment please, I am having a look at it.' });
  }

  agentJoins(chatId: string): void {
    if (!this.#chatIds.includes(chatId)) {
      this.#forget(chatId);
      this.#readDirectory([chatId]);
      return;
    }
    const participants = [customer, sofia('supervisors'), participant('eva')];
    this.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { chatId, participants }))]);
    this.#write(chatId, { from: participant('eva'), kind: 'joined', text: '' });
  }

  end(chatId: string): void {
    if (this.#chatIds.includes(chatId)) {
      this.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { chatId, state: 'finished' }))]);
    } else this.#forget(chatId);
  }

  acknowledge(chatId: string): void {
    this.engine.acknowledge(chatId, attentionRuleNames);
  }

  close(): void {
    this.engine.dispose();
  }

  /** Epoch milliseconds on the server's clock. */
  serverTime(): number {
    return this.clock.now() + this.#offsetMs;
  }

  #live(): void {
    const lastSuccessAt = this.clock.now();
    const offset = { serverClockOffsetMs: this.#offsetMs };
    this.floorStore.connectionChanged({
      phase: 'live',
      reason: 'healthy',
      lastSuccessAt,
      nextAttemptAt: null,
      ...offset,
    });
  }

  #beginChat(chatId: string): void {
    const chance = this.#chance;
    const agent = chance.pick(agentIds);
    const startedAt = this.serverTime() - chance.below(45) * minuteMs;
    this.#chatIds.push(chatId);
    this.#agentOf.set(chatId, agent);
    const participants = [customer, participant(agent), sofia('supervisors')];
    const chat = activeChat('supervisors', { chatId, participants, receivedAt: startedAt });
    this.floorStore.applyEvents([chatUpdated(chat)]);
    const count = chance.below(14);
    const stepMs = (this.serverTime() - startedAt) / (count + 1);
    for (let line = 0; line < count; line += 1) {
      const at = startedAt + Math.floor((line + chance.random()) * stepMs);
      if (chance.happens(0.08)) {
        this.#write(chatId, { from: participant(agent), kind: 'left', text: '', at });
        this.#write(chatId, { from: participant(chance.pick(agentIds)), kind: 'joined', text: '', at: at + 1 });
      } else if (chance.happens(0.65)) this.#write(chatId, { from: customer, text: chance.pick(customerTexts), at });
      else this.#write(chatId, { from: participant(agent), text: chance.pick(agentTexts), at });
    }
    if (chance.happens(0.1)) this.#agentLeaves(chatId, agent);
    else if (chance.happens(0.15)) this.#types(chatId, agent);
  }

  #agentLeaves(chatId: string, agent: string): void {
    this.#alone.add(chatId);
    this.#write(chatId, { from: participant(agent), kind: 'left', text: '' });
    const participants = [customer, sofia('supervisors')];
    this.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { chatId, participants }))]);
  }

  #types(chatId: string, agent: string): void {
    const typing = typingAt(this.#index++, true, { from: participant(agent), at: this.serverTime() });
    this.floorStore.applyEvents([messages([], [typing], chatId)]);
  }

  #write(chatId: string, more: Partial<EntryUpdate>): void {
    const line = entry(this.#index++, { at: this.serverTime(), ...more });
    this.floorStore.applyEvents([messages([line], [], chatId)]);
  }

  #leaveSomeBehind(): void {
    if (!this.#chance.happens(0.3)) return;
    const count = this.#chance.between(1, 3);
    this.#leftBehind.set(
      'fay',
      Array.from({ length: count }, (_one, at) => `left-${String(at)}`),
    );
    this.#readDirectory();
  }

  #acknowledgeSome(): void {
    for (const chatId of this.chatIds) if (this.#chance.happens(0.15)) this.acknowledge(chatId);
  }

  #snoozeSome(): void {
    this.#setAside = this.#chatIds
      .filter(() => this.#chance.happens(0.1))
      .map((chatId) => ({
        chatId,
        until: this.#chance.pick(['time', 'news', 'broughtBack'] as const),
        at: this.clock.now() + this.#chance.below(300) * 1_000,
        after: this.floorStore.entries(chatId).at(-1)?.index ?? null,
      }));
  }

  #isSnoozed(chatId: string): boolean {
    const snooze = this.#setAside.find((one) => one.chatId === chatId);
    const lastIndex = this.floorStore.entries(chatId).at(-1)?.index ?? null;
    return snooze !== undefined && isStillAside(snooze, { now: this.clock.now(), lastIndex });
  }

  #forget(chatId: string): void {
    for (const [agent, ids] of this.#leftBehind) {
      this.#leftBehind.set(
        agent,
        ids.filter((id) => id !== chatId),
      );
    }
  }

  /** `takenOver`: chats that a signed-in agent now has. */
  #readDirectory(takenOver: readonly string[] = []): void {
    this.#directories += 1;
    const listed = (chatId: string): NonNullable<Agent['chats']>[number] => ({
      ...{ chatId, medium: 'chat', customerName: null, startedAt: null },
    });
    const behind = this.#leftBehind.get('fay');
    const agents = [...agentIds, 'eva'].map((id) =>
      this.#agent(id, { chats: id === 'eva' ? takenOver.map(listed) : [] }),
    );
    const gone = { presence: 'loggedOut', chats: [], leftBehind: (behind ?? []).map(listed) } as const;
    agents.push(this.#agent('fay', behind === undefined ? {} : gone));
    this.floorStore.applyDirectory(agents);
  }

  #agent(id: string, more: Partial<Agent>): Agent {
    const groups = id === 'dee' ? ['Beginners'] : [];
    const presenceText = String(this.#directories);
    return { id, userName: id, name: id, presence: 'ready', presenceText, groups, chats: [], ...more };
  }
}

function participant(id: string): ParticipantUpdate {
  return { participantId: `part-${id}`, type: 'agent', nickname: id, userId: id, visibility: 'everyone' };
}

/** The defaults, with some rules turned off and some thresholds shifted. */
function randomSettings(chance: Chance): AttentionSettings {
  const rules = { ...defaultAttention.rules };
  for (const rule of attentionRuleNames) {
    const { threshold, hotThreshold } = rules[rule];
    const factor = chance.pick([1, 1, 1, 2]);
    rules[rule] = {
      isOn: chance.happens(0.93),
      threshold: threshold * factor,
      hotThreshold: hotThreshold === null ? null : hotThreshold * factor,
    };
  }
  return { ...defaultAttention, rules, newAgentGroups: chance.happens(0.3) ? ['Beginners'] : [] };
}
