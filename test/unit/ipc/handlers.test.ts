import { noPolicy } from '../../../main/policy/policy';
import { expect, it } from 'vitest';
import { done, fail, succeed } from '../../../main/base/result';
import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { createHandlers, type HandlerPorts } from '../../../main/ipc/handlers';
import type { IpcCaller } from '../../../main/ipc/router';
import { defaultAttention } from '../../../main/settings/attention-settings';
import { openSettingsStore } from '../../../main/settings/settings-store';
import { WallArrangement } from '../../../main/settings/wall-arrangement';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { AppInfo, DesktopState, SignInProfile, Snapshot } from '../../../preload/contract';
import { commandNames } from '../../../preload/contract/channels';
import { CommandBench } from '../../support/floor/command-bench';
import { MemoryLog } from '../../support/floor/memory-log';

const caller: IpcCaller = { isTrusted: true, windowId: 7 };
const facts: AppInfo = {
  version: '1.2.3',
  platform: 'linux',
  serverFromCommandLine: null,
  startsOnPracticeFloor: false,
  policy: noPolicy.state,
  systemLanguage: 'en',
};
const profile: SignInProfile = {
  serverUrl: 'https://gws.example.com',
  userName: 'sofia',
  hasRememberedPassword: false,
  secretStore: 'available',
  nickname: '',
};

const desktopState: DesktopState = {
  ...{ notifications: 'noService', tray: 'shown', doNotDisturb: 'off', sound: 'working' },
  ...{ notice: ['noService'], selfTest: 'idle' },
};

const offered = [{ agentId: 'ana', mode: 'coach', scope: 'allChats', nickname: '' } as const];

function setUp(): { handlers: ReturnType<typeof createHandlers>; seen: unknown[]; bench: CommandBench } {
  const bench = new CommandBench();
  const seen: unknown[] = [];
  const ports: HandlerPorts = {
    appInfo: () => facts,
    userPresence: () => ({ away: null }),
    session: {
      profile: () => profile,
      signIn: (target) => (seen.push(target), Promise.resolve(fail('session.credentials'))),
      cancelSignIn: () => (seen.push('cancelSignIn'), Promise.resolve(done)),
      signOut: () => (seen.push('signOut'), Promise.resolve(done)),
      forgetPassword: () => (seen.push('forgetPassword'), Promise.resolve(done)),
      chooseServer: (url) => (seen.push({ chooses: url }), succeed(profile)),
      undoRemoveServer: () => (seen.push('restores'), fail('input.invalid')),
      removeServer: (url) => (seen.push({ removes: url }), fail('settings.locked')),
    },
    network: {
      question: () => null,
      answer: (id, answer) => (seen.push({ id, answer }), Promise.resolve(id === 'q1')),
      userActed: () => void seen.push('userActed'),
      tryAgain: () => void seen.push('tryAgain'),
    },
    floor: bench.commands,
    snapshotFor: (windowId): Snapshot => ({ ...bench.floorStore.snapshot(), seq: windowId }),
    windowReads: (windowId) => void seen.push({ reads: windowId }),
    settings: openSettingsStore({ read: () => undefined, write: () => true }, new MemoryLog().logger),
    spelling: { misspelt: (words) => (seen.push(words), Promise.resolve(['teh'])) },
    openLink: (url) => (seen.push(url), Promise.resolve(done)),
    setActiveChat: (windowId, chatId) => void seen.push({ windowId, chatId }),
    showAgents: (windowId, agentIds) => void seen.push({ windowId, agentIds }),
    onHeartbeatAck: (windowId) => void seen.push({ alive: windowId }),
    roleOf: () => 'main',
    workspace: bench.drafts.keeper,
    wall: { openWindow: () => void seen.push('openWall'), openChat: (chatId) => void seen.push({ openChat: chatId }) },
    wallArrangement: new WallArrangement(
      () => [],
      () => undefined,
    ),
    attention: new AttentionEngine({
      floorStore: bench.floorStore,
      clock: bench.clock,
      settings: defaultAttention,
      pause: () => Promise.resolve(),
    }),
    journal: {
      state: () => ({ problem: null, waitingCount: 0, lostCount: 0 }),
      read: (period) => (seen.push({ reads: period }), Promise.resolve(fail('journal.damaged'))),
      check: () => (seen.push('check'), Promise.resolve(fail('journal.damaged'))),
      report: (period) => (seen.push({ reports: period }), Promise.resolve(fail('journal.damaged'))),
      savePdf: (windowId) => (seen.push({ pdf: windowId }), Promise.resolve(fail('file.notSaved'))),
      export: (request) => (seen.push(request), Promise.resolve(fail('file.notSaved'))),
    },
    support: {
      diagnostics: () => (seen.push('diagnostics'), Promise.resolve(succeed('== Sightline'))),
      save: () => (seen.push('saveDiagnostics'), Promise.resolve(fail('file.notSaved'))),
      showLog: () => (seen.push('showLog'), done),
      crashDumps: () => Promise.resolve(succeed({ count: 2, newestAt: 5 })),
      removeCrashDumps: () => (seen.push('removeDumps'), Promise.resolve(succeed({ count: 0, newestAt: null }))),
    },
    updates: {
      state: () => ({ phase: 'notChecked' }),
      check: () => (seen.push('checkForUpdates'), Promise.resolve()),
      download: () => (seen.push('downloadUpdate'), Promise.resolve()),
    },
    connectionCheck: {
      state: null,
      start: (address) => (seen.push({ checks: address }), fail('server.addressInvalid')),
      stop: () => void seen.push('stopCheck'),
    },
    desktop: {
      state: () => desktopState,
      startTest: () => void seen.push('test'),
      dismissNotice: () => void seen.push('dismiss'),
      soundReported: (isPlayed) => void seen.push({ isPlayed }),
    },
    budgetState: () => ({ isOn: false, at: 0, agents: [], chats: [], steps: [] }),
    savedWatches: { offerable: () => offered, discardAll: () => void seen.push('discardAll') },
  };
  return { handlers: createHandlers(ports), seen, bench };
}

