import type { Mode, StepBackState } from '../../../preload/contract';
import { startWatching, switchMode } from '../../../main/practice/contact-centre/supervising';
import { ControlRefusal } from '../../../main/practice/control/practice-control';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { exchangeFaultKinds } from '../world/exchange-faults';
import { World } from '../world/world';

const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];
const serverModes = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' } as const;
const onOperations = exchangeFaultKinds.filter(({ name }) =>
  ['slow', 'hang after the work', 'reset before the body', 'reset before the server read it', '500', '503'].includes(
    name,
  ),
);
const onStream = exchangeFaultKinds.filter(({ name }) => ['slow', 'reordered batch', 'duplicate batch'].includes(name));
/** Milliseconds. An action of the supervisor's other session arrives here later; claims within that time prove nothing. */
const noticeMs = 10_000;

type Act = readonly [weight: number, act: () => void];

interface Outcome {
  readonly claims: number;
  readonly problems: readonly string[];
}

/** A random floor with watches, chats, invitations and faults, in which the supervisor steps back. */
class Scene {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #problems: string[] = [];
  #claims = 0;
  #requests = 0;
  #elsewhereAt = Number.NEGATIVE_INFINITY;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
    this.#world = new World(this.#chance.below(2 ** 31));
  }

  async play(): Promise<Outcome> {
    const { console: main, clock } = this.#world;
    this.#world.keepSignedIn();
    await clock.run(5_000);
    main.floorStore.subscribe(({ changes }) => {
      for (const change of changes) if (change.type === 'stepBackChanged') this.#check(change.stepBack);
    });
    await this.#live(this.#chance.between(4, 14));
    for (let round = this.#chance.between(1, 3); round > 0; round -= 1) {
      void main.commands['stepBack.begin']({ scope: 'everyone' });
      await this.#live(this.#chance.between(0, 8), true);
    }
    this.#world.clearSky();
    for (let waited = 0; waited < 150 && this.#isWorking(); waited += 1) {
      this.#world.keepSignedIn();
      await clock.run(1_000);
    }
    if (this.#isWorking()) this.#problems.push('it never came to an end');
    return { claims: this.#claims, problems: this.#problems };
  }

  close(): void {
    this.#world.console.close();
  }

  #isWorking(): boolean {
    const outcome = this.#world.console.floorStore.snapshot().stepBack?.outcome;
    return outcome === 'working' || outcome === 'notKnown';
  }

  async #live(acts: number, isSteppingBack = false): Promise<void> {
    for (let act = 0; act < acts; act += 1) {
      if (this.#chance.happens(0.3)) this.#brew();
      try {
        this.#act(isSteppingBack);
      } catch (cause) {
        if (!(cause instanceof ControlRefusal)) throw cause;
      }
      await this.#world.clock.run(this.#chance.pick([0, 5, 60, 400, 1_500, 4_000]));
    }
  }

  #brew(): void {
    const isOperation = this.#chance.happens(0.6);
    this.#world.brew(this.#chance.pick(isOperation ? onOperations : onStream), {
      steps: [isOperation ? 'operation' : 'connect'],
      forMs: 5_000,
      times: this.#chance.between(1, 3),
    });
  }

  #act(isSteppingBack: boolean): void {
    const chance = this.#chance;
    const { floor } = this.#world;
    const agent = chance.pick(floor.agents);
    const begins = (): void => {
      floor.control.startChat({ agent: agent.userName });
    };
    const ends = (): void => {
      const chats = [...floor.centre.chats.keys()];
      if (chats.length > 0) floor.control.endChat({ chatId: chance.pick(chats) });
    };
    const fromOutside: readonly Act[] = [
      [4, begins],
      [1, ends],
      [
        1,
        () => {
          this.#actElsewhere(agent.id);
        },
      ],
    ];
    const ofSupervisor: readonly Act[] = [
      [
        4,
        () => {
          this.#watch(agent.id);
        },
      ],
      [
        3,
        () => {
          this.#switch();
        },
      ],
      [
        2,
        () => {
          this.#intrude();
        },
      ],
    ];
    // After stepping back only the floor changes: later requests of the supervisor take precedence.
    chance.weighted(isSteppingBack ? fromOutside : [...fromOutside, ...ofSupervisor])();
  }

  #watch(agentId: string): void {
    const { commands } = this.#world.console;
    const scope = this.#chance.pick(['nextChat', 'allChats'] as const);
    void commands['agents.watch']({ requestId: this.#newId(), agentId, mode: this.#chance.pick(modes), scope });
  }

  #switch(): void {
    const { floorStore, commands } = this.#world.console;
    const chats = floorStore.snapshot().chats.filter(({ state }) => state === 'active');
    if (chats.length === 0) return;
    const request = { requestId: this.#newId(), chatId: this.#chance.pick(chats).id };
    void commands[this.#chance.pick(['chats.coach', 'chats.bargeIn'] as const)](request);
  }

  #intrude(): void {
    const { floorStore, commands } = this.#world.console;
    const invited = floorStore
      .snapshot()
      .chats.find(({ state, allowedActions }) => state === 'invited' && allowedActions.includes('accept'));
    if (invited !== undefined && this.#chance.happens(0.5)) {
      void commands['chats.accept']({ requestId: this.#newId(), chatId: invited.id });
      return;
    }
    const others = floorStore.agents.flatMap(({ id, chats }) =>
      (chats ?? []).map(({ chatId }) => ({ agentId: id, chatId })),
    );
    if (others.length === 0) return;
    const mode = this.#chance.pick(modes);
    void commands['chats.intrude']({ requestId: this.#newId(), ...this.#chance.pick(others), mode });
  }

  /** The same supervisor, signed in at another computer. */
  #actElsewhere(agentId: string): void {
    const { floor } = this.#world;
    const { centre } = floor;
    const joined = [...centre.chats.values()].flatMap((chat) =>
      chat.parties
        .filter(({ userId, state }) => userId === floor.supervisor.id && state === 'Chatting')
        .map((party) => ({ chat, party })),
    );
    if (joined.length > 0) {
      const { chat, party } = this.#chance.pick(joined);
      switchMode(centre, chat, party, serverModes[this.#chance.pick(modes)]);
      this.#elsewhereAt = this.#world.clock.trueMs;
    } else if (this.#world.console.floorStore.watchOf(agentId) !== null) {
      const agent = centre.people.get(agentId);
      if (agent !== undefined)
        startWatching(centre, {
          ...{
            supervisor: floor.supervisor,
            agent,
            medium: 'chat',
            mode: 'Monitor',
            scope: 'AllChats',
            nickname: 'Imani',
          },
        });
    }
  }

  /** Compares the claim with the server's state at that time. */
  #check(state: StepBackState | null): void {
    if (state?.outcome !== 'confirmed') return;
    this.#claims += 1;
    if (this.#world.clock.trueMs - this.#elsewhereAt < noticeMs) return;
    const { centre, supervisor } = this.#world.floor;
    for (const chat of centre.chats.values()) {
      for (const { userId, state: status, visibility } of chat.parties) {
        if (userId === supervisor.id && status === 'Chatting' && visibility !== 'Supervisors')
          this.#problems.push(`visible to ${visibility} in a chat`);
      }
    }
    for (const { supervisorId, mode, scope } of centre.watches) {
      if (supervisorId === supervisor.id && mode !== 'Monitor') this.#problems.push(`a watch for ${scope} in ${mode}`);
    }
  }

  #newId(): string {
    return `step-back-truth-${String((this.#requests += 1))}`;
  }
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const scene = new Scene(own);
    try {
      const { claims, problems } = await scene.play();
      tally.cases += 1;
      add(tally, 'claims', claims);
      add(tally, 'false', problems.length);
      if (problems.length > 0) noteFailure(tally, { seed: own, what: problems.join('; ') });
    } finally {
      scene.close();
    }
  }
  return tally;
}

export const measure: Measure = {
  name: 'stepBack.truth',
  goal: '0',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 120 : 2_000);
    const { claims = 0, false: problems = 0 } = tally.sums;
    report(`${tally.cases} floors, ${claims} times confirmed`);
    for (const failure of tally.failures) report(`floor ${failure.seed}: ${failure.what}`);
    return [{ name: 'stepBack.truth', value: problems, goal: '0', pass: problems === 0 && claims > tally.cases / 4 }];
  },
};
