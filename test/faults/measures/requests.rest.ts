import type { Measure } from '../measure';
import { CountedConsole } from '../world/counted-console';
import { caseSeed } from '../world/chance';

const goal = 12;
const watchedMs = 600_000;
/** Milliseconds. The transcript of a chat that was just joined is read again with the next routine resync. */
const joiningMs = 90_000;

/** A quiet floor of 40 agents while the screen shows chats, the wall or nothing, which the server cannot tell. */
async function busiestMinute(seed: number, joined: number, isRich: boolean): Promise<number> {
  const quirks = isRich ? {} : { usersEmbedChats: false, smsSessions: false, chatMessagesRead: false };
  const console = new CountedConsole({ seed, agents: 40, quirks });
  await console.goLive();
  await console.joinChats(joined);
  await console.clock.run(joiningMs);
  const from = console.clock.trueMs;
  await console.clock.run(watchedMs);
  const most = console.busiestMinuteSince(from);
  await console.leave();
  return most;
}

export const measure: Measure = {
  name: 'requests.rest',
  goal: `at most ${goal} a minute`,
  async run({ seed, short, report }) {
    let worst = 0;
    for (let position = 0; position < (short ? 4 : 16); position += 1) {
      const joined = [0, 3, 12, 30][position % 4] ?? 0;
      const most = await busiestMinute(caseSeed(seed, position), joined, position % 3 !== 2);
      if (most > goal) report(`${joined} chats joined: ${most} in the busiest minute, case ${position}`);
      worst = Math.max(worst, most);
    }
    report(`ten minutes each, 40 agents, 0 to 30 quiet chats joined, held polls included`);
    return [{ name: 'requests.rest', value: worst, goal: `at most ${goal} in any minute`, pass: worst <= goal }];
  },
};
