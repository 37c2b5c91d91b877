import { describe, expect, it } from 'vitest';
import { trayStateOf as stateOf, type TrayState } from '../../../main/shell/tray-state';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { Snapshot } from '../../../preload/contract';
import { chatOf, connectionOf, floorOf } from '../../support/electron/floor-pictures';
import { attentionFor } from '../../support/renderer/attentive-floor';

const { levels } = defaultSettings.alerts;

function trayStateOf(floor: Snapshot): TrayState {
  return stateOf(floor, { levels, now: 10 * 60_000 });
}

describe('trayStateOf', () => {
  it.each([
    ['live', 'live'],
    ['connecting', 'catchingUp'],
    ['catchingUp', 'catchingUp'],
    ['interrupted', 'catchingUp'],
    ['stale', 'stale'],
    ['offline', 'offline'],
    ['signedOut', 'offline'],
  ] as const)('shows %s as %s while no one sees the supervisor', (phase, icon) => {
    expect(trayStateOf(floorOf({ connection: connectionOf(phase), chats: [chatOf()] })).icon).toBe(icon);
  });

  it.each([
    ['coach', 'Agents can see you in 1 chat'],
    ['bargeIn', 'Customers can see you in 1 chat'],
  ] as const)('shows %s as visible, names who sees the supervisor and offers the step back', (mode, seen) => {
    const state = trayStateOf(
      floorOf({ chats: [chatOf({ mode }), chatOf({ id: '2', state: 'invited', mode: null })] }),
    );
    expect(state).toEqual({
      icon: 'visible',
      tooltip: `Sightline: Live · ${seen} · 1 invitation`,
      connection: `Live · ${seen} · 1 invitation`,
      canStepBack: true,
      count: 0,
      top: [],
    });
  });

  it('counts the chats that need attention and lists the five most urgent with reason and age', () => {
    const waiting = Array.from({ length: 7 }, (_, index) => ({
      ...attentionFor(`${index}`, { rule: 'customerWaiting', severity: 'hot', since: index * 60_000 }),
      score: index,
    }));
    const chats = waiting.map(({ chatId }) => chatOf({ id: chatId, agentName: chatId === '6' ? 'Ana\u202E' : 'Bo' }));
    const floor = floorOf({ chats, attention: waiting });
    const state = trayStateOf(floor);
    expect([state.icon, state.count, state.tooltip]).toEqual([
      'attention',
      7,
      'Sightline: Live · not visible · 7 chats need attention',
    ]);
    expect(state.top.map(({ chatId }) => chatId)).toEqual(['6', '5', '4', '3', '2']);
    expect(state.top[0]?.label).toBe('Ana · the customer has been waiting too long · 4 min');
    const isOff = { ...levels, customerWaiting: 'off' } as const;
    expect(stateOf(floor, { levels: isOff, now: 0 })).toMatchObject({ count: 0, top: [] });
  });

  it('treats an unknown mode as visible', () => {
    const state = trayStateOf(floorOf({ chats: [chatOf({ mode: null })] }));
    expect(state).toMatchObject({ icon: 'visible', canStepBack: true });
    expect(state.connection).toBe('Live · Customers may see you in 1 chat (not confirmed)');
    const both = trayStateOf(floorOf({ chats: [chatOf({ mode: null }), chatOf({ id: '2', mode: 'bargeIn' })] }));
    expect(both.connection).toBe(
      'Live · Customers can see you in 1 chat · Customers may see you in 1 chat (not confirmed)',
    );
  });

  it('asks for attention when there is an invitation', () => {
    expect(trayStateOf(floorOf({ chats: [chatOf({ state: 'invited', mode: null })] })).icon).toBe('attention');
  });

  it('does not count the mode of an ended chat', () => {
    expect(trayStateOf(floorOf({ chats: [chatOf({ state: 'finished', mode: 'bargeIn' })] })).icon).toBe('live');
  });

  it('offers the step back whenever signed in: watches may still lead to visible chats', () => {
    expect(trayStateOf(floorOf({ chats: [] })).canStepBack).toBe(true);
    expect(trayStateOf(floorOf({ connection: connectionOf('signedOut') })).canStepBack).toBe(false);
  });

  it('contains neither customers nor agents', () => {
    const { tooltip } = trayStateOf(floorOf({ chats: [chatOf({ mode: 'bargeIn' })] }));
    expect(tooltip).not.toMatch(/Kim|Ana/);
  });
});
