import { describe, expect, it } from 'vitest';
import { createWindows, type Windows } from '../../../main/windows/windows';
import { SeenWindows } from '../../../main/windows/seen-windows';
import { ShownAgents } from '../../../main/windows/shown-agents';
import type { WindowRole } from '../../../main/settings/workspace-memory';
import type { SessionState } from '../../../preload/contract';
import { FakeWindow } from '../../support/electron/fake-window';
import { VirtualClock } from '../../support/virtual-clock';

const signedOut: SessionState = { phase: 'signedOut' };
const who = { userId: 's', userName: 'sam', name: 'Sam', serverName: 'one', isPractice: false, serverVersion: null };
const signedIn: SessionState = { phase: 'signedIn', who };

function setUp({ setting = false, isHiddenStart = false } = {}) {
  const opened: FakeWindow[] = [];
  const pushed: unknown[] = [];
  const known = new Set<number>();
  const seen: string[] = [];
  const state = { isEnding: false, setting };
  const wallsGone: number[] = [];
  const agentsOnScreen: (readonly string[] | null)[] = [];
  const shownAgents = new ShownAgents((agentIds) => void agentsOnScreen.push(agentIds));
  const clock = new VirtualClock();
  const seenWindows = new SeenWindows(clock, (id, isSeen) => shownAgents.windowSeen(id, isSeen));
  const windows: Windows = createWindows({
    open: (asked) => {
      const window = new FakeWindow(opened.length + 1, asked);
      opened.push(window);
      return window;
    },
    publisher: {
      addWindow: ({ id }) => void known.add(id),
      removeWindow: (id) => void known.delete(id),
      onWindowLoading: (id) => void seen.push(`loading ${String(id)}`),
      push: (name, payload, isMeant) =>
        void pushed.push([name, payload, [...known].filter((id) => isMeant?.(id) ?? true)]),
      publishValue: (name, payload, isMeant) =>
        void pushed.push([name, payload, [...known].filter((id) => isMeant?.(id) ?? true)]),
    },
    onMainClose: () => void seen.push('main was closed'),
    wallWindowSetting: { read: () => state.setting, write: (isEnabled) => void (state.setting = isEnabled) },
    ...{ seenWindows, shownAgents, isEnding: () => state.isEnding },
    focusChanged: () => void seen.push('focus changed'),
    wallIsGone: (windowId) => void wallsGone.push(windowId),
  });
  windows[isHiddenStart ? 'openMainHidden' : 'showMain']();
  const ofRole = (role: WindowRole): FakeWindow | undefined => opened.findLast((one) => one.role === role);
  return { windows, opened, pushed, known, seen, state, ofRole, shownAgents, agentsOnScreen, wallsGone, clock };
}
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('shown agents', () => {
  it('combines all windows, without hidden, loading and closed ones', () => {
    const { windows, shownAgents, agentsOnScreen, ofRole, clock } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    const [main, wall] = [ofRole('main')!, ofRole('wall')!];
    shownAgents.shown(main.id, ['a', 'b']);
    shownAgents.shown(main.id, ['a', 'b']);
    shownAgents.shown(wall.id, ['b', 'c']);
    wall.close();
    main.beSeen(false);
    clock.advance(1_000);
    shownAgents.shown(main.id, ['a', 'd']);
    main.beSeen(true);
    main.load();
    shownAgents.shown(main.id, []);
    shownAgents.shown(main.id, null);
    expect(agentsOnScreen).toEqual([['a', 'b'], ['a', 'b', 'c'], ['a', 'b'], null, ['a', 'd'], null, [], null]);
  });
});

describe('hidden start', () => {
  it('opens the main window hidden, and shows it as minimised unless the user opened it', () => {
    const { windows, ofRole } = setUp({ isHiddenStart: true });
    expect(ofRole('main')?.did).toEqual([]);
    windows.minimizeHiddenMain();
    expect(ofRole('main')?.did).toEqual(['minimize']);
    windows.showMain();
    windows.minimizeHiddenMain();
    expect(ofRole('main')?.did).toEqual(['minimize', 'bring to user']);
  });
});

