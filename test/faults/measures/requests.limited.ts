import { workBehind, type LimitedShift } from '../live/limited-console';
import type { Finding, Measure } from '../measure';
import { hasProgram, limits, type LimitedBy } from '../proxy/limiting-proxy';
import { caseSeed, Chance } from '../world/chance';

const liveGoalMs = 30_000;
const refusedGoal = 0.01;
/** One refusal is less than a hundredth of these; a share of fewer says little. */
const enough = { short: { forMs: 10_000, requests: 120 }, full: { forMs: 60_000, requests: 400 } };
const goal = 'live within 30 s, 0 acts refused, under 1 % refused after 10 s';

function finding({ name }: LimitedBy, shift: LimitedShift, least: number): Finding {
  const { liveAfterMs, acts, refusedActs, requests, refused, refusedBefore } = shift;
  const share = refused / Math.max(1, requests);
  const live = liveAfterMs === null ? 'never live' : `live in ${(liveAfterMs / 1_000).toFixed(1)} s`;
  const isLive = liveAfterMs !== null && liveAfterMs <= liveGoalMs;
  const pass = isLive && refusedActs === 0 && acts > 0 && requests >= least && share < refusedGoal;
  return {
    name: `requests.limited (${name})`,
    value: `${live}, ${refusedActs} of ${acts} acts, ${refused} of ${requests} refused (${refusedBefore} before)`,
    goal,
    pass,
  };
}

/** Real proxies and real time, with one console each, in parallel. */
export const measure: Measure = {
  name: 'requests.limited',
  queue: 'waiting',
  goal,
  async run({ seed, short }) {
    const played = short ? limits.filter(({ isDaily }) => isDaily) : limits;
    return Promise.all(
      played.map(async (limit, position): Promise<Finding> => {
        const name = `requests.limited (${limit.name})`;
        if (!(await hasProgram(limit.program))) {
          return { name, value: `not measured: ${limit.program} missing`, goal, pass: false };
        }
        const chance = new Chance(caseSeed(seed, position));
        const length = short ? enough.short : enough.full;
        return finding(limit, await workBehind(limit, chance, length), length.requests);
      }),
    );
  },
};
