import type { Finding, Measure, MeasureContext } from '../measure';
import { caseSeed, Chance } from '../world/chance';
import { CountedConsole, type Counted } from '../world/counted-console';
import type { SimClock } from '../world/sim-clock';
import type { WireAnswer } from '../world/virtual-endpoint';

/** Requests that the server limits. */
const limited: readonly { readonly name: string; readonly fits: (one: Counted) => boolean }[] = [
  { name: 'users', fits: ({ path }) => path.startsWith('/users/') || path.startsWith('/users?') },
  { name: 'contacts', fits: ({ path }) => path.startsWith('/contacts') },
  { name: 'reads', fits: ({ method }) => method === 'GET' },
  { name: 'acts', fits: ({ method, path }) => method === 'POST' && !path.startsWith('/notifications') },
  { name: 'stream', fits: ({ path }) => path.startsWith('/notifications') },
  { name: 'everything', fits: () => true },
];

const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The format of C's `asctime`. */
function asctime(at: Date): string {
  const [, date = '', time = ''] = /^(.{10})T(.{8})/.exec(at.toISOString()) ?? [];
  const number = String(at.getUTCDate()).padStart(2);
  return `${day[at.getUTCDay()] ?? ''} ${month[at.getUTCMonth()] ?? ''} ${number} ${time} ${date.slice(0, 4)}`;
}

/** Formats the wait in one of its forms. A date has no fractions, so it may be up to a second nearer. */
function spelled(seconds: number, chance: Chance, clock: SimClock): string {
  const until = new Date(Math.ceil(clock.server.now() / 1_000) * 1_000 + seconds * 1_000);
  return chance.pick([
    String(seconds),
    `${seconds}, ${seconds}`,
    until.toUTCString(),
    asctime(until),
    `${Math.max(1, seconds - 2)},${seconds}`,
  ]);
}

interface Waiting {
  readonly from: number;
  readonly until: number;
}

/** Reads of one collection are one resource, whatever ids they name; an operation is one by its path. */
function resourceIn({ method, path }: Counted): string {
  const [plain = ''] = path.split('?');
  if (plain.startsWith('/notifications')) return 'the stream';
  return method === 'POST' ? `POST ${plain}` : plain.replace(/[0-9a-z]{12,}/gi, '{}');
}

/** A server that repeatedly limits some resources, and a supervisor who acts meanwhile. */
async function play(seed: number, report: MeasureContext['report']): Promise<{ refused: number; undercuts: number }> {
  const chance = new Chance(seed);
  const rule = chance.pick(limited);
  let isLimiting = false;
  let refused = 0;
  let undercuts = 0;
  const waiting = new Map<string, Waiting>();
  const answered: { readonly request: Counted; readonly seconds: number }[] = [];
  const console = new CountedConsole({
    seed,
    agents: 12,
    quirks: { usersEmbedChats: chance.happens(0.5) },
    refuse: (request, clock): WireAnswer | null => {
      for (const { request: earlier, seconds } of answered.splice(0)) {
        const { answeredAt } = earlier;
        if (answeredAt === null) answered.push({ request: earlier, seconds });
        else waiting.set(resourceIn(earlier), { from: answeredAt, until: answeredAt + seconds * 1_000 });
      }
      const { from, until } = waiting.get(resourceIn(request)) ?? { from: 0, until: 0 };
      // Requests in flight when the server responded could not know.
      if (request.at > from && request.at < until) {
        undercuts += 1;
        report(
          `case ${seed}, ${rule.name}: ${request.method} ${request.path} ${Math.round(until - request.at)} ms early`,
        );
      }
      if (!isLimiting || !rule.fits(request) || !chance.happens(0.8)) return null;
      refused += 1;
      const seconds = chance.between(1, 40);
      answered.push({ request, seconds });
      const headers = {
        'retry-after': spelled(seconds, chance, clock),
        date: new Date(clock.server.now()).toUTCString(),
      };
      return { status: chance.happens(0.5) ? 429 : 503, headers, text: '' };
    },
  });
  await console.goLive(20_000);
  const chats = await console.joinChats(3);
  isLimiting = true;
  for (let turn = 0; turn < 40; turn += 1) {
    const chatId = chance.pick(chats);
    if (chance.happens(0.4))
      void console.genesys.operate(chance.pick(['coach', 'monitor']), { id: chatId, medium: 'chat' }, {});
    if (chance.happens(0.3)) console.genesys.lookAt(chance.happens(0.3) ? null : console.agentIds);
    if (chance.happens(0.1)) console.genesys.resynchronise();
    if (chance.happens(0.1)) isLimiting = !isLimiting;
    await console.clock.run(chance.between(200, 12_000));
  }
  await Promise.all([console.genesys.signOut(), console.clock.run(60_000)]);
  return { refused, undercuts };
}

export const measure: Measure = {
  name: 'requests.retryAfter',
  goal: '0 requests to a resource inside its Retry-After',
  async run({ seed, short, report }): Promise<readonly Finding[]> {
    let [refused, undercuts] = [0, 0];
    const cases = short ? 12 : 120;
    for (let position = 0; position < cases; position += 1) {
      const found = await play(caseSeed(seed, position), report);
      refused += found.refused;
      undercuts += found.undercuts;
    }
    report(`${cases} floors, ${refused} requests were refused with a Retry-After in one of its forms`);
    const pass = undercuts === 0 && refused > cases;
    return [{ name: 'requests.retryAfter', value: undercuts, goal: '0 requests', pass }];
  },
};
