import type { Bridge, Result, Settings } from '../../../preload/contract';
import { ConnectionHistory } from '../../../main/diagnostics/connection-history';
import { RecentLog } from '../../../main/diagnostics/recent-log';
import { redact } from '../../../main/diagnostics/redaction';
import { retentionOf } from '../../../main/journal/retention';
import { UnfinishedShift } from '../../../main/session/unfinished-shift';
import { createDesktopIntegration, type DesktopIntegration } from '../../../main/shell/desktop-integration';
import { AddressSecrets } from '../../faults/world/address-secrets';
import { Chance } from '../../faults/world/chance';
import type { ExchangeFault } from '../../faults/world/exchange-faults';
import { FaultyHttp, type NetworkConditions } from '../../faults/world/faulty-http';
import { SimClock } from '../../faults/world/sim-clock';
import { origin, supervisor, VirtualFloor } from '../../faults/world/virtual-floor';
import { MainHalf } from '../../support/console/main-half';
import { FakeNotifier } from '../../support/desktop/fake-notifier';
import { BufferStorage } from './buffer-storage';
import { KeptFile } from './kept-file';

export interface ShiftConsoleOptions {
  readonly seed: number;
  readonly agents: number;
}

const windowId = 1;

/**
 * Main as `compose.ts` connects it, alerts included, with the practice server, on one simulated clock: from the responses of the server to
 * the envelopes that a window receives. What both ends keep for a test is dropped again and again, so that only the console can grow.
 */
export class ShiftConsole implements NetworkConditions {
  readonly clock = new SimClock();
  readonly floor: VirtualFloor;
  readonly main: MainHalf;
  readonly journal: BufferStorage;
  readonly file = new KeptFile();
  readonly recentLog: RecentLog;
  readonly connectionHistory: ConnectionHistory;
  readonly notifier = new FakeNotifier();
  /** Notifications of the server that the console acknowledged. */
  events = 0;
  envelopes = 0;
  /** Bytes of all log entries, as the log file writes them. */
  loggedBytes = 0;
  alerts = 0;
  isNetworkDown = false;
  readonly #desktop: DesktopIntegration;
  readonly #ends: (() => void)[] = [];

  constructor({ seed, agents }: ShiftConsoleOptions) {
    const chance = new Chance(seed);
    const { clock, file } = this;
    this.floor = new VirtualFloor({
      ...{ clock: clock.server, seed: chance.below(2 ** 31), agents },
      // Events of one poll are counted once, also if the response had to be repeated.
      onAcknowledged: () => (this.events += 1),
    });
    this.journal = new BufferStorage(() => clock.client.now());
    this.recentLog = new RecentLog(clock.client);
    const keep = this.recentLog.keeping(({ message, facts }) => {
      this.loggedBytes += message.length + JSON.stringify(facts).length;
    });
    this.main = new MainHalf({
      ...{ clock: clock.client, random: new Chance(chance.below(2 ** 31)).random },
      ...{ file, journalStorage: this.journal, retention: retentionOf },
      onLog: (line) => {
        keep(redact(line));
      },
      openHttp: () =>
        new FaultyHttp({
          ...{ clock, secrets: new AddressSecrets(), weather: this, floor: () => this.floor },
          latencyMs: () => chance.between(2, 40),
        }),
    });
    this.connectionHistory = new ConnectionHistory(clock.client);
    const unfinishedShift = new UnfinishedShift(file);
    this.#ends.push(
      this.main.floorStore.subscribe(({ changes }) => {
        unfinishedShift.applyChanges(changes);
        this.connectionHistory.applyChanges(changes);
      }),
    );
    this.#desktop = this.#openDesktop();
  }

  get agentIds(): readonly string[] {
    return this.floor.agents.map(({ id }) => id);
  }

  get isLive(): boolean {
    return this.main.floorStore.connection.phase === 'live';
  }

  strike(): ExchangeFault | null {
    if (!this.isNetworkDown) return null;
    return { does: 'fail', kind: 'unreachable', isCertainlyNotSent: true, isExecuted: false };
  }

  /** The bridge of a window that counts what main sends it. */
  openWindow(): Bridge {
    const bridge = this.main.openWindow(windowId, 'main');
    bridge.on('floor.envelope', () => {
      this.envelopes += 1;
    });
    return bridge;
  }

  invoke(name: Parameters<MainHalf['invoke']>[0], request: unknown): Promise<Result<unknown>> {
    return this.main.invoke(name, request, windowId) as Promise<Result<unknown>>;
  }

  async signIn(): Promise<Result<unknown>> {
    const entered = this.invoke('session.signIn', {
      ...{ kind: 'server', url: origin, ...supervisor, rememberPassword: false, nickname: 'Imani' },
    });
    await this.clock.run(10_000);
    return entered;
  }

  async watchAll(): Promise<void> {
    for (const agentId of this.agentIds) {
      const watch = { requestId: `watch-${agentId}`, agentId, mode: 'monitor', scope: 'allChats', nickname: '' };
      void this.invoke('agents.watch', watch);
    }
    await this.clock.run(20_000);
  }

  async signOut(): Promise<void> {
    const left = this.invoke('session.signOut', null);
    await this.clock.run(30_000);
    await left;
  }

  changeSettings(patch: Partial<Settings>): Promise<Result<unknown>> {
    return this.invoke('settings.change', patch);
  }

  windowSeen(isSeen: boolean): void {
    this.main.windowSeen(windowId, isSeen);
  }

  setDiskFull(isFull: boolean): void {
    this.file.isFull = isFull;
    this.journal.isFull = isFull;
  }

  /** What a server forgets that is started again; its chats are in a database. */
  restartServer(): void {
    this.floor.bayeux.forgetSessions();
    this.floor.sessions.forgetAll();
  }

  /** Drops what the stand-ins keep for tests. */
  tidy(): void {
    this.floor.centre.forgetOldest(40);
    this.floor.carriedOut.length = 0;
    this.main.asked.length = 0;
    this.main.problems.length = 0;
    this.alerts += this.notifier.history.length;
    this.notifier.history.length = 0;
    this.notifier.withdrawn.length = 0;
  }

  close(): void {
    this.#desktop.close();
    for (const end of this.#ends) end();
    this.main.close();
  }

  #openDesktop(): DesktopIntegration {
    const { main } = this;
    const nothing = (): void => undefined;
    return createDesktopIntegration({
      floor: main.floorStore,
      settings: main.settings,
      clock: this.clock.client,
      openServices: () => ({
        notifier: this.notifier,
        trayHost: { state: () => 'shown', dispose: nothing },
        doNotDisturb: () => 'off',
        close: nothing,
      }),
      createTray: () => ({ show: nothing, panelAppeared: nothing, remove: nothing }),
      raisedFile: this.file.raisedFile,
      isChatInFocus: () => false,
      reveal: nothing,
      unhide: nothing,
      isReportSeen: () => true,
      stepBackEverywhere: nothing,
      acknowledge: (chatId, rules) => {
        main.attention.acknowledge(chatId, rules);
      },
      sendAction: (action) => {
        main.push('shell.action', action);
      },
      playInPage: () => true,
      stateChanged: nothing,
      quit: nothing,
    });
  }
}
