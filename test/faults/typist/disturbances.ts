import type { Mode } from '../../../preload/contract';
import type { Chance } from '../world/chance';
import type { Person } from './person';
import type { TypistWorld } from './typist-world';
import type { Written } from './written';

export interface Scene {
  readonly world: TypistWorld;
  readonly person: Person;
  readonly chance: Chance;
  readonly sentence: Written;
  /** The running chats of the floor. */
  readonly otherChats: readonly string[];
}

export interface Disturbance {
  readonly name: string;
  readonly weight: number;
  /** False: it was not possible here. */
  readonly strike: (scene: Scene) => boolean | Promise<boolean>;
}

const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function otherMode({ world, chance, sentence }: Scene): Mode {
  return chance.pick(modes.filter((mode) => mode !== world.modeAtServer(sentence.chatId)));
}

/** Applies a network fault for a time. */
function weather(scene: Scene, set: (isOn: boolean) => void, forMs: number): boolean {
  set(true);
  scene.world.clock.server.after(forMs, () => {
    set(false);
  });
  return true;
}

/** Disturbances of a person who types. They happen without the typist's input unless stated. */
export const disturbances: readonly Disturbance[] = [
  { name: 'nothing', weight: 6, strike: () => true },
  {
    name: 'the agent ends the chat',
    weight: 4,
    strike: ({ world, sentence }) =>
      attempt(() => {
        world.floor.control.endChat({ chatId: sentence.chatId });
      }),
  },
  {
    name: 'the customer leaves',
    weight: 2,
    strike: ({ world, sentence }) =>
      attempt(() => {
        world.floor.control.customerLeaves({ chatId: sentence.chatId });
      }),
  },
  {
    name: 'the mode changes at the server',
    weight: 5,
    strike: (scene) => scene.world.switchAtServer(scene.sentence.chatId, otherMode(scene)),
  },
  {
    name: 'the mode changes from the other window',
    weight: 5,
    strike: async (scene) => {
      const { world, person, sentence } = scene;
      const other = sentence.at === 'main' ? 'wall' : 'main';
      if (!world.pages.has(other) || !(await person.openChat(other, sentence.chatId))) return false;
      return person.chooseMode(other, sentence.chatId, otherMode(scene));
    },
  },
  {
    name: 'the agent hands over to a colleague',
    weight: 2,
    strike: ({ world, chance, sentence }) =>
      attempt(() => {
        const agent = chance.pick(world.floor.agents).userName;
        world.floor.control.transferToAgent({ chatId: sentence.chatId, agent });
        world.clock.server.after(400, () => {
          attempt(() => {
            world.floor.control.acceptOffer({ chatId: sentence.chatId, userName: agent });
          });
        });
      }),
  },
  {
    name: 'the chat goes back to the queue',
    weight: 1,
    strike: ({ world, sentence }) =>
      attempt(() => {
        world.floor.control.transferToQueue({ chatId: sentence.chatId });
      }),
  },
  {
    name: 'the server is slow',
    weight: 2,
    strike: (scene) =>
      weather(
        scene,
        (isOn) => {
          scene.world.operationDelayMs = isOn ? scene.chance.between(800, 4_000) : 0;
        },
        6_000,
      ),
  },
  {
    name: 'news comes late',
    weight: 1,
    strike: (scene) =>
      weather(
        scene,
        (isOn) => {
          scene.world.newsDelayMs = isOn ? scene.chance.between(500, 2_500) : 0;
        },
        6_000,
      ),
  },
  {
    name: 'the server refuses',
    weight: 2,
    strike: (scene) =>
      weather(
        scene,
        (isOn) => {
          scene.world.refusesOperations = isOn;
        },
        4_000,
      ),
  },
  {
    name: 'the network goes',
    weight: 2,
    strike: (scene) =>
      weather(
        scene,
        (isOn) => {
          scene.world.isNetworkDown = isOn;
        },
        scene.chance.between(1_000, 20_000),
      ),
  },
  {
    name: 'the server forgets the stream',
    weight: 1,
    strike: ({ world }) => {
      world.floor.bayeux.forgetSessions();
      return true;
    },
  },
  {
    name: 'the page is loaded again',
    weight: 2,
    strike: async ({ world, sentence }) => {
      sentence.pageGoes();
      world.unloadPage(sentence.at);
      await world.clock.run(500);
      world.loadPage(sentence.at);
      return true;
    },
  },
  {
    name: 'the tray opens the settings',
    weight: 1,
    strike: ({ world, sentence, chance }) => {
      if (sentence.at === 'main') sentence.settle();
      world.main.push('shell.action', { type: chance.pick(['openSettings', 'openAgents'] as const) });
      return true;
    },
  },
  {
    name: 'a notification opens another chat',
    weight: 1,
    strike: ({ world, sentence, otherChats, chance }) => {
      if (sentence.at === 'main') sentence.settle();
      if (otherChats.length === 0) return false;
      world.main.push('shell.action', { type: 'openChat', chatId: chance.pick(otherChats) });
      return true;
    },
  },
  {
    name: 'the customer writes',
    weight: 1,
    strike: ({ world, sentence }) =>
      attempt(() => {
        world.floor.control.customerSays({ chatId: sentence.chatId, text: 'Are you still there? I want a refund!' });
      }),
  },
];
