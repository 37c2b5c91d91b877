import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done } from '../../../main/base/result';
import { defaultAttention } from '../../../main/settings/attention-settings';
import { registerIpcHandlers, type IpcCaller, type Handlers, type IpcPort } from '../../../main/ipc/router';
import type { CommandName, OperationCommandName, OperationFields } from '../../../preload/contract';
import { chatOperationNames, factsOf } from '../../../preload/contract/chat-operations';
import { commandChannel, commandNames } from '../../../preload/contract/channels';
import { MemoryLog } from '../../support/floor/memory-log';

const ours: IpcCaller = { isTrusted: true, windowId: 1 };

class FakeIpc implements IpcPort {
  readonly channels = new Map<string, (caller: IpcCaller, payload: unknown) => Promise<unknown>>();

  handle(channel: string, listener: (caller: IpcCaller, payload: unknown) => Promise<unknown>): void {
    if (this.channels.has(channel)) throw new Error(`second handler for ${channel}`);
    this.channels.set(channel, listener);
  }

  ask(name: CommandName, payload: unknown, caller = ours): Promise<unknown> {
    const listener = this.channels.get(commandChannel(name));
    if (listener === undefined) throw new Error(`${name} is not handled`);
    return listener(caller, payload);
  }
}

function setUp(): { ipc: FakeIpc; log: MemoryLog; answered: { name: string; request: unknown; caller: IpcCaller }[] } {
  const ipc = new FakeIpc();
  const log = new MemoryLog();
  const answered: { name: string; request: unknown; caller: IpcCaller }[] = [];
  const answers = commandNames.map((name) => [
    name,
    (request: unknown, caller: IpcCaller) => {
      answered.push({ name, request, caller });
      return name === 'app.info' ? Promise.reject(new Error('a fault of ours')) : Promise.resolve(done);
    },
  ]);
  registerIpcHandlers(ipc, Object.fromEntries(answers) as Handlers, log.logger);
  return { ipc, log, answered };
}

const signIn = {
  kind: 'server',
  url: 'https://gws.example.com',
  otherUrls: ['https://gws2.example.com'],
  userName: 'sofia',
  password: null,
  rememberPassword: true,
  nickname: '',
};

const tooManyKeys = Object.fromEntries(Array.from({ length: 501 }, (_, place) => [`action.${String(place)}`, ['x']]));

const whisper = { requestId: 'r', chatId: 'c', composedIn: 'coach', readers: ['p'], draft: 7, text: 'hello' } as const;
const reader = { participantId: 'p', kind: 'agent', nickname: '' } as const;
const place = { chatId: 'c', mode: 'coach', audience: 'agents', readers: [reader], sentAs: null } as const;

/** A value for each field of an operation, as long or odd as a page may send it. */
const fields: { readonly [F in keyof OperationFields]-?: OperationFields[F] } = {
  agentId: 'a',
  mode: 'monitor',
  target: { kind: 'queue', id: 'q' },
  userId: 'a',
  composedIn: 'bargeIn',
  readers: ['p'],
  text: 'x'.repeat(16_000),
  draft: 7,
  partingMessage: { composedIn: 'bargeIn', readers: ['p'], text: 'Bye' },
  code: 'Solved',
  key: 'Mood?: >',
  value: '',
  url: 'https://example.com/',
};
const operations = chatOperationNames.map((name) => {
  const taken = factsOf(name).takes.map((field) => [field, fields[field]]);
  return [`chats.${name}`, { requestId: 'r', chatId: 'c', ...Object.fromEntries(taken) }] as const;
});

