import { describe, expect, it } from 'vitest';
import { fallbackPageState } from '../../../main/windows/fallback-page-state';
import type { StepBackState } from '../../../preload/contract';
import { chatOf, connectionOf, floorOf } from '../../support/electron/floor-pictures';

const seen = [chatOf({ id: 'coached', mode: 'coach' }), chatOf({ id: 'barged', mode: 'bargeIn' })];

const steppingBack = (outcome: StepBackState['outcome']): StepBackState => ({
  ...{ number: 1, scope: 'everyone', items: [], outcome },
});

describe('fallbackPageState', () => {
  it('returns the connection of the tray, the number of visible chats and the number of drafts', () => {
    const chats = [...seen, chatOf({ id: 'silent' }), chatOf({ id: 'over', mode: 'bargeIn', state: 'finished' })];
    expect(fallbackPageState(floorOf({ chats, connection: connectionOf('stale') }), 3)).toEqual({
      status: 'Not updating · Customers can see you in 1 chat · Agents can see you in 1 chat',
      icon: 'visible',
      visibleCount: 2,
      isSteppingBack: false,
      draftCount: 3,
    });
  });

  it('reports a step back in progress', () => {
    const isSteppingBack = (outcome: StepBackState['outcome']): boolean =>
      fallbackPageState(floorOf({ chats: seen, stepBack: steppingBack(outcome) }), 0).isSteppingBack;
    expect([isSteppingBack('working'), isSteppingBack('failed')]).toEqual([true, false]);
  });

  it('reports no step back when no one sees the supervisor', () => {
    expect(fallbackPageState(floorOf({ chats: [chatOf()] }), 0)).toMatchObject({
      visibleCount: 0,
      isSteppingBack: false,
    });
  });
});
