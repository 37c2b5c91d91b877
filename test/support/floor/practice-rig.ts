import { allRights } from '../../../preload/contract/rights';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../main/base/clock';
import { isRecord } from '../../../main/base/record';
import { createFloorCommands, type FloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import type { HttpRequest, HttpResponse } from '../../../main/gws/http-port';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/session/genesys-platform';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../main/practice/floor-server';
import type { Chat, FloorChange } from '../../../preload/contract';
import { QuietLog } from '../gws/quiet-log';
import { DraftBook } from './draft-book';
import { NodeHttp } from '../node-http';
import { until } from '../until';

/** The whole of main but the parts with OS power, at a practice floor over real sockets. */
export interface PracticeRig {
  readonly floor: PracticeServer;
  readonly floorStore: FloorStore;
  readonly platform: GenesysPlatform;
  readonly commands: FloorCommands;
  readonly drafts: DraftBook;
  readonly changes: FloorChange[];
  readonly log: QuietLog;
  /** Operations that were requested, in order. */
  readonly requested: readonly Requested[];
  /** Resolves once the chat is as asked. */
  readonly chatWhen: (chatId: string, what: string, holds: (chat: Chat) => boolean) => Promise<Chat>;
  readonly close: () => Promise<void>;
}

export interface Requested {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A client that remembers which operations it requested. */
class RememberingHttp extends NodeHttp {
  readonly #requested: Requested[];

  constructor(requested: Requested[]) {
    super();
    this.#requested = requested;
  }

  override send(request: HttpRequest): Promise<HttpResponse> {
    const body: unknown = request.body === null ? null : JSON.parse(request.body);
    const path = new URL(request.url).pathname;
    if (isRecord(body) && 'operationName' in body) this.#requested.push({ path, body });
    return super.send(request);
  }
}

export async function openPracticeRig(options: PracticeServerOptions = {}): Promise<PracticeRig> {
  const floor = await startPracticeServer({ agents: 4, chats: 0, rate: 0, pollTimeoutMs: 2_000, ...options });
  const log = new QuietLog();
  const floorStore = new FloorStore(systemClock, log.for('floor'));
  const changes: FloorChange[] = [];
  const requested: Requested[] = [];
  floorStore.subscribe((news) => changes.push(...news.changes));
  const platform = createGenesysPlatform({
    openHttp: () => new RememberingHttp(requested),
    clock: systemClock,
    random: () => 0.5,
    newId: randomUUID,
    log: log.for,
    sink: floorStore,
  });
  const drafts = new DraftBook(floorStore);
  const { commands, dispose } = createFloorCommands({
    rights: allRights,
    floorStore,
    drafts: drafts.ports,
    contactCentre: () => platform.contactCentre(),
    clock: systemClock,
    log: log.for('commands'),
  });
  floorStore.signingIn();
  const supervisor = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: true };
  const entered = await platform.signIn({ ...supervisor, address: floor.url });
  if (!entered.ok) throw new Error(`sign-in failed: ${entered.error.code}`);
  floorStore.signedIn(entered.value.who, entered.value.self);
  await until('live', () => floorStore.connection.phase === 'live');
  const chatWhen: PracticeRig['chatWhen'] = (chatId, what, holds) =>
    until(what, () => {
      const chat = floorStore.chat(chatId);
      return chat !== null && holds(chat) && chat;
    });
  const close = async (): Promise<void> => {
    floor.control.clearFaults();
    await platform.signOut();
    dispose();
    await floor.stop();
  };
  return { floor, floorStore, platform, commands, drafts, changes, log, requested, chatWhen, close };
}
