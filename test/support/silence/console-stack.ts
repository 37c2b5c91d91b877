import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import type { Bridge, PushName, Result } from '../../../preload/contract';
import { commandChannel } from '../../../preload/contract/channels';
import type { Clock } from '../../../main/base/clock';
import { createLogger, type LogLine } from '../../../main/base/log';
import { AttentionDesk } from '../../../main/floor/attention/attention-desk';
import { keepOwnInvitationsAccepted } from '../../../main/floor/commands/accept-own-invitations';
import { createFloorCommands } from '../../../main/floor/commands/floor-commands';
import { Truth } from '../../../main/floor/truth';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/genesys-platform';
import { createHandlers } from '../../../main/ipc/handlers';
import { Publisher } from '../../../main/ipc/publisher';
import { openCounter, type Caller, type Handlers } from '../../../main/ipc/router';
import { createRememberedSignIn } from '../../../main/remembered-sign-in';
import { createSessionControl } from '../../../main/session-control';
import { openChoices } from '../../../main/settings/choices';
import { WatchKeeper } from '../../../main/settings/kept-watches';
import { WorkKeeper } from '../../../main/settings/kept-work';
import { connectBridge } from '../../../renderer/bridge/bridge';
import { createAppI18n } from '../../../renderer/app/i18n';
import { followFloor } from '../../../renderer/app/follow-floor';
import MainWindow from '../../../renderer/app/MainWindow.vue';
import { origin, supervisor, type VirtualFloor } from '../../faults/world/virtual-floor';
import type { Outgoing } from './allowed-reads';
import { RecordedHttp } from './recorded-http';

const windowId = 1;

export interface StackOptions {
  readonly clock: Clock;
  readonly floor: VirtualFloor;
  readonly random: () => number;
  /** Puts something between the counter and those who answer, as a mistake would. */
  readonly spoil?: (handlers: Handlers, platform: GenesysPlatform) => Handlers;
}

/**
 * The whole console in one process, plugged together as `main/compose.ts` does it but for the glass and the sockets: the rooms
 * of main, the counter with its schemas, and the real window on it. Everything that leaves it is in `sent`, everything
 * that the window asked of main in `asked`.
 */
export class ConsoleStack {
  readonly sent: Outgoing[] = [];
  readonly asked: { readonly name: string; readonly request: unknown }[] = [];
  readonly problems: LogLine[] = [];
  readonly truth: Truth;
  readonly window: VueWrapper;
  readonly bridge: Bridge;
  readonly #ends: (() => void)[] = [];

