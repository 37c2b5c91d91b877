import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { FloorChange, Snapshot, StepBackItem, StepBackState } from '../../../../preload/contract';
import AppShell from '../../../../renderer/app/AppShell.vue';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

const offline = { phase: 'offline', reason: 'networkDown', lastSuccessAt: now, nextAttemptAt: null } as const;
const chatItem: StepBackItem = {
  kind: 'chat',
  id: kim,
  customerName: 'Kim Delacroix',
  agentName: 'Ana Souza',
  status: 'requested',
  error: null,
};
const watchItem: StepBackItem = {
  kind: 'watch',
  id: 'ana',
  customerName: null,
  agentName: 'Ana Souza',
  status: 'requested',
  error: null,
};

/** A report of main, changed as a test wants it. */
function reported(changes: Partial<StepBackState> = {}): FloorChange {
  return {
    type: 'stepBackChanged',
    stepBack: { number: 1, scope: 'everyone', items: [chatItem], outcome: 'working', ...changes },
  };
}

async function open(snapshot: Snapshot = busyFloor(now)) {
  const floor = mountOnFloor(MainWindow, { snapshot, now: () => now });
  const { wrapper, bridge } = floor;
  await flushPromises();
  const press = async (target: Element = document.body): Promise<void> => {
    const key = { key: 'Escape', code: 'Escape', shiftKey: true, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', key));
    await flushPromises();
  };
  return {
    ...floor,
    press,
    settle: async () => {
      await floor.settle();
      await flushPromises();
    },
    report: () => wrapper.find('[data-testid="panic-report"]'),
    title: () => wrapper.get('[data-testid="panic-report"] h2').text(),
    lines: () =>
      wrapper
        .findAll('[data-testid="panic-report"] li')
        .map((line) => `${line.get('bdi').text()}: ${line.get('.status').text()}`),
    begun: () => bridge.asked.filter(({ name }) => name === 'stepBack.begin').map(({ request }) => request),
    tell: async (...changes: readonly FloorChange[]) => {
      bridge.tell(...changes);
      await flushPromises();
    },
  };
}

describe('the key that returns to monitoring in all chats', () => {
  it('begins it in main and draws each item until all are confirmed', async () => {
    const { press, title, lines, begun, settle } = await open();
    await press();
    expect(begun()).toEqual([{ scope: 'everyone' }]);
    expect([title(), ...lines()]).toEqual([
      '0 of 3 back to monitoring',
      'Kim Delacroix: Waiting for confirmation…',
      'T. Okafor: Waiting for confirmation…',
      'Jonas Weber: Switching new chats to Monitor…',
    ]);
    await settle();
    expect([title(), ...lines()]).toEqual([
      'Back to monitoring in all chats (3 items), confirmed by the server',
      'Kim Delacroix: Monitoring, confirmed',
      'T. Okafor: Monitoring, confirmed',
      'Jonas Weber: New chats are joined in Monitor, confirmed',
    ]);
  });

  it('works from a text field and below an open dialog, and takes no focus', async () => {
    const { press, begun } = await open();
    const field = document.createElement('textarea');
    const layer = document.createElement('div');
    layer.dataset['layer'] = '';
    document.body.append(field, layer);
    field.focus();
    await press(field);
    expect([begun().length, document.activeElement]).toEqual([1, field]);
    layer.remove();
    field.remove();
  });
});

describe('the report', () => {
  it('claims that no one sees the supervisor only when main confirmed it', async () => {
    const { title, tell } = await open();
    await tell(reported({ items: [] }));
    expect(title()).toBe('Checking with the server…');
    await tell(reported({ items: [], outcome: 'confirmed' }));
    expect(title()).toBe('You’re not visible in any chat or to any watched agent');
    await tell(reported({ items: [], outcome: 'notKnown' }), { type: 'connectionChanged', connection: offline });
    expect(title()).toBe('At the last update, you weren’t visible in any chat');
  });

  it('checks with the server while every item is done but not all is confirmed', async () => {
    const { title, tell } = await open();
    await tell(reported({ items: [{ ...watchItem, status: 'monitoring' }] }));
    expect(title()).toBe('Checking with the server…');
    await tell(reported({ items: [{ ...watchItem, status: 'monitoring' }], outcome: 'confirmed' }));
    expect(title()).toBe('Back to monitoring in all chats (1 item), confirmed by the server');
  });

  it('says what failed and why, and repeats it on request', async () => {
    const { title, lines, tell, wrapper, bridge } = await open();
    const failed = {
      ...chatItem,
      status: 'failed',
      error: { code: 'command.refused', serverMessage: 'No' },
    } as const;
    await tell(reported({ items: [failed, { ...watchItem, status: 'failed' }], outcome: 'failed' }));
    expect(title()).toBe('Still visible: 2 items need attention');
    expect(lines()[0]).toContain('Still visible');
    expect(lines()[0]).toContain('No');
    expect(lines()[1]).toContain('You’ll still be visible in new chats');
    await wrapper.get('[aria-label="Try again for Kim Delacroix"]').trigger('click');
    expect(bridge.asked.at(-1)).toEqual({ name: 'stepBack.retry', request: { kind: 'chat', id: kim } });
  });

  it('says what waits for the connection', async () => {
    const { lines, tell, report } = await open();
    await tell(reported({ items: [{ ...chatItem, status: 'unreachable' }] }), {
      type: 'connectionChanged',
      connection: offline,
    });
    expect(lines()).toEqual(['Kim Delacroix: Not reached. Will retry when the connection is back.']);
    expect([report().attributes('data-tone'), report().text().includes('No live connection.')]).toEqual(['warn', true]);
  });

  it('leaves a confirmed report on the screen for eight seconds, and longer under the pointer', async () => {
    const { press, report, settle } = await open();
    await press();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report().exists()).toBe(true);
    await settle();
    await report().trigger('pointerenter');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report().exists()).toBe(true);
    await report().trigger('pointerleave');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(report().exists()).toBe(false);
  });

  it('shows the next report after one was hidden', async () => {
    const { tell, report } = await open();
    await tell(reported({ items: [], outcome: 'confirmed' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(report().exists()).toBe(false);
    await tell(reported({ number: 2 }));
    expect(report().exists()).toBe(true);
  });
});

describe('the number of chats in which customers see the supervisor', () => {
  it.each(['Chats', 'Agents', 'Settings'])('is shown in %s, and steps back from them', async (place) => {
    const { wrapper, begun } = await open();
    await wrapper.get(`nav [aria-label="${place}"]`).trigger('click');
    const visible = wrapper.findComponent(AppShell).get('[data-testid="visible-to-customers"]');
    expect(visible.text()).toBe('Customers can see you in 1 chat');
    await visible.trigger('click');
    expect(begun()).toEqual([{ scope: 'customers' }]);
    expect(visible.attributes('aria-busy')).toBe('true');
  });
});
