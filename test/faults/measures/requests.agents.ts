import type { Measure } from '../measure';
import { CountedConsole } from '../world/counted-console';
import { caseSeed } from '../world/chance';

const goal = 60;
const watchedMs = 300_000;
const servers = [{}, { usersEmbedChats: false }, { usersEmbedChats: false, usersChatsRead: false }];

/** 40 agents on the screen, at servers with every read of chats, with the expensive ones, and with none. */
async function busiestMinute(seed: number, quirks: (typeof servers)[number]): Promise<number> {
  const console = new CountedConsole({ seed, agents: 40, quirks });
  await console.goLive();
  const from = console.clock.trueMs;
  console.genesys.lookAt(console.agentIds);
  await console.clock.run(watchedMs);
  // Scrolling, leaving and returning must not increase it.
  for (let turn = 0; turn < 60; turn += 1) {
    const first = console.chance.below(20);
    console.genesys.lookAt(console.chance.happens(0.2) ? null : console.agentIds.slice(first, first + 20));
    await console.clock.run(console.chance.between(100, 4_000));
  }
  const most = console.busiestMinuteSince(from);
  await console.leave();
  return most;
}

export const measure: Measure = {
  name: 'requests.agents',
  goal: `at most ${goal} a minute`,
  async run({ seed, short, report }) {
    let worst = 0;
    for (let position = 0; position < (short ? 3 : 15); position += 1) {
      const most = await busiestMinute(caseSeed(seed, position), servers[position % servers.length] ?? {});
      report(`server ${position % servers.length}: ${most} in the busiest minute`);
      worst = Math.max(worst, most);
    }
    return [{ name: 'requests.agents', value: worst, goal: `at most ${goal} in any minute`, pass: worst <= goal }];
  },
};
