import { describe, expect, it } from 'vitest';
import { createBridge, type RendererIpc } from '../../../preload/bridge';
import type { Bridge } from '../../../preload/contract';
import { chatOperationNames } from '../../../preload/contract/chat-operations';
import {
  commandChannel,
  commandNames,
  isCommandName,
  isPushName,
  pushChannel,
  pushNames,
} from '../../../preload/contract/channels';

type Listener = (event: unknown, payload: unknown) => void;

/** Electron's renderer IPC: records requests and listeners. */
class FakeRendererIpc implements RendererIpc {
  readonly asked: { channel: string; payload: unknown }[] = [];
  readonly listeners = new Map<string, Set<Listener>>();
  answer: () => Promise<unknown> = () => Promise.resolve({ ok: true, value: null });

  invoke(channel: string, payload: unknown): Promise<unknown> {
    this.asked.push({ channel, payload });
    return this.answer();
  }

  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, (this.listeners.get(channel) ?? new Set()).add(listener));
  }

  off(channel: string, listener: Listener): void {
    this.listeners.get(channel)?.delete(listener);
  }

  push(channel: string, payload: unknown): void {
    const event = { sender: 'everything Electron can do' };
    for (const listener of this.listeners.get(channel) ?? []) listener(event, payload);
  }
}

/** Pages are not type-checked. */
type LooseBridge = {
  invoke(name: unknown, request: unknown): Promise<unknown>;
  on(name: unknown, listener: unknown): () => void;
};
const loose = (bridge: Bridge): LooseBridge => bridge;

describe('createBridge', () => {
  it('exposes exactly the contract, as functions and nothing else', () => {
    const bridge = createBridge(new FakeRendererIpc());
    const contract = { invoke: 'function', on: 'function' } satisfies Record<keyof Bridge, 'function'>;
    const surface = Object.fromEntries(Reflect.ownKeys(bridge).map((key) => [key, typeof Reflect.get(bridge, key)]));
    expect(surface).toEqual(contract);
  });

  it('knows the operations of the record and exactly these other names', () => {
    const operations: readonly string[] = chatOperationNames.map((name) => `chats.${name}`);
    const isOther = (name: string): boolean => !operations.includes(name);
    expect(commandNames.filter((name) => !isOther(name))).toEqual(operations);
    expect({ commandNames: commandNames.filter(isOther), pushNames }).toMatchInlineSnapshot(`
      {
        "commandNames": [
          "app.info",
          "session.profile",
          "session.signIn",
          "session.cancelSignIn",
          "session.signOut",
          "session.chooseServer",
          "session.removeServer",
          "session.undoRemoveServer",
          "session.forgetPassword",
          "floor.snapshot",
          "agents.watch",
          "agents.stopWatching",
          "me.setReady",
          "me.setNotReady",
          "chats.typing",
          "chats.nameNextJoin",
          "stepBack.begin",
          "stepBack.retry",
          "stepBack.close",
          "chats.dismiss",
          "directory.find",
          "dispositions.list",
          "history.ofCustomer",
          "history.transcript",
          "attention.acknowledge",
          "attention.unacknowledge",
          "attention.why",
          "attention.preview",
          "attention.defaults",
          "journal.read",
          "journal.state",
          "journal.check",
          "journal.report",
          "journal.savePdf",
          "journal.export",
          "support.diagnostics",
          "support.saveDiagnostics",
          "support.showLog",
          "support.crashDumps",
          "support.removeCrashDumps",
          "updates.read",
          "updates.check",
          "updates.download",
          "presence.read",
          "network.question",
          "network.answer",
          "network.askAgain",
          "connectionCheck.read",
          "connectionCheck.start",
          "connectionCheck.stop",
          "desktop.state",
          "desktop.test",
          "desktop.dismissNotice",
          "sound.report",
          "budget.read",
          "settings.read",
          "settings.change",
          "spelling.check",
          "links.open",
          "window.setActiveChat",
          "window.showAgents",
          "window.heartbeatAck",
          "window.saveView",
          "window.restore",
          "drafts.save",
          "drafts.sendOut",
          "wall.openWindow",
          "wall.read",
          "wall.settle",
          "wall.leave",
          "wall.openChat",
          "watches.saved",
          "watches.discardSaved",
        ],
        "pushNames": [
          "floor.envelope",
          "shell.action",
          "settings.changed",
          "drafts.changed",
          "budget.changed",
          "journal.stateChanged",
          "presence.changed",
          "network.questionChanged",
          "updates.changed",
          "connectionCheck.changed",
          "desktop.stateChanged",
          "sound.play",
          "spelling.replace",
          "wall.arranged",
          "session.profileChanged",
          "window.seen",
          "window.heartbeat",
        ],
      }
    `);
  });

  it('invokes the channel of the command and returns the reply', async () => {
    const ipc = new FakeRendererIpc();
    expect(await createBridge(ipc).invoke('chats.dismiss', { chatId: 'c' })).toEqual({ ok: true, value: null });
    expect(ipc.asked).toEqual([{ channel: 'sightline:command:chats.dismiss', payload: { chatId: 'c' } }]);
  });

  it.each([
    'toString',
    '__proto__',
    'chats.',
    'floor.envelope',
    'electron-store-get-data',
    '',
    7,
    null,
    ['app.info'],
    {},
  ])('rejects the name %j', async (name) => {
    const ipc = new FakeRendererIpc();
    const bridge = loose(createBridge(ipc));
    expect(await bridge.invoke(name, null)).toEqual({ ok: false, error: { code: 'input.invalid' } });
    if (name !== 'floor.envelope') bridge.on(name, () => undefined)();
    expect([ipc.asked, ipc.listeners.size]).toEqual([[], 0]);
  });

  it('turns a rejection into a result without internals', async () => {
    const ipc = new FakeRendererIpc();
    ipc.answer = () => Promise.reject(new Error('Error invoking remote method: /home/sofia/app.js'));
    expect(await createBridge(ipc).invoke('app.info', null)).toEqual({ ok: false, error: { code: 'internal' } });
  });

  it('passes the payload without the event to each listener until it unsubscribes', () => {
    const ipc = new FakeRendererIpc();
    const bridge = createBridge(ipc);
    const received: unknown[][] = [];
    const listener = (...everything: unknown[]): void => void received.push(everything);
    const undoOne = bridge.on('shell.action', listener);
    const undoOther = bridge.on('shell.action', listener);
    ipc.push(pushChannel('shell.action'), { type: 'openAgents' });
    expect(received).toEqual([[{ type: 'openAgents' }], [{ type: 'openAgents' }]]);
    undoOne();
    undoOne();
    ipc.push(pushChannel('shell.action'), { type: 'openSettings' });
    expect(received).toHaveLength(3);
    undoOther();
    expect(ipc.listeners.get(pushChannel('shell.action'))?.size).toBe(0);
  });

  it('does not subscribe a value that is no function', () => {
    const ipc = new FakeRendererIpc();
    loose(createBridge(ipc)).on('shell.action', { handleEvent: () => undefined })();
    expect(ipc.listeners.size).toBe(0);
  });
});

describe('contract names', () => {
  it('are distinct and have channels of their own', () => {
    expect(commandNames.every(isCommandName) && pushNames.every(isPushName)).toBe(true);
    expect(pushNames.some(isCommandName) || commandNames.some(isPushName)).toBe(false);
    const channels = [...commandNames.map(commandChannel), ...pushNames.map(pushChannel)];
    expect(new Set(channels).size).toBe(commandNames.length + pushNames.length);
  });
});
