import { describe, expect, it } from 'vitest';
import { modeOffers } from '../../../../renderer/domain/mode-offer';
import type { ModeOfferRequest } from '../../../../renderer/domain/mode-offer';
import { liveChat } from './seeds';

function reasons(wish: Partial<ModeOfferRequest>): (string | null)[] {
  return modeOffers({ chat: liveChat(), connection: 'live', pendingMode: null, ...wish }).map(({ reason }) => reason);
}

describe('modeOffers', () => {
  it('offers what the server offers', () => {
    expect(reasons({})).toEqual([null, null, null]);
    expect(reasons({ chat: liveChat({ can: ['switchToCoach'] }) })).toEqual([null, null, 'notOffered']);
  });

  it('marks as confirmed only what the server confirmed', () => {
    const offers = modeOffers({ chat: liveChat({ mode: null, can: [] }), connection: 'live', pendingMode: 'coach' });
    expect(offers.map(({ isConfirmed }) => isConfirmed)).toEqual([false, false, false]);
  });

  it('keeps the way back to silent open while a louder mode is on its way', () => {
    const chat = liveChat({ mode: 'coach', can: ['switchToMonitor', 'switchToBargeIn'] });
    expect(reasons({ chat, pendingMode: 'bargeIn' })).toEqual([null, null, 'underWay']);
    expect(reasons({ chat, pendingMode: 'monitor' })[0]).toBe('underWay');
  });

  it.each([
    [{ chat: liveChat({ state: 'revoked' as const }) }, 'ended'],
    [{ chat: liveChat({ state: 'invited' as const }) }, 'invited'],
    [{ connection: 'stale' as const }, 'offline'],
    [{ connection: 'offline' as const }, 'offline'],
    [{ pendingMode: 'coach' as const }, 'underWay'],
    [{ chat: liveChat({ mode: null, can: [] }) }, 'notConfirmed'],
  ])('says why barge-in is not offered (%#)', (wish, reason) => {
    expect(reasons(wish)[2]).toBe(reason);
  });
});