const good: { readonly [N in CommandName]: unknown } = {
  ...(Object.fromEntries(operations) as { readonly [N in OperationCommandName]: unknown }),
  'app.info': null,
  'session.profile': null,
  'session.signIn': signIn,
  'session.cancelSignIn': null,
  'session.signOut': null,
  'session.chooseServer': { url: 'https://gws.test' },
  'session.removeServer': { url: 'https://gws.test' },
  'session.undoRemoveServer': null,
  'session.forgetPassword': null,
  'floor.snapshot': null,
  'journal.read': { from: 0, to: 1 },
  'journal.state': null,
  'support.diagnostics': null,
  'support.saveDiagnostics': null,
  'support.showLog': null,
  'updates.read': null,
  'updates.check': null,
  'updates.download': null,
  'support.crashDumps': null,
  'support.removeCrashDumps': null,
  'presence.read': null,
  'network.question': null,
  'network.answer': { id: 'q', answer: { kind: 'proxySignIn', userName: 'u', password: 'p', isSaved: false } },
  'network.askAgain': null,
  'journal.check': null,
  'journal.report': { from: 0, to: 1 },
  'journal.savePdf': null,
  'journal.export': { from: 0, to: 1, format: 'csv', chatId: null },
  'agents.watch': { requestId: 'r', agentId: 'a', mode: 'coach', scope: 'nextChat' },
  'agents.stopWatching': { requestId: 'r', agentId: 'a' },
  'me.setReady': { requestId: 'r', medium: 'sms' },
  'me.setNotReady': { requestId: 'r', medium: 'chat', reasonId: null },
  'chats.typing': { chatId: 'c', composedIn: 'coach', to: 'agents', isTyping: false },
  'directory.find': { query: 'weber', kinds: ['agent', 'queue'] },
  'dispositions.list': null,
  'history.ofCustomer': { chatId: 'c' },
  'history.transcript': { interactionId: 'i' },
  'chats.nameNextJoin': { chatId: 'c', displayName: 'Sofia' },
  'stepBack.begin': { scope: 'everyone' },
  'stepBack.retry': { kind: 'watch', id: 'u1' },
  'stepBack.close': null,
  'chats.dismiss': { chatId: 'c' },
  'attention.acknowledge': { chatId: 'c', rules: ['customerWaiting', 'orphan'] },
  'attention.unacknowledge': { chatId: 'c' },
  'attention.why': { chatId: 'c' },
  'attention.preview': { settings: defaultAttention },
  'attention.defaults': null,
  'connectionCheck.read': null,
  'connectionCheck.start': { address: 'gws.test' },
  'connectionCheck.stop': null,
  'desktop.state': null,
  'desktop.test': null,
  'desktop.dismissNotice': null,
  'sound.report': { isPlayed: true },
  'budget.read': null,
  'settings.read': null,
  'settings.change': { theme: 'dark' },
  'spelling.check': { words: ['teh'] },
  'links.open': { url: 'https://example.com/' },
  'window.setActiveChat': { chatId: null },
  'window.showAgents': { agentIds: ['a'] },
  'window.heartbeatAck': null,
  'window.saveView': {
    page: 'chats',
    chatId: 'c',
    anchor: { index: 3, offsetPx: 12 },
    readUpTo: [{ chatId: 'c', index: 3 }],
    writing: place,
  },
  'window.restore': null,
  'drafts.save': { ...place, text: 'x'.repeat(64_000) },
  'drafts.sendOut': { draft: { ...place, sentAs: 'r', text: 'Hm' }, basedOn: 0 },
  'wall.openWindow': null,
  'wall.read': null,
  'wall.settle': { places: ['c', null], basedOn: 0, lockedIds: ['c'] },
  'wall.leave': null,
  'wall.openChat': { chatId: 'c' },
  'watches.saved': null,
  'watches.discardSaved': null,
};

