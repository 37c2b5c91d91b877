import { allRights } from '../../../preload/contract/rights';
import { createPinia, setActivePinia } from 'pinia';
import type {
  Bridge,
  ConnectionState,
  Envelope,
  DraftSendOut,
  Draft,
  Result,
  Snapshot,
} from '../../../preload/contract';
import type { Disposer } from '../../../main/base/clock';
import { createLogger, type LogLine } from '../../../main/base/log';
import { done, succeed } from '../../../main/base/result';
import { ChatAlertDetector, type ChatAlert } from '../../../main/notifications/chat-alert';
import { createFloorCommands, type FloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/session/genesys-platform';
import type { Http } from '../../../main/gws/http-port';
import { Publisher } from '../../../main/ipc/publisher';
import { connectBridge } from '../../../renderer/bridge/bridge';
import { startSnapshotSync } from '../../../renderer/sync/snapshot-sync';
import { useAgentsStore } from '../../../renderer/stores/agents.store';
import { applyFloorChanges, replaceFloor } from '../../../renderer/stores/apply-floor';
import { useChatsStore } from '../../../renderer/stores/chats.store';
import { useSessionStore } from '../../../renderer/stores/session.store';
import { DraftBook } from '../../support/floor/draft-book';
import type { SimClock } from './sim-clock';
import { origin, supervisor } from './virtual-floor';

const windowId = 1;
const frameMs = 16;
const alertsGatherMs = 60;

export interface ConsoleOptions {
  readonly clock: SimClock;
  readonly random: () => number;
  readonly openHttp: () => Http;
  readonly otherAddresses?: readonly string[];
}

/** The console without its components: everything from the HTTP port to the stores. */
export class ConsoleUnderTest {
  readonly floorStore: FloorStore;
  readonly platform: GenesysPlatform;
  readonly commands: FloorCommands;
  readonly drafts: DraftBook;
  /** Notifications raised since the last sign-in. */
  alerts: ChatAlert[] = [];
  signIns = 0;
  readonly errors: LogLine[] = [];
  readonly #clock: SimClock;
  readonly #otherAddresses: readonly string[];
  readonly #publisher: Publisher;
  readonly #finder = new ChatAlertDetector();
  readonly #disposers: Disposer[] = [];
  #undoAlerts: Disposer | null = null;
  #stopPump: Disposer = () => undefined;
  #ids = 0;

  constructor({ clock, random, openHttp, otherAddresses = [] }: ConsoleOptions) {
    this.#clock = clock;
    this.#otherAddresses = otherAddresses;
    const log = (scope: string) =>
      createLogger(scope, (line) => {
        if (line.level === 'error') this.errors.push(line);
      });
    this.floorStore = new FloorStore(clock.client, log('floor'));
    const newId = (): string => this.newId();
    this.platform = createGenesysPlatform({
      openHttp,
      clock: clock.client,
      random,
      newId,
      log,
      sink: this.floorStore,
    });
    this.drafts = new DraftBook(this.floorStore);
    const { commands, dispose } = createFloorCommands({
      rights: allRights,
      floorStore: this.floorStore,
      drafts: this.drafts.ports,
      contactCentre: () => this.platform.contactCentre(),
      clock: clock.client,
      log: log('commands'),
    });
    this.commands = commands;
    this.#publisher = new Publisher(this.floorStore, clock.client, log('publisher'));
    this.#disposers.push(
      dispose,
      this.floorStore.subscribe(
        () => (this.#undoAlerts ??= clock.client.after(alertsGatherMs, () => this.#lookForAlerts())),
      ),
    );
    this.openWindow();
  }

  newId(): string {
    return `id-${String((this.#ids += 1))}`;
  }

  /** Repeats the sign-in, as a user would, until it succeeds. */
  async signIn(): Promise<boolean> {
    this.floorStore.signingIn();
    const otherAddresses = this.#otherAddresses;
    const request = { ...supervisor, address: origin, otherAddresses, nickname: 'Imani', isPractice: false };
    const entered = await this.platform.signIn(request);
    if (!entered.ok) {
      this.floorStore.signedOut();
      return false;
    }
    this.alerts = [];
    this.signIns += 1;
    this.floorStore.signedIn(entered.value.who, entered.value.self);
    return true;
  }

  /** Opens or reloads the window, with none of its earlier state. */
  openWindow(): void {
    this.#stopPump();
    this.#publisher.removeWindow(windowId);
    setActivePinia(createPinia());
    let receive: ((envelope: Envelope) => void) | null = null;
    const bridge = {
      invoke: (name: string, request: unknown): Promise<Result<unknown>> => {
        if (name === 'drafts.save')
          return Promise.resolve(succeed(this.drafts.keeper.saveDraft(request as Draft, windowId)));
        if (name === 'drafts.sendOut')
          return Promise.resolve(succeed(this.drafts.keeper.sendOut(request as DraftSendOut, windowId)));
        if (name === 'floor.snapshot') return Promise.resolve(succeed(this.#publisher.snapshotFor(windowId)));
        const command = (this.commands as Readonly<Record<string, unknown>>)[name];
        return typeof command === 'function'
          ? (command as (request: unknown) => Promise<Result<unknown>>)(request)
          : Promise.resolve(done);
      },
      on: (name: string, listener: (payload: Envelope) => void) => {
        if (name === 'floor.envelope') receive = listener;
        return () => (receive = null);
      },
    } as unknown as Bridge;
    connectBridge(bridge);
    this.#publisher.addWindow({
      id: windowId,
      send: (name, payload) => {
        if (name === 'floor.envelope') receive?.(payload as Envelope);
      },
    });
    const sync = startSnapshotSync({
      bridge,
      replace: replaceFloor,
      apply: applyFloorChanges,
      nextFrame: (callback) => this.#clock.client.after(frameMs, callback),
      setTimer: (callback, delayMs) => this.#clock.client.after(delayMs, callback),
    });
    this.#stopPump = () => {
      sync.stop();
    };
  }

  /** What the supervisor is shown. */
  get shown(): Pick<Snapshot, 'chats' | 'transcripts' | 'watches'> & { readonly connection: ConnectionState } {
    const { chats, transcripts } = useChatsStore();
    const { watches } = useAgentsStore();
    return {
      chats: [...chats.values()],
      transcripts: [...transcripts.values()],
      watches,
      connection: useSessionStore().connection,
    };
  }

  close(): void {
    this.#stopPump();
    this.#publisher.dispose();
    this.#undoAlerts?.();
    for (const dispose of this.#disposers) dispose();
  }

  #lookForAlerts(): void {
    this.#undoAlerts = null;
    this.alerts.push(...this.#finder.find(this.floorStore.snapshot()));
  }
}
