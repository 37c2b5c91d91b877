import { allRights } from '../../../preload/contract/rights';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../main/base/clock';
import { createFloorCommands, type FloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/session/genesys-platform';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../main/practice/floor-server';
import { DraftBook } from '../../support/floor/draft-book';
import { QuietLog } from '../../support/gws/quiet-log';
import { NodeHttp } from '../../support/node-http';
import { FaultProxy } from '../proxy/fault-proxy';
import { withinDeadline } from './within-deadline';

/** All of main except its OS adapters, at a practice server behind a faulty network. */
export class LiveConsole {
  readonly floor: PracticeServer;
  readonly proxy: FaultProxy;
  readonly floorStore: FloorStore;
  readonly platform: GenesysPlatform;
  readonly commands: FloorCommands;
  /** The chat of the watched agent in which the test message is sent. */
  chat: { readonly chatId: string } | null = null;
  readonly #disposeCommands: () => void;

  private constructor(floor: PracticeServer, proxy: FaultProxy, random: () => number) {
    const log = new QuietLog();
    this.floor = floor;
    this.proxy = proxy;
    this.floorStore = new FloorStore(systemClock, log.for('floor'));
    const ports = { clock: systemClock, random, newId: randomUUID, log: log.for, sink: this.floorStore };
    this.platform = createGenesysPlatform({ ...ports, openHttp: () => new NodeHttp() });
    const { commands, dispose } = createFloorCommands({
      rights: allRights,
      floorStore: this.floorStore,
      drafts: new DraftBook(this.floorStore).ports,
      contactCentre: () => this.platform.contactCentre(),
      clock: systemClock,
      log: log.for('commands'),
    });
    this.commands = commands;
    this.#disposeCommands = dispose;
  }

  static async open(options: PracticeServerOptions, random: () => number): Promise<LiveConsole> {
    const floor = await startPracticeServer({ agents: 4, chats: 0, rate: 0, ...options });
    const proxy = await FaultProxy.open(Number(new URL(floor.url).port));
    const client = new LiveConsole(floor, proxy, random);
    try {
      await client.#goLive();
    } catch (cause) {
      // Its servers would keep the process alive.
      await client.close();
      throw cause;
    }
    return client;
  }

  get agents(): readonly { readonly id: string; readonly userName: string }[] {
    return this.floor.control.people().filter((person) => !person.isSupervisor);
  }

  /** True if live because of an exchange after that time. */
  isLiveSince(moment: number): boolean {
    const { phase, lastSuccessAt } = this.floorStore.connection;
    return phase === 'live' && lastSuccessAt !== null && lastSuccessAt >= moment;
  }

  /**
   * Resolves with the `performance.now()` at which the console stops being live; `null` if it stays live. It follows the changes, since a
   * quick recovery may fall between two polls.
   */
  leavesLive(withinMs: number): Promise<number | null> {
    return new Promise((resolve) => {
      const end = (at: number | null): void => {
        clearTimeout(deadline);
        unsubscribe();
        resolve(at);
      };
      const deadline = setTimeout(() => {
        end(null);
      }, withinMs);
      const unsubscribe = this.floorStore.subscribe(({ changes }) => {
        const hasLeft = changes.some(
          (change) => change.type === 'connectionChanged' && change.connection.phase !== 'live',
        );
        if (hasLeft) end(performance.now());
      });
    });
  }

  async #goLive(): Promise<void> {
    this.floorStore.signingIn();
    const who = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: true };
    const entered = await this.platform.signIn({ ...who, address: this.proxy.url });
    if (!entered.ok) throw new Error(`sign-in failed: ${entered.error.code}`);
    this.floorStore.signedIn(entered.value.who, entered.value.self);
    if ((await withinDeadline(() => this.isLiveSince(0), 5_000)) === null) throw new Error('never live');
  }

  async watch(agentId: string): Promise<void> {
    const result = await this.commands['agents.watch']({
      requestId: randomUUID(),
      agentId,
      mode: 'monitor',
      scope: 'allChats',
    });
    if (!result.ok) throw new Error(`the watch was refused: ${result.error.code}`);
  }

  async close(): Promise<void> {
    this.floor.control.clearFaults();
    await this.proxy.become('pass');
    await this.platform.signOut();
    this.#disposeCommands();
    await this.proxy.close();
    await this.floor.stop();
  }
}