describe('wall window', () => {
  it('opens once, for a signed-in supervisor only, and is focused when already open', () => {
    const { windows, opened, ofRole } = setUp();
    windows.openWall();
    expect(opened).toHaveLength(1);
    windows.onSessionChange(signedIn);
    windows.openWall();
    windows.openWall();
    expect([opened.length, ofRole('wall')?.did, windows.roleOf(2), windows.roleOf(1)]).toEqual([
      2,
      ['reveal', 'reveal'],
      'wall',
      'main',
    ]);
  });

  it('closes without confirmation, and stays closed at the next sign-in', () => {
    const { windows, known, seen, state, ofRole } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    expect([[...known], state.setting]).toEqual([[1, 2], true]);
    ofRole('wall')?.close();
    expect([[...known], [...windows.trustedContentsIds], state.setting, seen]).toEqual([[1], [1], false, []]);
  });

  it('closes at sign-out and reopens at the next sign-in, as after a restart', () => {
    const { windows, opened, known, state } = setUp({ setting: true });
    expect(opened).toHaveLength(1);
    windows.onSessionChange(signedIn);
    windows.onSessionChange(signedIn);
    expect(opened.map(({ role }) => role)).toEqual(['main', 'wall']);
    windows.onSessionChange(signedOut);
    expect([[...known], state.setting]).toEqual([[1], true]);
    windows.onSessionChange(signedIn);
    expect(opened.map(({ role }) => role)).toEqual(['main', 'wall', 'wall']);
  });

  it('reopens after the program quits with it open', () => {
    const { windows, state, ofRole } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    state.isEnding = true;
    ofRole('wall')?.close();
    expect(state.setting).toBe(true);
  });
});

describe('main window', () => {
  it('calls onMainClose instead of closing', () => {
    const { known, seen, state, ofRole } = setUp();
    ofRole('main')?.close();
    expect([[...known], seen]).toEqual([[1], ['main was closed']]);
    state.isEnding = true;
    ofRole('main')?.close();
    expect([...known]).toEqual([]);
  });

  it('receives the actions, once its snapshot is there', async () => {
    const { windows, pushed, ofRole } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    windows.onPageReady(2);
    await nextTurn();
    windows.openChat('c');
    expect(pushed).toEqual([]);
    windows.onPageReady(1);
    await nextTurn();
    expect(pushed).toEqual([['shell.action', { type: 'openChat', chatId: 'c' }, [1]]]);
    ofRole('wall')?.load();
    windows.sendToMain({ type: 'openAgents' });
    expect(pushed).toHaveLength(2);
    ofRole('main')?.load();
    windows.sendToMain({ type: 'openSettings' });
    expect(pushed).toHaveLength(2);
  });

  it('opens the chat of a click also if the page that received it dies before it shows the chat', async () => {
    const { windows, pushed, ofRole } = setUp();
    const loadAgain = async (): Promise<void> => {
      ofRole('main')?.load();
      windows.onPageReady(1);
      await nextTurn();
    };
    windows.onPageReady(1);
    await nextTurn();
    windows.sendToMain({ type: 'openChat', chatId: 'c' });
    await loadAgain();
    const action = ['shell.action', { type: 'openChat', chatId: 'c' }, [1]];
    expect(pushed).toEqual([action, action]);
    windows.setActiveChat(1, null);
    windows.setActiveChat(1, 'c');
    await loadAgain();
    expect(pushed).toHaveLength(2);
  });

  it('reports that another chat may be in front, so that its alert ends', () => {
    const { windows, seen, ofRole } = setUp();
    ofRole('main')?.focus();
    windows.setActiveChat(1, 'a');
    windows.unhideMain();
    expect(seen).toEqual(['focus changed', 'focus changed']);
    expect(ofRole('main')?.did).toContain('unhide');
  });

  it('ends the fallback page for a click on a chat, also one that comes from another window', () => {
    const { windows, ofRole } = setUp();
    const main = ofRole('main');
    main?.did.splice(0);
    windows.sendToMain({ type: 'openChats' });
    windows.sendToMain({ type: 'openChat', chatId: 'a' });
    windows.openChat('b');
    expect(main?.did).toEqual(['askedFor', 'bring to user', 'askedFor']);
  });

  it('is in front only while its page works', () => {
    const { windows, ofRole } = setUp();
    const main = ofRole('main');
    if (main === undefined) throw new Error('the main window opens at the start');
    expect(windows.isInFront()).toBe(false);
    main.isFront = true;
    expect(windows.isInFront()).toBe(true);
    main.isStopped = true;
    expect(windows.isInFront()).toBe(false);
  });
});