describe('registerIpcHandlers', () => {
  it('registers every command of the contract once', () => {
    const { ipc } = setUp();
    expect([...ipc.channels.keys()].sort()).toEqual(commandNames.map(commandChannel).sort());
  });

  it.each(commandNames.filter((name) => name !== 'app.info'))(
    'passes %s on unchanged, with the sender',
    async (name) => {
      const { ipc, answered } = setUp();
      expect(await ipc.ask(name, good[name])).toEqual(done);
      expect(answered).toEqual([{ name, request: good[name], caller: ours }]);
    },
  );

  it.each(commandNames)('rejects an untrusted sender of %s before reading the request', async (name) => {
    const { ipc, answered, log } = setUp();
    const trap = new Proxy({}, { get: () => expect.fail('the payload was looked at') });
    expect(await ipc.ask(name, trap, { isTrusted: false, windowId: 9 })).toMatchObject({
      error: { code: 'command.forbidden' },
    });
    expect([answered, log.messages]).toEqual([[], ['warn: rejected IPC command: untrusted sender']]);
  });

  it.each(commandNames)('refuses %s with an unknown key', async (name) => {
    const { ipc, answered } = setUp();
    const bloated = typeof good[name] === 'object' && good[name] !== null ? { ...good[name], extra: 1 } : { extra: 1 };
    expect(await ipc.ask(name, bloated)).toMatchObject({ error: { code: 'input.invalid' } });
    expect(answered).toEqual([]);
  });

  it.each([
    ['chats.sendToEveryone', { ...whisper, text: 'x'.repeat(16_001) }],
    ['chats.sendToAgents', { ...whisper, text: 'x'.repeat(16_001) }],
    ['chats.sendToAgents', { ...whisper, draft: 0 }],
    ['chats.sendToAgents', { ...whisper, readers: undefined }],
    ['chats.sendToAgents', { ...whisper, composedIn: 'whisper' }],
    ['chats.accept', { requestId: '', chatId: 'c' }],
    ['chats.accept', { requestId: 'r'.repeat(201), chatId: 'c' }],
    ['chats.transfer', { requestId: 'r', chatId: 'c', target: { kind: 'team', id: 'a' } }],
    ['chats.leave', { requestId: 'r', chatId: 'c', partingMessage: 'Bye' }],
    ['chats.leave', { requestId: 'r', chatId: 'c', partingMessage: undefined }],
    ['chats.intrude', { requestId: 'r', chatId: 'c', agentId: 'a' }],
    ['chats.pushUrl', { requestId: 'r', chatId: 'c', composedIn: 'bargeIn', readers: ['p'], url: 'x'.repeat(2_049) }],
    ['chats.setCustomerField', { requestId: 'r', chatId: 'c', key: '', value: 'x' }],
    ['directory.find', { query: 'x'.repeat(201), kinds: ['agent'] }],
    ['settings.change', { theme: undefined }],
    ['settings.change', { theme: 'pink' }],
    ['settings.change', { keys: { areSingleKeysOn: true, chosen: tooManyKeys } }],
    ['session.signIn', { kind: 'guest' }],
    ['session.signIn', { ...signIn, otherUrls: ['https://gws2.example.com', 5] }],
    ['session.signIn', { ...signIn, otherUrls: Array.from({ length: 9 }, () => 'https://gws2.example.com') }],
    ['app.info', undefined],
  ] as const)('refuses an invalid %s without logging its values', async (name, payload) => {
    const { ipc, log } = setUp();
    expect(await ipc.ask(name, payload)).toMatchObject({ error: { code: 'input.invalid' } });
    expect(log.lines.map((line) => Object.keys(line.facts))).toEqual([['command', 'paths']]);
    expect(JSON.stringify(log.lines)).not.toContain('pink');
  });

  it('logs where an invalid request is wrong', async () => {
    const { ipc, log } = setUp();
    await ipc.ask('chats.sendToAgents', { ...whisper, draft: 0, readers: ['p', ''] });
    expect(log.lines[0]?.facts['paths']).toEqual(['readers.1: too_small', 'draft: too_small']);
  });

  it('runs no handler and never rejects, whatever the request', async () => {
    const { ipc, answered } = setUp();
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 3,
    });
    const needy = commandNames.filter((name) => good[name] !== null && name !== 'settings.change');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...needy), anything, async (name, payload) => {
        expect(await ipc.ask(name, payload)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
      }),
      { numRuns: 1_000 },
    );
    expect(answered).toEqual([]);
  });

  it('returns a result when a handler throws, and logs the error', async () => {
    const { ipc, log } = setUp();
    expect(await ipc.ask('app.info', null)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(log.lines).toMatchObject([
      { level: 'error', facts: { command: 'app.info', cause: { message: 'a fault of ours' } } },
    ]);
  });

  it('returns a result when getters of the request throw', async () => {
    const { ipc } = setUp();
    const hostile = { get chatId(): string { throw new Error('boo'); } }; // prettier-ignore
    expect(await ipc.ask('chats.dismiss', hostile)).toMatchObject({ ok: false });
  });
});
