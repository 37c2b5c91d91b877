import { describe, expect, it } from 'vitest';
import { fallbackPageState } from '../../../main/fallback-page-state';
import type { StepBackState } from '../../../preload/contract';
import { chatOf, connectionOf, floorOf } from '../../support/electron/floor-pictures';

const seen = [chatOf({ id: 'coached', mode: 'coach' }), chatOf({ id: 'barged', mode: 'bargeIn' })];

const steppingBack = (outcome: StepBackState['outcome']): StepBackState => ({
  ...{ number: 1, scope: 'everyone', items: [], outcome },
});

describe('fallbackPageState', () => {
  it('tells the connection as the tray does, in how many chats anybody sees the supervisor, and what is unsent', () => {
    const chats = [...seen, chatOf({ id: 'silent' }), chatOf({ id: 'over', mode: 'bargeIn', state: 'finished' })];
    expect(fallbackPageState(floorOf({ chats, connection: connectionOf('stale') }), 3)).toEqual({
      standing: 'Not updating · Customers can see you in 1 chat · Agents can see you in 1 chat',
      icon: 'visible',
      visibleCount: 2,
      isSteppingBack: false,
      draftCount: 3,
    });
  });

  it('is stepping back while main works on it', () => {
    const isSteppingBack = (outcome: StepBackState['outcome']): boolean =>
      fallbackPageState(floorOf({ chats: seen, stepBack: steppingBack(outcome) }), 0).isSteppingBack;
    expect([isSteppingBack('working'), isSteppingBack('failed')]).toEqual([true, false]);
  });

  it('is not stepping back where nobody sees the supervisor', () => {
    expect(fallbackPageState(floorOf({ chats: [chatOf()] }), 0)).toMatchObject({
      visibleCount: 0,
      isSteppingBack: false,
    });
  });
});
