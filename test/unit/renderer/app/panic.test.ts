import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat, FloorChange, Snapshot } from '../../../../preload/contract';
import AppShell from '../../../../renderer/app/AppShell.vue';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const okafor = '0001Da9PFC930011';
let mounted: VueWrapper | null = null;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.useRealTimers();
});

const live = { phase: 'live', reason: 'healthy', lastGoodAt: now, nextAttemptAt: null } as const;
const offline = { phase: 'offline', reason: 'networkDown', lastGoodAt: now, nextAttemptAt: null } as const;

/** A floor on which nobody sees the supervisor. */
function quiet(): Snapshot {
  const floor = busyFloor(now);
  return {
    ...floor,
    chats: floor.chats.map((chat): Chat => (chat.mode === null ? chat : { ...chat, mode: 'monitor' })),
  };
}

async function open(snapshot: Snapshot = busyFloor(now)) {
  const floor = mountOnFloor(MainWindow, { snapshot, now: () => now });
  const { wrapper, bridge } = floor;
  mounted = wrapper;
  await afterAnswers(wrapper);
  const panic = async (target: Element = document.body): Promise<void> => {
    const press = { key: 'Escape', code: 'Escape', shiftKey: true, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', press));
    await afterAnswers(wrapper);
  };
  const settle = async (): Promise<void> => {
    await floor.settle();
    await afterAnswers(wrapper);
  };
  return {
    ...floor,
    panic,
    settle,
    report: () => wrapper.find('[data-testid="panic-report"]'),
    title: () => wrapper.get('[data-testid="panic-report"] h2').text(),
    lines: () =>
      wrapper
        .findAll('[data-testid="panic-report"] li')
        .map((line) => `${line.get('bdi').text()}: ${line.attributes('data-standing')}`),
    asked: () => bridge.asked.filter(({ name }) => name === 'chats.monitor').map(({ request }) => request),
    tell: async (...changes: readonly FloorChange[]) => {
      bridge.tell(...changes);
      await afterAnswers(wrapper);
    },
  };
}

describe('the panic key', () => {
  it('steps back from every chat, whoever sees the supervisor there, and reports each until it is confirmed', async () => {
    const { panic, title, lines, asked, settle } = await open();
    await panic();
    expect(asked()).toMatchObject([{ chatId: kim }, { chatId: okafor }]);
    expect([title(), ...lines()]).toEqual([
      'Silent in 0 of 2 chats so far',
      'Kim Delacroix: asking',
      'T. Okafor: asking',
    ]);
    await settle();
    expect([title(), ...lines()]).toEqual([
      'Silent again in all 2 chats, confirmed by the server',
      'Kim Delacroix: silent',
      'T. Okafor: silent',
    ]);
  });

  it('works from a text field and under an open dialog', async () => {
    const { panic, asked } = await open();
    const field = document.createElement('textarea');
    document.body.append(field);
    const layer = document.createElement('div');
    layer.dataset['layer'] = '';
    document.body.append(layer);
    await panic(field);
    layer.remove();
    field.remove();
    expect(asked()).toHaveLength(2);
  });

  it('takes no focus from where somebody writes', async () => {
    const { panic } = await open();
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    await panic(field);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('says so when there is nothing to step back from, and only claims what it can know', async () => {
    const { panic, title, asked, tell } = await open(quiet());
    await panic();
    expect([title(), asked()]).toEqual(['Nobody sees you in any chat', []]);
    await tell({ type: 'connectionChanged', connection: offline });
    expect(title()).toContain('when the console last heard from the server');
  });

  it('says what failed and why, and asks again when told to', async () => {
    const { panic, title, lines, asked, settle, bridge, wrapper } = await open();
    bridge.failNext.set('chats.monitor', 'command.refused');
    await panic();
    await settle();
    expect([title(), ...lines()]).toEqual(['Not silent in 1 chat', 'Kim Delacroix: failed', 'T. Okafor: silent']);
    expect(wrapper.get('[data-standing="failed"]').text()).toContain('The server refused.');
    await wrapper.get('[aria-label="Ask again for silence in the chat of Kim Delacroix"]').trigger('click');
    await settle();
    expect([asked().length, ...lines()]).toEqual([3, 'Kim Delacroix: silent', 'T. Okafor: silent']);
  });

  it('asks again by itself when the line is back, but not for what was refused', async () => {
    const { panic, lines, asked, settle, bridge, tell } = await open();
    await tell({ type: 'connectionChanged', connection: offline });
    bridge.failNext.set('chats.monitor', 'server.unreachable');
    await panic();
    expect(lines()).toContain('Kim Delacroix: unreachable');
    await tell({ type: 'connectionChanged', connection: live });
    expect(asked().filter((one) => (one as { chatId: string }).chatId === kim)).toHaveLength(2);
    await settle();
    expect(lines()).toEqual(['Kim Delacroix: silent', 'T. Okafor: silent']);
  });

  it('claims nothing without a line, and asks for whatever the return of the line shows to be visible', async () => {
    const { panic, title, lines, asked, tell, report, bridge } = await open(quiet());
    await tell({ type: 'connectionChanged', connection: offline });
    await panic();
    const catchingUp = { ...live, phase: 'catchingUp' } as const;
    await tell({ type: 'connectionChanged', connection: catchingUp });
    expect(title()).toContain('when the console last heard from the server');
    const [joined] = bridge.snapshot.chats;
    if (joined === undefined) throw new Error('the busy floor has chats');
    const loud = { ...joined, state: 'active', mode: 'bargeIn', can: ['switchToMonitor'], endedAt: null } as const;
    await tell({ type: 'chatChanged', chat: loud }, { type: 'connectionChanged', connection: live });
    expect(asked()).toMatchObject([{ chatId: joined.id }]);
    expect([report().attributes('data-tone'), ...lines()]).toEqual(['busy', `${joined.customerName}: asking`]);
  });

  it('says that nobody sees one as soon as the server was heard again', async () => {
    const { panic, title, asked, tell } = await open(quiet());
    await tell({ type: 'connectionChanged', connection: offline });
    await panic();
    await tell({ type: 'connectionChanged', connection: live });
    expect([title(), asked()]).toEqual(['Nobody sees you in any chat', []]);
  });

  it('never asks twice for what is under way', async () => {
    const { panic, asked } = await open();
    await panic();
    await panic();
    expect(asked()).toHaveLength(2);
  });

  it('takes in a chat that turns visible while it is not over', async () => {
    const { panic, lines, tell, bridge } = await open();
    await panic();
    const [silent] = bridge.snapshot.chats.filter(({ mode }) => mode === 'monitor');
    if (silent === undefined) throw new Error('the busy floor has silent chats');
    await tell({ type: 'chatChanged', chat: { ...silent, mode: 'coach', can: ['switchToMonitor'] } });
    expect(lines()).toHaveLength(3);
  });

  it('goes by itself when all is confirmed, but not from under the hand', async () => {
    const { panic, report, settle, wrapper } = await open();
    await panic();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report().exists()).toBe(true);
    await settle();
    await report().trigger('pointerenter');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report().exists()).toBe(true);
    await report().trigger('pointerleave');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wrapper.find('[data-testid="panic-report"]').exists()).toBe(false);
  });

  it('names the watches that would make the supervisor visible again, and silences them', async () => {
    const floor = busyFloor(now);
    const [watch] = floor.watches;
    if (watch === undefined) throw new Error('the busy floor has watches');
    const { panic, wrapper, bridge } = await open({ ...floor, watches: [{ ...watch, mode: 'bargeIn' }] });
    await panic();
    const note = wrapper.get('[data-testid="panic-report"] .watches');
    expect(note.text()).toContain('Coming chats of 1 agent are still joined so that you are seen.');
    await note.get('button').trigger('click');
    expect(bridge.asked.at(-1)).toMatchObject({
      name: 'agents.watch',
      request: { agentId: watch.agentId, mode: 'monitor', scope: watch.scope },
    });
  });
});

describe('the sum of chats in which customers see one', () => {
  it.each(['Chats', 'Agents', 'Settings'])('is in sight in %s', async (place) => {
    const { wrapper } = await open();
    await wrapper.get(`nav [aria-label="${place}"]`).trigger('click');
    expect(wrapper.findComponent(AppShell).get('[data-testid="visible-to-customers"]').text()).toBe(
      'Customers see you in 1 chat',
    );
  });
});