  constructor({ clock, floor, random, spoil = (handlers) => handlers }: StackOptions) {
    const log = (scope: string) =>
      createLogger(scope, (line) => {
        if (line.level === 'error' || line.level === 'warn') this.problems.push(line);
      });
    let ids = 0;
    const newId = (): string => `id-${String((ids += 1))}`;
    const file = memoryFile();
    const choices = openChoices(file, log('settings'));
    this.truth = new Truth(clock, log('floor'));
    const { truth } = this;
    const platform = createGenesysPlatform({
      openHttp: () => new RecordedHttp({ floor, clock, record: (one) => this.sent.push(one) }),
      ...{ clock, random, newId, log, sink: truth },
      mediumOf: (chatId) => truth.mediumOf(chatId),
    });
    const practice = {
      start: (): Promise<Result<string>> => Promise.resolve({ ok: false, error: { code: 'practice.notStarted' } }),
      stop: () => Promise.resolve(),
    };
    const secrets = {
      isReal: () => Promise.resolve(false),
      seal: () => Promise.resolve(null),
      open: () => Promise.resolve(null),
    };
    const remembered = createRememberedSignIn({ memory: file, secrets, serverFromCommandLine: null });
    const session = createSessionControl({ platform, record: truth, practice, remembered, log: log('session') });
    const contactCentre = () => platform.contactCentre();
    const { commands, dispose } = createFloorCommands({ truth, contactCentre, clock, log: log('commands') });
    const undoAccepting = keepOwnInvitationsAccepted({
      truth,
      accept: commands['chats.accept'],
      isWished: () => choices.current().acceptsInvitations,
      ...{ newId, log: log('commands') },
    });
    const attention = new AttentionDesk({
      truth,
      clock,
      settings: choices.current().attention,
      pause: () => Promise.resolve(),
    });
    const keptWork = new WorkKeeper();
    const keptWatches = new WatchKeeper(file, clock, () => choices.current().resumesWatches);
    const undoKeeping = truth.subscribe(({ changes }) => {
      keptWork.hear(changes);
      keptWatches.hear(changes);
    });
    const publisher = new Publisher(truth, clock, log('publisher'));
    const handlers = createHandlers({
      facts: () => ({
        version: '0.0.0',
        platform: 'linux',
        serverFromCommandLine: null,
        startsOnPracticeFloor: false,
        systemLanguage: 'en',
      }),
      session,
      floor: commands,
      snapshotFor: (id) => publisher.snapshotFor(id),
      choices,
      openLink: () => Promise.resolve({ ok: true, value: null }),
      viewing: () => undefined,
      alive: () => undefined,
      keptWork: {
        recall: () => keptWork.recall('main'),
        keepDraft: (draft) => keptWork.keepDraft(draft),
        keepView: (view) => {
          keptWork.keepView(view, 'main');
        },
      },
      wall: { openWindow: () => undefined, openChat: () => undefined },
      keptWatches,
      attention,
    });
    const counter = new Map<string, (caller: Caller, payload: unknown) => Promise<unknown>>();
    const port = {
      handle: (channel: string, listener: (caller: Caller, payload: unknown) => Promise<unknown>) =>
        void counter.set(channel, listener),
    };
    openCounter(port, spoil(handlers, platform), log('ipc'));
    choices.subscribe((settings) => {
      publisher.push('settings.changed', settings);
    });
    const hearing = new Map<PushName, Set<(payload: never) => void>>();
    publisher.addWindow({
      id: windowId,
      send: (name, payload) => {
        // As between two processes: nothing is shared, and nothing arrives within the call that sends it.
        const copy = structuredClone(payload);
        clock.after(0, () => {
          for (const listener of hearing.get(name) ?? []) listener(copy as never);
        });
      },
    });
    this.bridge = {
      invoke: async (name: Parameters<typeof commandChannel>[0], request: unknown) => {
        this.asked.push({ name, request });
        const answer = counter.get(commandChannel(name));
        if (answer === undefined) throw new Error(`the counter is open for ${name}`);
        return answer({ isTrusted: true, windowId }, structuredClone(request));
      },
      on: (name: PushName, listener: (payload: never) => void) => {
        const listeners = hearing.get(name) ?? new Set();
        hearing.set(name, listeners.add(listener));
        return () => listeners.delete(listener);
      },
    } as unknown as Bridge;
    connectBridge(this.bridge);
    const pinia = createPinia();
    setActivePinia(pinia);
    this.#ends.push(followFloor());
    this.window = mount(MainWindow, { attachTo: document.body, global: { plugins: [pinia, createAppI18n()] } });
    this.#ends.push(
      () => {
        this.window.unmount();
      },
      ...[undoAccepting, undoKeeping, dispose],
      () => {
        attention.dispose();
        publisher.dispose();
      },
    );
  }

  signIn(): Promise<Result<unknown>> {
    return this.bridge.invoke('session.signIn', {
      kind: 'server',
      url: origin,
      ...supervisor,
      rememberPassword: false,
      nickname: 'Imani',
    });
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}

function memoryFile() {
  const values = new Map<string, unknown>();
  return {
    read: (name: string): unknown => values.get(name),
    write: (name: string, value: unknown): boolean => {
      values.set(name, structuredClone(value));
      return true;
    },
    remove: (name: string): boolean => {
      values.delete(name);
      return true;
    },
  };
}
