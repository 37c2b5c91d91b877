import { describe, expect, it } from 'vitest';
import { trayStateOf } from '../../../../main/electron/tray/tray-state';
import { chatOf, connectionOf, floorOf } from '../../../support/electron/floor-pictures';

describe('trayStateOf', () => {
  it.each([
    ['live', 'live'],
    ['connecting', 'live'],
    ['catchingUp', 'live'],
    ['stale', 'attention'],
    ['offline', 'offline'],
    ['signedOut', 'offline'],
  ] as const)('shows %s as %s while nobody sees the supervisor', (phase, icon) => {
    expect(trayStateOf(floorOf({ connection: connectionOf(phase), chats: [chatOf()] })).icon).toBe(icon);
  });

  it.each([
    ['coach', 'Agents can see you in 1 chat'],
    ['bargeIn', 'Customers can see you in 1 chat'],
  ] as const)('shows %s as visible, says who sees it and offers the way back', (mode, seen) => {
    const state = trayStateOf(
      floorOf({ chats: [chatOf({ mode }), chatOf({ id: '2', state: 'invited', mode: null })] }),
    );
    expect(state).toEqual({
      icon: 'visible',
      tooltip: `Sightline: Live · ${seen} · 1 invitation`,
      connection: `Live · ${seen} · 1 invitation`,
      canStepBack: true,
    });
  });

  it('never takes a mode the server has not said for hidden', () => {
    const state = trayStateOf(floorOf({ chats: [chatOf({ mode: null })] }));
    expect(state).toMatchObject({ icon: 'visible', canStepBack: true });
    expect(state.connection).toBe('Live · Customers may see you in 1 chat (not confirmed)');
    const both = trayStateOf(floorOf({ chats: [chatOf({ mode: null }), chatOf({ id: '2', mode: 'bargeIn' })] }));
    expect(both.connection).toBe(
      'Live · Customers can see you in 1 chat · Customers may see you in 1 chat (not confirmed)',
    );
  });

  it('asks for attention when somebody is invited', () => {
    expect(trayStateOf(floorOf({ chats: [chatOf({ state: 'invited', mode: null })] })).icon).toBe('attention');
  });

  it('does not count a mode held in a chat that is over', () => {
    expect(trayStateOf(floorOf({ chats: [chatOf({ state: 'finished', mode: 'bargeIn' })] })).icon).toBe('live');
  });

  it('offers the return to monitoring to whoever is signed in: watches may still lead to visible chats', () => {
    expect(trayStateOf(floorOf({ chats: [] })).canStepBack).toBe(true);
    expect(trayStateOf(floorOf({ connection: connectionOf('signedOut') })).canStepBack).toBe(false);
  });

  it('names neither customers nor agents', () => {
    const { tooltip } = trayStateOf(floorOf({ chats: [chatOf({ mode: 'bargeIn' })] }));
    expect(tooltip).not.toMatch(/Kim|Ana/);
  });
});
