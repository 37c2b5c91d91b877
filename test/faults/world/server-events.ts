import { agentsIn, customerOf, partyOf } from '../../../main/practice/contact-centre/visibility';
import { ControlRefusal } from '../../../main/practice/control/practice-control';
import type { Chat } from '../../../main/practice/contact-centre/model';
import type { World } from './world';

const words = [
  'Hello, is anybody there?',
  'Where is my order 4711?',
  'Guten Tag, ich hätte gern eine Rückerstattung.',
  'أين طلبي؟',
  'one moment 🙂👍🏽',
  '<b>bold</b> & "quoted" \u2028 line',
  'I would like my money back, please.',
];

function running(world: World): readonly Chat[] {
  return [...world.floor.centre.chats.values()].filter((chat) => chat.finishedAt === null);
}

function handled(world: World): readonly Chat[] {
  return running(world).filter((chat) => agentsIn(chat).length > 0);
}

const say = (world: World): string => `${world.chance.pick(words)} #${String(world.nextNumber())}`;

type Deed = (world: World) => void;

const onHandled =
  (deed: (world: World, chatId: string, chat: Chat) => void): Deed =>
  (world) => {
    const chats = handled(world);
    if (chats.length === 0) return;
    const chat = world.chance.pick(chats);
    deed(world, chat.id, chat);
  };

const startChat: Deed = (world) => {
  const { chance, floor } = world;
  if (running(world).length >= 8) return;
  floor.control.startChat({
    agent: chance.pick(floor.agents).userName,
    customer: chance.pick(['Robin Vale', 'Mia Ode', 'Ian Fleet']),
  });
};

const deeds: readonly (readonly [number, Deed])[] = [
  [9, startChat],
  [
    26,
    onHandled(
      (world, chatId, chat) =>
        customerOf(chat)?.state === 'Chatting' && world.floor.control.customerSays({ chatId, text: say(world) }),
    ),
  ],
  [22, onHandled((world, chatId) => world.floor.control.agentSays({ chatId, text: say(world) }))],
  [6, onHandled((world, chatId) => world.floor.control.agentSays({ chatId, text: say(world), audience: 'Agents' }))],
  [8, onHandled((world, chatId) => world.floor.control.customerTypes({ chatId, isTyping: world.chance.happens(0.6) }))],
  [6, onHandled((world, chatId) => world.floor.control.agentTypes({ chatId, isTyping: world.chance.happens(0.6) }))],
  [
    7,
    onHandled((world, chatId) =>
      world.floor.control.setUserData({
        chatId,
        userData: { [world.chance.pick(['Tier', 'Mood', 'Order'])]: world.chance.below(100) },
      }),
    ),
  ],
  [3, onHandled((world, chatId) => world.floor.control.endChat({ chatId }))],
  [2, onHandled((world, chatId) => world.floor.control.customerLeaves({ chatId }))],
  [2, onHandled((world, chatId) => world.floor.control.transferToQueue({ chatId }))],
  [
    2,
    onHandled((world, chatId) =>
      world.floor.control.transferToAgent({ chatId, agent: world.chance.pick(world.floor.agents).userName }),
    ),
  ],
];

/** Performs one random event on the floor; an impossible one does nothing. */
export function somethingHappens(world: World): void {
  try {
    world.chance.weighted(deeds)(world);
  } catch (cause) {
    if (!(cause instanceof ControlRefusal)) throw cause;
  }
}

const modes = ['monitor', 'coach', 'bargeIn'] as const;

/** Performs one action of the supervisor that the console allows. Agents whose watch is in doubt are recorded. */
export function supervisorActs(world: World, doubtful: Set<string>): void {
  const { chance, console, floor } = world;
  const { commands, drafts, floorStore } = console;
  const requestId = console.newId();
  const doubt = (agentId: string, outcome: Promise<{ ok: boolean }>): void => {
    void outcome.then((result) => {
      if (!result.ok) doubtful.add(agentId);
    });
  };
  const act = chance.weighted<() => unknown>([
    [
      5,
      () => {
        const agentId = chance.pick(floor.agents).id;
        const request = {
          requestId,
          agentId,
          mode: chance.pick(modes),
          scope: chance.happens(0.8) ? 'allChats' : 'nextChat',
        } as const;
        doubt(agentId, commands['agents.watch'](request));
      },
    ],
    [
      1,
      () => {
        const agentId = chance.pick(floor.agents).id;
        doubt(agentId, commands['agents.stopWatching']({ requestId, agentId }));
      },
    ],
    [
      4,
      () => {
        const chat = chance.pick(handledOrNull(world));
        const agent = chat === null ? undefined : agentsIn(chat)[0];
        if (chat === null || agent?.userId == null || partyOf(chat, floor.supervisor.id)?.state === 'Chatting') return;
        void commands['chats.intrude']({ requestId, chatId: chat.id, agentId: agent.userId, mode: chance.pick(modes) });
      },
    ],
    [
      10,
      () => {
        const chat = chance.pick([null, ...floorStore.snapshot().chats.filter((one) => one.endedAt === null)]);
        if (chat === null) return;
        const chatId = chat.id;
        if (chat.state === 'invited')
          void commands[chance.happens(0.8) ? 'chats.accept' : 'chats.reject']({ requestId, chatId });
        else if (chance.happens(0.5))
          void commands[chance.pick(['chats.monitor', 'chats.coach', 'chats.bargeIn'] as const)]({ requestId, chatId });
        else if (chance.happens(0.15)) void commands['chats.leave']({ requestId, chatId });
        else if (chat.mode === 'bargeIn')
          void commands['chats.sendToEveryone'](
            drafts.composed('everyone', { requestId, chatId, composedIn: 'bargeIn', text: say(world) }),
          );
        else if (chat.mode === 'coach')
          void commands['chats.sendToAgents'](
            drafts.composed('agents', { requestId, chatId, composedIn: 'coach', text: say(world) }),
          );
      },
    ],
  ]);
  act();
}

function handledOrNull(world: World): readonly (Chat | null)[] {
  const chats = handled(world);
  return chats.length === 0 ? [null] : chats;
}
