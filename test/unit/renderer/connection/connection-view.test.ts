import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../../../preload/contract';
import { viewConnection } from '../../../../renderer/features/connection/connection-view';

const now = Date.UTC(2026, 10, 22, 21, 0);
const live: ConnectionState = { phase: 'live', reason: 'healthy', lastSuccessAt: now - 2_400, nextAttemptAt: null };

describe('the connection as shown', () => {
  it('is live with its age', () => {
    expect(viewConnection(live, now)).toMatchObject({ phase: 'live', ageSeconds: 2, isCurrent: true });
  });

  it('stops showing live after 15 s without an exchange, even if main reports nothing', () => {
    const silent = { ...live, lastSuccessAt: now };
    expect(viewConnection(silent, now + 14_999)).toMatchObject({ phase: 'live' });
    expect(viewConnection(silent, now + 15_000)).toMatchObject({
      phase: 'stale',
      reason: 'noAnswer',
      isCurrent: false,
    });
  });

  it('is not current while the list of agents is old, but stale once the stream is as well', () => {
    const sources = {
      requests: { lastSuccessAt: null, failingSince: null },
      agents: { lastSuccessAt: now - 75_000, failingSince: now - 60_000 },
    };
    const view = { phase: 'partly', ageSeconds: 75, isCurrent: false };
    expect(viewConnection({ ...live, sources }, now)).toMatchObject(view);
    const later = { phase: 'stale', reason: 'noAnswer', ageSeconds: 22 };
    expect(viewConnection({ ...live, sources }, now + 20_000)).toMatchObject(later);
  });

  it('counts down to the next attempt and stops at zero', () => {
    const offline: ConnectionState = { ...live, phase: 'offline', reason: 'networkDown', nextAttemptAt: now + 4_200 };
    expect([0, 4_000, 9_000].map((later) => viewConnection(offline, now + later).retrySeconds)).toEqual([5, 1, 0]);
  });

  it('has no age before the first exchange, and none below zero when the clock was turned back', () => {
    expect(viewConnection({ ...live, phase: 'connecting', lastSuccessAt: null }, now).ageSeconds).toBeNull();
    expect(viewConnection({ ...live, lastSuccessAt: now + 60_000 }, now).ageSeconds).toBe(0);
  });
});
