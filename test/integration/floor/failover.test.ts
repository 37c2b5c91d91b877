import { allRights } from '../../../preload/contract/rights';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { createFloorCommands, type FloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/session/genesys-platform';
import type { HttpRequest, HttpResponse } from '../../../main/gws/http-port';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/floor-server';
import { DraftBook } from '../../support/floor/draft-book';
import { QuietLog } from '../../support/gws/quiet-log';
import { NodeHttp } from '../../support/node-http';
import { until } from '../../support/until';

/** Both servers are on one host, where a shared jar would send the cookies of one to the other. */
class WatchedHttp extends NodeHttp {
  readonly #sent: Map<string, Set<string>>;

  constructor(sent: Map<string, Set<string>>) {
    super();
    this.#sent = sent;
  }

  override async send(request: HttpRequest): Promise<HttpResponse> {
    const { origin } = new URL(request.url);
    const cookies = (await this.cookiesFor(request.url)).split('; ').filter((cookie) => cookie !== '');
    this.#sent.set(origin, new Set([...(this.#sent.get(origin) ?? []), ...cookies]));
    return super.send(request);
  }
}

const signIn = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: false };
const options = { agents: 4, chats: 0, rate: 0, pollTimeoutMs: 2_000, seed: 3 };
const hostOf = (floor: PracticeServer): string => new URL(floor.url).host;

let first: PracticeServer;
let second: PracticeServer;
let floorStore: FloorStore;
let platform: GenesysPlatform;
let commands: FloorCommands;
let dispose: () => void;
let phases: string[];
const cookiesSent = new Map<string, Set<string>>();

beforeEach(async () => {
  cookiesSent.clear();
  phases = [];
  first = await startPracticeServer(options);
  second = await startPracticeServer({ ...options, agents: 3 });
  const log = new QuietLog();
  floorStore = new FloorStore(systemClock, log.for('floor'));
  floorStore.subscribe(({ changes }) => {
    for (const change of changes) {
      if (change.type === 'connectionChanged') phases.push(change.connection.phase);
    }
  });
  platform = createGenesysPlatform({
    openHttp: () => new WatchedHttp(cookiesSent),
    clock: systemClock,
    random: () => 0.1,
    newId: randomUUID,
    log: log.for,
    sink: floorStore,
    ownChannels: () => floorStore.ownChannels,
  });
  ({ commands, dispose } = createFloorCommands({
    rights: allRights,
    floorStore,
    drafts: new DraftBook(floorStore).ports,
    contactCentre: () => platform.contactCentre(),
    clock: systemClock,
    log: log.for('commands'),
  }));
  floorStore.signingIn();
  const entered = await platform.signIn({ ...signIn, address: first.url, otherAddresses: [second.url] });
  if (!entered.ok) throw new Error(`sign-in failed: ${entered.error.code}`);
  floorStore.signedIn(entered.value.who, entered.value.self);
  await until('live', () => floorStore.connection.phase === 'live');
});

afterEach(async () => {
  await platform.signOut();
  dispose();
  await Promise.all([first.stop(), second.stop()]);
});

const agentsOf = (floor: PracticeServer) => floor.control.people().filter((person) => !person.isSupervisor);
const isLiveAt = (serverName: string | undefined): boolean =>
  floorStore.connection.phase === 'live' && floorStore.connection.serverName === serverName;

it('moves to the other server when the first fails, renews the watches available there, and stays', async () => {
  const shared = agentsOf(second).map(({ id }) => id);
  const [both] = agentsOf(first).filter(({ id }) => shared.includes(id));
  const [onlyFirst] = agentsOf(first).filter(({ id }) => !shared.includes(id));
  if (both === undefined || onlyFirst === undefined) throw new Error('the floors share some agents and not all');
  for (const { id } of [both, onlyFirst]) {
    await commands['agents.watch']({ requestId: randomUUID(), agentId: id, mode: 'coach', scope: 'allChats' });
  }
  const { chatId } = first.control.startChat({ agent: both.userName, customer: 'Robin Vale' });
  await until('coaching', () => floorStore.chat(chatId)?.mode === 'coach');

  const diedAt = Date.now();
  await first.stop();
  await until('live at the second', () => isLiveAt(hostOf(second)), 30_000);
  expect(Date.now() - diedAt).toBeLessThan(25_000);
  const stateOf = (agentId: string) => floorStore.watchOf(agentId)?.state;
  await until('every watch is settled', () => floorStore.watches.every(({ state }) => state !== 'renewing'));
  expect([stateOf(both.id), stateOf(onlyFirst.id)]).toEqual(['active', 'lost']);
  expect(second.control.watches()).toMatchObject([
    { agent: both.userName, medium: 'chat', mode: 'Coach', scope: 'AllChats' },
    { agent: both.userName, medium: 'sms', mode: 'Coach', scope: 'AllChats' },
  ]);
  expect(floorStore.chat(chatId)).toMatchObject({ state: 'revoked' });
  expect(floorStore.snapshot().transcripts.find((transcript) => transcript.chatId === chatId)?.gaps).toHaveLength(1);

  const there = second.control.startChat({ agent: both.userName, customer: 'Kim Doe' });
  await until('coaching there', () => floorStore.chat(there.chatId)?.mode === 'coach');

  const [ofFirst, ofSecond] = [first, second].map(({ url }) => cookiesSent.get(new URL(url).origin) ?? new Set());
  expect(ofFirst?.size).toBeGreaterThan(0);
  expect([...(ofSecond ?? [])].filter((cookie) => ofFirst?.has(cookie))).toEqual([]);

  first = await startPracticeServer({ ...options, port: Number(new URL(first.url).port) });
  phases.length = 0;
  const until5s = Date.now() + 5_000;
  await until('five quiet seconds', () => Date.now() > until5s);
  expect(first.control.requests()).toEqual([]);
  expect(new Set(phases)).toEqual(new Set(['live']));
  expect(isLiveAt(hostOf(second))).toBe(true);
}, 60_000);