it('handles every command of the contract and nothing else', () => {
  expect(Object.keys(setUp().handlers).sort()).toEqual([...commandNames].sort());
});

it('replies from its own state', async () => {
  const { handlers, seen } = setUp();
  expect([
    await handlers['app.info'](null, caller),
    await handlers['session.profile'](null, caller),
    await handlers['settings.read'](null, caller),
    await handlers['settings.change']({ theme: 'dark' }, caller),
  ]).toEqual([
    succeed(facts),
    succeed(profile),
    succeed(defaultSettings),
    succeed({ ...defaultSettings, theme: 'dark' }),
  ]);
  expect(seen).toEqual([{ reads: 7 }, { reads: 7 }]);
});

it('chooses and removes servers of the sign-in page', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['session.chooseServer']({ url: 'https://one.test' }, caller)).toEqual(succeed(profile));
  expect(await handlers['session.removeServer']({ url: 'https://two.test' }, caller)).toEqual(fail('settings.locked'));
  expect(seen).toEqual([{ chooses: 'https://one.test' }, { removes: 'https://two.test' }]);
});

it('starts a connection check as an act of the user, and stops it', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['connectionCheck.read'](null, caller)).toEqual(succeed(null));
  const started = await handlers['connectionCheck.start']({ address: 'gws.test' }, caller);
  expect(started).toEqual(fail('server.addressInvalid'));
  expect(await handlers['connectionCheck.stop'](null, caller)).toEqual(done);
  expect(seen).toEqual([{ reads: 7 }, 'userActed', { checks: 'gws.test' }, 'stopCheck']);
});

it('passes the sender on where it matters', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['floor.snapshot'](null, caller)).toMatchObject({ ok: true, value: { seq: 7 } });
  await handlers['window.setActiveChat']({ chatId: 'c' }, caller);
  await handlers['window.showAgents']({ agentIds: ['a'] }, caller);
  expect(seen).toEqual([
    { windowId: 7, chatId: 'c' },
    { windowId: 7, agentIds: ['a'] },
  ]);
});

it('delegates what concerns the desktop', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['desktop.state'](null, caller)).toEqual(succeed(desktopState));
  await handlers['desktop.test'](null, caller);
  await handlers['desktop.dismissNotice'](null, caller);
  await handlers['sound.report']({ isPlayed: false }, caller);
  expect(seen).toEqual([{ reads: 7 }, 'test', 'dismiss', { isPlayed: false }]);
});