describe('the page after a session', () => {
  const [signingIn, signingOut] = [{ phase: 'signingIn' }, { phase: 'signingOut' }] as const;
  const signedInAs = (userId: string): SessionState => ({ phase: 'signedIn', who: { ...who, userId } });
  const loads = (...sessions: SessionState[]): readonly number[] => {
    const { windows, ofRole } = setUp();
    const did = ofRole('main')?.did ?? [];
    return sessions.map((session) => {
      did.splice(0);
      windows.onSessionChange(session);
      return did.filter((one) => one === 'openAgain').length;
    });
  };

  it('is loaded again after a sign-out, not after a failed sign-in', () => {
    expect(loads(signingIn, signedOut, signingIn, signedIn, signingOut, signedOut, signingIn, signedIn)).toEqual([
      ...[0, 0, 0, 0, 0, 1, 0, 0],
    ]);
  });

  it('stays after a session that ended by itself, until someone else signs in', () => {
    const same = [signedInAs('a'), signedOut, signingIn, signedInAs('a')];
    const another = [signedOut, signingIn, signedInAs('b'), signingOut, signedOut];
    expect(loads(...same, ...another)).toEqual([...[0, 0, 0, 0], ...[0, 0, 1, 0, 1]]);
  });

  it('is left alone while the fallback page stands in for it', () => {
    const { windows, ofRole } = setUp();
    const main = ofRole('main');
    if (main === undefined) throw new Error('the main window opens at the start');
    main.isStopped = true;
    for (const session of [signedIn, signingOut, signedOut]) windows.onSessionChange(session);
    expect(main.did).not.toContain('openAgain');
  });
});

describe('two windows', () => {
  it('reply to heartbeats, receive changes and reload independently', () => {
    const { windows, opened, seen } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    opened.forEach(({ did }) => did.splice(0));
    windows.onHeartbeatAck(2);
    windows.floorChanged();
    opened[1]?.load();
    if (opened[1] !== undefined) opened[1].isFront = true;
    windows.reloadFocused();
    expect([opened[0]?.did, opened[1]?.did, seen]).toEqual([
      ['floorChanged'],
      ['answered', 'floorChanged', 'openAgain'],
      ['loading 2'],
    ]);
  });

  it('send a draft to the other window only', () => {
    const { windows, pushed } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    const draft = { chatId: 'c', mode: 'coach', audience: 'agents', readers: [], sentAs: null, text: 'Hm' } as const;
    windows.broadcastDraft({ draft, revision: 3 }, 2);
    expect(pushed).toEqual([['drafts.changed', { draft, revision: 3 }, [1]]]);
  });

  it('show a chat in focus until the page of the focused window is gone', () => {
    const { windows, opened } = setUp();
    windows.onSessionChange(signedIn);
    windows.openWall();
    windows.setActiveChat(1, 'a');
    windows.setActiveChat(2, 'b');
    expect([windows.isChatInFocus('a'), windows.isChatInFocus('b')]).toEqual([false, false]);
    const wall = opened[1];
    if (wall !== undefined) wall.isFront = true;
    expect([windows.isChatInFocus('a'), windows.isChatInFocus('b')]).toEqual([false, true]);
    wall?.load();
    expect(windows.isChatInFocus('b')).toBe(false);
  });
});
