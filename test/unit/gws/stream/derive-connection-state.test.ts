import { describe, expect, it } from 'vitest';
import {
  deriveConnectionState,
  freshnessLimitMs,
  type LinkState,
} from '../../../../main/gws/stream/derive-connection-state';

const healthy = { lastSuccessAt: null, failingSince: null };
const refusing = { lastSuccessAt: null, failingSince: 5 };
const down = { is: 'down', reason: 'serverError', isUnreachable: false, nextAttemptAt: 9 } as const;

function stateOf(changes: Partial<LinkState>): string {
  const { phase, reason } = deriveConnectionState({
    line: { is: 'up', isCaughtUp: true },
    hasBeenLive: true,
    lastSuccessAt: 7,
    ageMs: 0,
    sources: { requests: healthy, agents: healthy },
    ...changes,
  });
  return `${phase}/${reason}`;
}

describe('deriveConnectionState', () => {
  it.each<readonly [string, Partial<LinkState>]>([
    ['signedOut/neverSignedIn', { line: { is: 'off', reason: 'neverSignedIn' } }],
    ['connecting/starting', { line: { is: 'opening', reason: 'starting' } }],
    ['live/healthy', {}],
    ['live/healthy', { ageMs: freshnessLimitMs - 1 }],
    ['stale/noAnswer', { ageMs: freshnessLimitMs }],
    ['stale/noAnswer', { ageMs: null }],
    ['catchingUp/readingFloor', { line: { is: 'up', isCaughtUp: false } }],
    ['stale/requestsRefused', { sources: { requests: refusing, agents: healthy } }],
    [
      'catchingUp/readingFloor',
      { line: { is: 'up', isCaughtUp: false }, sources: { requests: refusing, agents: healthy } },
    ],
    ['live/healthy', { sources: { requests: healthy, agents: refusing } }],
    ['interrupted/serverError', { line: down }],
    ['stale/serverError', { line: down, ageMs: freshnessLimitMs }],
    ['connecting/serverError', { line: down, hasBeenLive: false }],
    ['offline/serverError', { line: { ...down, isUnreachable: true } }],
    ['offline/serverError', { line: { ...down, isUnreachable: true }, hasBeenLive: false }],
  ])('is %s (%#)', (expected, changes) => {
    expect(stateOf(changes)).toBe(expected);
  });

  const whole = (changes: Partial<LinkState>) =>
    deriveConnectionState({
      ...{ line: down, hasBeenLive: true, lastSuccessAt: 7, ageMs: 0, sources: { requests: healthy, agents: healthy } },
      ...changes,
    });

  it('passes on the last exchange, the next attempt and the values of the reason', () => {
    expect(whole({})).toEqual({ phase: 'interrupted', reason: 'serverError', lastSuccessAt: 7, nextAttemptAt: 9 });
    expect(whole({ line: { ...down, values: { host: 'h' } } }).reasonValues).toEqual({ host: 'h' });
  });

  it.each([
    ['a failing one', refusing],
    ['one that was read', { lastSuccessAt: 3, failingSince: null }],
  ])('names the sources as soon as there is %s', (_what, agents) => {
    const sources = { requests: healthy, agents };
    expect(whole({ sources }).sources).toEqual(sources);
    expect(whole({}).sources).toBeUndefined();
  });
});
