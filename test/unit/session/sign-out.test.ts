import { describe, expect, it } from 'vitest';
import { controlOnPaper, serverTarget } from '../../support/electron/session-on-paper';

describe('sign-out', () => {
  it('leaves the server first, then stops the practice floor', async () => {
    const { control, platform, practice, record } = controlOnPaper();
    await control.signIn({ kind: 'practice' });
    expect(await control.signOut()).toEqual({ ok: true, value: null });
    expect(platform.steps).toEqual(['signOut']);
    expect(practice.steps).toEqual(['start', 'stop']);
    expect(record.session.phase).toBe('signedOut');
  });

  it('says whether the server confirmed it, except on the practice floor, which ends with it', async () => {
    const { control, platform, record } = controlOnPaper();
    const reasons: unknown[] = [];
    for (const isReached of [true, false]) {
      platform.isReached = isReached;
      for (const where of [serverTarget(), { kind: 'practice' } as const]) {
        await control.signIn(where);
        await control.signOut();
        reasons.push(record.endReason);
      }
    }
    expect(reasons).toEqual([undefined, undefined, 'signOutNotConfirmed', undefined]);
  });

  it('does nothing when signed out', async () => {
    const { control } = controlOnPaper();
    expect(await control.signOut()).toEqual({ ok: false, error: { code: 'session.signedOut' } });
  });
});
