import { exchangeFaultKinds } from './exchange-faults';
import { judge } from './oracle';
import { World } from './world';

const chats = 4;
/** Faults after which the server considers its messages delivered. */
const swallowing = exchangeFaultKinds.filter(({ name }) =>
  [
    'reset before the body',
    'reset in the body',
    'truncated JSON',
    'hang after the work',
    '504 after the work',
  ].includes(name),
);
const liveAgainWithinMs = 60_000;

/**
 * Loses one poll with entries at a server that keeps messages only until they are sent. Compared as soon as the floor is live again, before
 * a routine resync could find them. Returns the missing entries, in words.
 */
export async function playLostPoll(seed: number): Promise<readonly string[]> {
  const world = new World(seed, { acknowledgements: false, chatMessagesRead: true, usersChatsRead: false });
  try {
    const { chance, clock, floor } = world;
    const chatIds = await chatsOf(world);
    const say = (): void => {
      const text = `line ${String(world.nextNumber())}`;
      floor.control.customerSays({ chatId: chance.pick(chatIds), text });
    };
    await clock.run(chance.between(500, 20_000));
    world.brew(chance.pick(swallowing), { steps: ['connect'], forMs: 10_000, times: 1 });
    let isNoticed = false;
    world.console.floorStore.subscribe(() => (isNoticed ||= world.console.floorStore.connection.phase !== 'live'));
    // Ends the held poll; the next one gets the fault.
    say();
    await clock.run(1_000);
    for (let line = chance.between(1, 5); line > 0; line -= 1) say();
    await clock.run(1_000);
    if (world.struck.size === 0) return ['no poll was struck'];
    return await missingOnceLive(world, () => isNoticed);
  } finally {
    world.console.close();
  }
}

/** The supervisor is live and in several chats. */
async function chatsOf(world: World): Promise<readonly string[]> {
  const { clock, console, floor } = world;
  world.keepSignedIn();
  await clock.run(6_000);
  const agents = floor.agents.slice(0, chats);
  for (const { id } of agents) {
    const watch = { requestId: console.newId(), agentId: id, mode: 'monitor', scope: 'allChats' } as const;
    await Promise.all([console.commands['agents.watch'](watch), clock.run(1_000)]);
  }
  const chatIds = agents.map(({ userName }) => floor.control.startChat({ agent: userName }).chatId);
  await clock.run(1_000);
  if (!chatIds.every((chatId) => console.floorStore.chat(chatId)?.state === 'active'))
    throw new Error('the scene is not set');
  return chatIds;
}

async function missingOnceLive(world: World, isNoticed: () => boolean): Promise<readonly string[]> {
  const { clock, console } = world;
  const until = clock.trueMs + liveAgainWithinMs;
  let liveMs = 0;
  while (liveMs < 2_000) {
    if (clock.trueMs > until) return ['not live again'];
    await clock.run(250);
    liveMs = isNoticed() && console.floorStore.connection.phase === 'live' ? liveMs + 250 : 0;
  }
  return judge(world, new Set()).lost;
}
