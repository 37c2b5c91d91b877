import { describe, expect, it } from 'vitest';
import { allRights } from '../../../../../preload/contract/rights';
import { modeOptionsFor } from '../../../../../renderer/domain/modes/mode-option';
import type { ModeOfferRequest } from '../../../../../renderer/domain/modes/mode-option';
import { liveChat } from '../seeds';

function reasons(changes: Partial<ModeOfferRequest>): (string | null)[] {
  return modeOptionsFor({ chat: liveChat(), connection: 'live', pendingMode: null, rights: allRights, ...changes }).map(
    ({ reason }) => reason,
  );
}

describe('modeOptionsFor', () => {
  it('offers what the server offers', () => {
    expect(reasons({})).toEqual([null, null, null]);
    expect(reasons({ chat: liveChat({ allowedActions: ['switchToCoach'] }) })).toEqual([null, null, 'notOffered']);
  });

  it('marks as confirmed only what the server confirmed', () => {
    const offers = modeOptionsFor({
      chat: liveChat({ mode: null, allowedActions: [] }),
      connection: 'live',
      pendingMode: 'coach',
      rights: allRights,
    });
    expect(offers.map(({ isConfirmed }) => isConfirmed)).toEqual([false, false, false]);
  });

  it('keeps the way back to silent open while a louder mode is on its way', () => {
    const chat = liveChat({ mode: 'coach', allowedActions: ['switchToMonitor', 'switchToBargeIn'] });
    expect(reasons({ chat, pendingMode: 'bargeIn' })).toEqual([null, null, 'underWay']);
    expect(reasons({ chat, pendingMode: 'monitor' })[0]).toBe('underWay');
  });

  it.each([
    [{ chat: liveChat({ state: 'revoked' as const }) }, 'ended'],
    [{ chat: liveChat({ state: 'invited' as const }) }, 'invited'],
    [{ rights: { ...allRights, mayBargeIn: false } }, 'notAllowed'],
    [{ connection: 'stale' as const }, 'offline'],
    [{ connection: 'offline' as const }, 'offline'],
    [{ pendingMode: 'coach' as const }, 'underWay'],
    [{ chat: liveChat({ mode: null, allowedActions: [] }) }, 'notConfirmed'],
  ])('says why barge-in is not offered (%#)', (changes, reason) => {
    expect(reasons(changes)[2]).toBe(reason);
  });
});
