import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { h } from 'vue';
import ErrorBoundary from '../../../../renderer/app/ErrorBoundary.vue';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import ToastHost from '../../../../renderer/features/toasts/ToastHost.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useFloorSyncStore } from '../../../../renderer/stores/floor-sync.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

async function open(snapshot = busyFloor(now)) {
  const floor = mountOnFloor(MainWindow, { snapshot, now: () => now });
  await flushPromises();
  const press = async (key: string, options: KeyboardEventInit = {}): Promise<void> => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...options }),
    );
    await flushPromises();
  };
  const current = () => floor.wrapper.get('[aria-current="page"]').attributes('aria-label');
  return { ...floor, press, current };
}

describe('the main window', () => {
  it('shows the door when nobody is signed in, the shell when somebody is', async () => {
    const { wrapper, bridge } = await open(emptySnapshot());
    expect(wrapper.find('form').exists()).toBe(true);
    const { session, connection } = busyFloor(now);
    bridge.tell({ type: 'sessionChanged', session }, { type: 'connectionChanged', connection });
    await flushPromises();
    expect(wrapper.find('form').exists()).toBe(false);
    expect(wrapper.get('header').text()).toContain('Practice floor');
  });

  it('goes to its places by key', async () => {
    const { press, current } = await open();
    expect(current()).toBe('Chats');
    await press('2', { ctrlKey: true });
    expect(current()).toBe('Agents');
    await press(',', { ctrlKey: true });
    expect(current()).toBe('Settings');
  });

  it('steps back to silent in the selected chat by Escape, and only where somebody sees the supervisor', async () => {
    const { press, asked, settle } = await open();
    useChatsStore().select(kim);
    await flushPromises();
    await press('Escape');
    expect(asked('chats.monitor')).toMatchObject([{ chatId: kim }]);
    await settle();
    await press('Escape');
    expect(asked('chats.monitor')).toHaveLength(1);
  });

  it('counts where customers see the supervisor, and steps back from all of it', async () => {
    const { wrapper, asked, settle } = await open();
    const button = wrapper.get('[data-testid="visible-to-customers"]');
    expect(button.text()).toBe('Customers can see you in 1 chat');
    await button.trigger('click');
    await flushPromises();
    expect(asked('stepBack.begin')).toEqual([{ scope: 'customers' }]);
    expect(wrapper.get('[data-testid="visible-to-customers"]').text()).toBe('Returning to monitoring…');
    await settle();
    expect(wrapper.find('[data-testid="visible-to-customers"]').exists()).toBe(false);
  });

  it('says what is old and why, and nothing when it is not', async () => {
    const { wrapper, bridge } = await open();
    expect(wrapper.find('[data-testid="stale-banner"]').exists()).toBe(false);
    bridge.tell({
      type: 'connectionChanged',
      connection: { phase: 'offline', reason: 'networkDown', lastSuccessAt: now, nextAttemptAt: now + 3_000 },
    });
    await flushPromises();
    expect(wrapper.get('[data-testid="stale-banner"]').text()).toContain(
      'No network connection. Check this computer’s network.',
    );
  });

  it('does what tray, menu and notifications ask', async () => {
    const { bridge, current } = await open();
    bridge.push('shell.action', { type: 'openSettings' });
    await flushPromises();
    expect(current()).toBe('Settings');
    bridge.push('shell.action', { type: 'openChat', chatId: kim });
    await flushPromises();
    expect([current(), useChatsStore().selectedId]).toEqual(['Chats', kim]);
  });

  it('says so and shows the list when the chat of a notification is gone', async () => {
    const { bridge, current } = await open();
    useChatsStore().select(kim);
    bridge.push('shell.action', { type: 'openSettings' });
    await flushPromises();
    bridge.push('shell.action', { type: 'openChat', chatId: 'gone' });
    await flushPromises();
    expect([current(), useChatsStore().selectedId]).toEqual(['Chats', null]);
    expect(document.body.textContent).toContain('This chat is no longer available.');
  });

  it('opens a chat that begins with changes which a hidden page applies later', async () => {
    const { bridge } = await open();
    const expecting: (() => void)[] = [];
    useFloorSyncStore().follow((callback) => expecting.push(callback));
    bridge.push('shell.action', { type: 'openChat', chatId: 'new' });
    const [chat] = busyFloor(now).chats;
    if (chat === undefined) throw new Error('a busy floor has chats');
    bridge.tell({ type: 'chatChanged', chat: { ...chat, id: 'new' } });
    for (const callback of expecting) callback();
    await flushPromises();
    expect(useChatsStore().selectedId).toBe('new');
  });

  it('lists every key by "?"', async () => {
    const { press } = await open();
    await press('?', { shiftKey: true });
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Return to monitoring');
  });
});

describe('a part that fails', () => {
  it('is replaced by a card that says so, and comes back when asked', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    let isBroken = true;
    const part = () => {
      if (isBroken) throw new Error('cannot draw');
      return h('p', 'drawn');
    };
    const host = () => h(ErrorBoundary, null, { default: () => h(part) });
    const { wrapper } = mountOnFloor(host, { snapshot: busyFloor(now) });
    await flushPromises();
    expect(wrapper.text()).toContain('Something went wrong here');
    expect(wrapper.text()).toContain('Your connection isn’t affected: Live');
    expect(reported).toHaveBeenCalledTimes(1);
    isBroken = false;
    await wrapper.get('button').trigger('click');
    expect(wrapper.text()).toBe('drawn');
    vi.unstubAllGlobals();
  });
});

describe('notices', () => {
  it('go by themselves, but not while the hand is on them', async () => {
    const { wrapper } = mountOnFloor(ToastHost, { snapshot: busyFloor(now) });
    useToastsStore().addProblem({ code: 'command.refused', serverMessage: 'No <b>way</b>' });
    await wrapper.vm.$nextTick();
    expect(wrapper.text()).toContain('Server message: “No <b>way</b>”');
    await wrapper.get('.toast').trigger('pointerenter');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(useToastsStore().toasts).toHaveLength(1);
    await wrapper.get('.toast').trigger('pointerleave');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(useToastsStore().toasts).toHaveLength(0);
  });

  it('say the same sentence once, with how often it was said, and go together', async () => {
    const { wrapper } = mountOnFloor(ToastHost, { snapshot: busyFloor(now) });
    for (let time = 0; time < 3; time += 1) useToastsStore().addProblem({ code: 'command.forbidden' });
    await wrapper.vm.$nextTick();
    expect(wrapper.findAll('.toast')).toHaveLength(1);
    expect(wrapper.text()).toContain('(3 times)');
    await wrapper.get('.toast button').trigger('click');
    expect(useToastsStore().toasts).toHaveLength(0);
  });
});
