import type { Finding, Measure } from '../measure';
import { caseSeed, Chance } from '../world/chance';
import { busiest, CountedConsole } from '../world/counted-console';

const supervisors = 50;
const watchedMs = 300_000;
const goals = { unseen: 12 * supervisors, seen: 60 * supervisors };

/** Times of one supervisor's requests, relative to the start of work. */
async function momentsOf(seed: number, areAgentsSeen: boolean): Promise<readonly number[]> {
  const console = new CountedConsole({ seed, agents: 40 });
  await console.goLive();
  await console.joinChats(3);
  if (areAgentsSeen) console.genesys.lookAt(console.agentIds);
  await console.clock.run(90_000);
  const from = console.clock.trueMs;
  await console.clock.run(watchedMs + 60_000);
  const moments = console.sent.map(({ at }) => at - from);
  await console.leave();
  return moments;
}

/** Fifty supervisors with different starts: their requests in the busiest second and minute. */
async function together(seed: number, areAgentsSeen: boolean): Promise<{ second: number; minute: number }> {
  const chance = new Chance(seed);
  const all: number[] = [];
  for (let position = 0; position < supervisors; position += 1) {
    const cameAt = chance.between(0, 60_000);
    const moments = await momentsOf(caseSeed(seed, position), areAgentsSeen);
    all.push(...moments.map((at) => at - cameAt).filter((at) => at >= 0 && at < watchedMs));
  }
  all.sort((one, other) => one - other);
  return { second: busiest(all, 1_000), minute: busiest(all, 60_000) };
}

/** The load of a whole team. */
export const measure: Measure = {
  name: 'requests.fifty',
  goal: `50 supervisors: at most ${goals.unseen} a minute, ${goals.seen} with agents on the screen`,
  async run({ seed, report }): Promise<readonly Finding[]> {
    const unseen = await together(seed, false);
    const seen = await together(seed, true);
    report(`busiest second: ${unseen.second}, ${seen.second} with agents on the screen`);
    return [
      {
        name: 'requests.fifty',
        value: `${unseen.minute}, ${unseen.second} in the busiest second`,
        goal: `at most ${goals.unseen} in any minute`,
        pass: unseen.minute <= goals.unseen && unseen.minute > supervisors,
      },
      {
        name: 'requests.fifty (agents on the screen)',
        value: `${seen.minute}, ${seen.second} in the busiest second`,
        goal: `at most ${goals.seen} in any minute`,
        pass: seen.minute <= goals.seen && seen.minute > unseen.minute,
      },
    ];
  },
};
