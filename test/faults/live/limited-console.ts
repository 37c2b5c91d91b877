import { allRights } from '../../../preload/contract/rights';
import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../../preload/contract';
import { systemClock } from '../../../main/base/clock';
import { createFloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import { createGenesysPlatform } from '../../../main/session/genesys-platform';
import type { HttpRequest, HttpResponse } from '../../../main/gws/http-port';
import { startPracticeServer } from '../../../main/practice/floor-server';
import { DraftBook } from '../../support/floor/draft-book';
import { QuietLog } from '../../support/gws/quiet-log';
import { NodeHttp } from '../../support/node-http';
import { LimitingProxy, type LimitedBy } from '../proxy/limiting-proxy';
import type { Chance } from '../world/chance';
import { pause, withinDeadline } from './within-deadline';

/** Results of one console behind a limit. */
export interface LimitedShift {
  /** `null`: never. */
  readonly liveAfterMs: number | null;
  readonly acts: number;
  readonly refusedActs: number;
  /** Requests and refusals, without the first ten seconds. */
  readonly requests: number;
  readonly refused: number;
  readonly refusedBefore: number;
}

/** Errors caused by the limit: no turn in time, or a floor that is not live. */
const wantOfBudget = new Set<ErrorCode>(['server.busy', 'command.notLive']);
const learningMs = 10_000;
const liveWithinMs = 60_000;
const longestOverrunMs = 120_000;

class CountingHttp extends NodeHttp {
  readonly answers: { readonly at: number; readonly isRefused: boolean }[] = [];

  override async send(request: HttpRequest): Promise<HttpResponse> {
    const at = performance.now();
    const response = await super.send(request);
    this.answers.push({ at, isRefused: response.status === 429 || response.status === 503 });
    return response;
  }
}

/** Minimum duration of work after the first ten seconds, and minimum number of counted requests. */
export interface ShiftLength {
  readonly forMs: number;
  readonly requests: number;
}

/** Signs in behind the proxy, joins everything at once, then works without pause and shows the agents. */
export async function workBehind(
  limit: LimitedBy,
  chance: Chance,
  { forMs, requests: enough }: ShiftLength,
): Promise<LimitedShift> {
  const floor = await startPracticeServer({ agents: 40, chats: 10, rate: 0.2, seed: chance.below(1_000) });
  const proxy = await LimitingProxy.open(limit, Number(new URL(floor.url).port));
  const log = new QuietLog();
  const http = new CountingHttp();
  const floorStore = new FloorStore(systemClock, log.for('floor'));
  const platform = createGenesysPlatform({
    ...{ clock: systemClock, random: chance.random, newId: randomUUID, log: log.for, sink: floorStore },
    openHttp: () => http,
  });
  const contactCentre = () => platform.contactCentre();
  const { commands, dispose } = createFloorCommands({
    rights: allRights,
    floorStore,
    drafts: new DraftBook(floorStore).ports,
    contactCentre,
    clock: systemClock,
    log: log.for('act'),
  });
  const began = performance.now();
  let [acts, refusedActs] = [0, 0];
  const act = async (result: ReturnType<(typeof commands)['chats.intrude']>): Promise<void> => {
    const done = await result;
    acts += 1;
    if (!done.ok && wantOfBudget.has(done.error.code)) refusedActs += 1;
  };
  try {
    floorStore.signingIn();
    const who = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: true };
    const entered = await platform.signIn({ ...who, address: proxy.url });
    if (entered.ok) floorStore.signedIn(entered.value.who, entered.value.self);
    const isLive = await withinDeadline(() => floorStore.connection.phase === 'live', entered.ok ? liveWithinMs : 0);
    const liveAfterMs = isLive === null ? null : performance.now() - began;
    if (liveAfterMs !== null) {
      const people = floor.control.people().filter(({ isSupervisor }) => !isSupervisor);
      const chats = people.slice(0, 26).map(({ id, userName }) => {
        return { agentId: id, chatId: floor.control.startChat({ agent: userName }).chatId };
      });
      // All chats and many watches with one click each, as windows request them.
      await Promise.all([
        ...chats.map(({ chatId, agentId }) => {
          return act(commands['chats.intrude']({ requestId: randomUUID(), chatId, agentId, mode: 'monitor' }));
        }),
        ...people.slice(0, 12).map(({ id: agentId }) => {
          const watch = { requestId: randomUUID(), agentId, mode: 'monitor', scope: 'allChats', nickname: '' } as const;
          return act(commands['agents.watch'](watch));
        }),
      ]);
      platform.lookAt(people.map(({ id }) => id));
      const until = began + Math.max(learningMs, liveAfterMs) + forMs;
      const mayGoOn = (): boolean => performance.now() < until + longestOverrunMs;
      const counted = (): number => http.answers.filter(({ at }) => at - began >= learningMs).length;
      while (performance.now() < until || (counted() < enough && mayGoOn())) {
        const { chats: held } = floorStore.snapshot();
        const chat = held[chance.below(Math.max(1, held.length))];
        const requestId = randomUUID();
        const change = chat?.mode === 'coach' ? commands['chats.monitor'] : commands['chats.coach'];
        if (chat?.state === 'invited') await act(commands['chats.accept']({ requestId, chatId: chat.id }));
        else if (chat?.state === 'active') await act(change({ requestId, chatId: chat.id }));
        await pause(chance.between(20, 300));
      }
    }
    const late = http.answers.filter(({ at }) => at - began >= learningMs);
    const early = http.answers.filter(({ at }) => at - began < learningMs);
    const refusedOf = (answers: typeof late): number => answers.filter(({ isRefused }) => isRefused).length;
    return {
      ...{ liveAfterMs, acts, refusedActs },
      ...{ requests: late.length, refused: refusedOf(late), refusedBefore: refusedOf(early) },
    };
  } finally {
    await platform.signOut();
    dispose();
    await proxy.close();
    await floor.stop();
  }
}