it('delegates what support needs', async () => {
  const { handlers, seen } = setUp();
  expect([
    await handlers['support.diagnostics'](null, caller),
    await handlers['support.saveDiagnostics'](null, caller),
    await handlers['support.showLog'](null, caller),
    await handlers['support.crashDumps'](null, caller),
    await handlers['support.removeCrashDumps'](null, caller),
  ]).toEqual([
    succeed('== Sightline'),
    fail('file.notSaved'),
    done,
    succeed({ count: 2, newestAt: 5 }),
    succeed({ count: 0, newestAt: null }),
  ]);
  expect(seen).toEqual(['diagnostics', 'saveDiagnostics', 'showLog', 'removeDumps']);
});

it('delegates updates, whose windows then follow their state', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['updates.read'](null, caller)).toEqual(succeed({ phase: 'notChecked' }));
  expect(await handlers['updates.check'](null, caller)).toEqual(done);
  expect(await handlers['updates.download'](null, caller)).toEqual(done);
  expect(seen).toEqual([{ reads: 7 }, 'checkForUpdates', 'downloadUpdate']);
});

it('passes answers to the network on, and refuses one to a question that is not open', async () => {
  const { handlers, seen } = setUp();
  const answer = { kind: 'cancel' } as const;
  expect(await handlers['network.question'](null, caller)).toEqual(succeed(null));
  expect(await handlers['network.answer']({ id: 'q1', answer }, caller)).toEqual(done);
  expect(await handlers['network.answer']({ id: 'q2', answer }, caller)).toEqual(fail('input.invalid'));
  await handlers['network.askAgain'](null, caller);
  expect(seen).toEqual([{ reads: 7 }, { id: 'q1', answer }, { id: 'q2', answer }, 'userActed', 'tryAgain']);
});

it('returns the misspelt words', async () => {
  const { handlers, seen } = setUp();
  expect(await handlers['spelling.check']({ words: ['the', 'teh'] }, caller)).toEqual(succeed(['teh']));
  expect(seen).toEqual([['the', 'teh']]);
});

it('delegates sign-in, sign-out, links and floor commands', async () => {
  const { handlers, seen, bench } = setUp();
  expect(await handlers['session.signIn']({ kind: 'practice' }, caller)).toEqual(fail('session.credentials'));
  await handlers['session.cancelSignIn'](null, caller);
  await handlers['session.signOut'](null, caller);
  await handlers['session.forgetPassword'](null, caller);
  await handlers['links.open']({ url: 'https://example.com/' }, caller);
  expect(seen).toEqual([
    'userActed',
    { kind: 'practice' },
    'cancelSignIn',
    'signOut',
    'forgetPassword',
    'https://example.com/',
  ]);
  await handlers['agents.watch'](
    { requestId: 'r', agentId: 'a', mode: 'coach', scope: 'allChats', nickname: '' },
    caller,
  );
  expect(bench.centre.asked).toHaveLength(1);
});

it('numbers drafts and forwards actions for another window', async () => {
  const { handlers, seen } = setUp();
  const draft = { chatId: 'c', mode: 'coach', audience: 'agents', readers: [], sentAs: null, text: 'Hm' } as const;
  expect(await handlers['drafts.save'](draft, caller)).toEqual(succeed({ revision: 1, draft: 1 }));
  expect(await handlers['drafts.save'](draft, caller)).toEqual(succeed({ revision: 2, draft: 1 }));
  const sendOut = { draft: { ...draft, sentAs: 'r' }, basedOn: 2 };
  expect(await handlers['drafts.sendOut'](sendOut, { ...caller, windowId: 8 })).toEqual(
    succeed({ revision: 3, draft: 1, stands: null }),
  );
  expect(await handlers['drafts.sendOut'](sendOut, caller)).toEqual(
    succeed({ revision: 3, draft: null, stands: { ...draft, text: '' } }),
  );
  await handlers['wall.openWindow'](null, caller);
  await handlers['wall.openChat']({ chatId: 'c' }, caller);
  expect(seen).toEqual(['openWall', { openChat: 'c' }]);
});

it('delegates state that outlives a window or the program', async () => {
  const { handlers, seen } = setUp();
  await handlers['window.heartbeatAck'](null, caller);
  expect(await handlers['window.restore'](null, caller)).toEqual(succeed({ drafts: [], revision: 0, view: null }));
  expect(await handlers['watches.saved'](null, caller)).toEqual(succeed(offered));
  await handlers['watches.discardSaved'](null, caller);
  expect(seen).toEqual([{ alive: 7 }, { reads: 7 }, 'discardAll']);
});
