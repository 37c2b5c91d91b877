import type { Measure } from '../measure';
import { busiest, CountedConsole, isOfStream, type Counted } from '../world/counted-console';
import { caseSeed } from '../world/chance';

const goal = 2;

const moments = (sent: readonly Counted[], from: number): readonly number[] =>
  sent.filter((one) => one.at >= from && !isOfStream(one)).map(({ at }) => at);

/** 2,000 agents without any user action, so all reads once the floor is live are automatic. */
async function busiestSecond(seed: number, isEmbedding: boolean): Promise<{ unseen: number; seen: number }> {
  const console = new CountedConsole({ seed, agents: 2_000, quirks: { usersEmbedChats: isEmbedding } });
  await console.goLive(5_000);
  const from = console.clock.trueMs;
  await console.clock.run(600_000);
  const unseen = busiest(moments(console.sent, from), 1_000);
  const lookedAt = console.clock.trueMs;
  console.genesys.lookAt(console.agentIds.slice(0, 25));
  await console.clock.run(120_000);
  // Requests for the supervisor's chats do not depend on the agents on the screen.
  const ofAgents = console.sent.filter(({ path }) => !path.startsWith('/me'));
  const seen = busiest(moments(ofAgents, lookedAt), 1_000);
  await console.leave();
  return { unseen, seen };
}

export const measure: Measure = {
  name: 'requests.crowd',
  goal: `background at most ${goal} a second with 2,000 agents`,
  async run({ seed, short, report }) {
    let worst = 0;
    for (let position = 0; position < (short ? 1 : 4); position += 1) {
      const { unseen, seen } = await busiestSecond(caseSeed(seed, position), position % 2 === 0);
      report(`busiest second: ${unseen} with no agents on the screen, ${seen} with 25 of them`);
      worst = Math.max(worst, unseen, seen);
    }
    return [{ name: 'requests.crowd', value: worst, goal: `at most ${goal} in any second`, pass: worst <= goal }];
  },
};
