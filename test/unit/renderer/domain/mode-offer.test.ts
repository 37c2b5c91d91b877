import { describe, expect, it } from 'vitest';
import { modeOffers } from '../../../../renderer/domain/mode-offer';
import type { ModeOfferRequest } from '../../../../renderer/domain/mode-offer';
import { liveChat } from './seeds';

function reasons(wish: Partial<ModeOfferRequest>): (string | null)[] {
  return modeOffers({ chat: liveChat(), connection: 'live', isChangeUnderWay: false, ...wish }).map(({ reason }) => reason);
}

describe('modeOffers', () => {
  it('offers what the server offers', () => {
    expect(reasons({})).toEqual([null, null, null]);
    expect(reasons({ chat: liveChat({ can: ['switchToCoach'] }) })).toEqual([null, null, 'notOffered']);
  });

  it('marks as confirmed only what the server confirmed', () => {
    const offers = modeOffers({ chat: liveChat({ mode: null, can: [] }), connection: 'live', isChangeUnderWay: true });
    expect(offers.map(({ isConfirmed }) => isConfirmed)).toEqual([false, false, false]);
  });

  it.each([
    [{ chat: liveChat({ state: 'revoked' as const }) }, 'ended'],
    [{ chat: liveChat({ state: 'invited' as const }) }, 'invited'],
    [{ connection: 'stale' as const }, 'offline'],
    [{ connection: 'offline' as const }, 'offline'],
    [{ isChangeUnderWay: true }, 'underWay'],
    [{ chat: liveChat({ mode: null, can: [] }) }, 'notConfirmed'],
  ])('says why barge-in is not offered (%#)', (wish, reason) => {
    expect(reasons(wish)[2]).toBe(reason);
  });
});
