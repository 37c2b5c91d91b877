import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../../../preload/contract';
import { ConnectionStatus } from '../../../../main/gws/stream/connection-status';
import { streamProblem } from '../../../../main/gws/stream/stream-problem';
import { VirtualClock } from '../../../support/virtual-clock';

function board() {
  const clock = new VirtualClock();
  const published: ConnectionState[] = [];
  return { clock, published, board: new ConnectionStatus(clock, (state) => published.push(state)) };
}

const phases = (published: readonly ConnectionState[]): readonly string[] =>
  published.map((state) => `${state.phase}/${state.reason}`);

describe('ConnectionStatus', () => {
  it('stops being live fifteen seconds after the last successful exchange', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.advance(14_999);
    expect(published.at(-1)?.phase).toBe('live');
    clock.advance(1);
    expect(published.at(-1)).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
  });

  it('is never live in any state once the last successful exchange is old', () => {
    const { board: shown, clock } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(20_000);
    expect(shown.state.phase).toBe('stale');
  });

  it('reports old data at once when time may have passed, before any timer fires', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(3_600_000);
    expect(published.at(-1)?.phase).toBe('live');
    shown.recheck();
    expect(published.at(-1)).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
  });

  it('publishes nothing when rechecked without a change', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.advance(500);
    const before = published.length;
    shown.recheck();
    expect(published).toHaveLength(before);
  });

  it('ignores a wall clock that is set back', () => {
    const { board: shown, clock } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(-3_600_000);
    clock.advance(15_000);
    expect(shown.state.phase).toBe('stale');
  });

  it('publishes a changed time of the last exchange at most once a second, and finally the latest', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    const before = published.length;
    for (let step = 0; step < 100; step += 1) {
      clock.advance(50);
      shown.recordSuccess();
    }
    const last = clock.now();
    clock.advance(1_000);
    expect(published.length - before).toBeLessThanOrEqual(7);
    expect(published.at(-1)?.lastSuccessAt).toBe(last);
  });

  it('goes from interrupted to stale when the link stays down', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    shown.down(streamProblem('serverBusy', 'tryAgain'), clock.now() + 500);
    clock.advance(15_000);
    expect(phases(published)).toEqual([
      'connecting/signedIn',
      'live/healthy',
      'interrupted/serverBusy',
      'stale/serverBusy',
    ]);
  });

  it('is offline with the reason at once when the server is unreachable', () => {
    const { board: shown, clock, published } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    shown.down(streamProblem('serverUnreachable', 'tryAgain', { isUnreachable: true }), clock.now() + 500);
    shown.down(streamProblem('certificate', 'tryAgain', { isUnreachable: true }), clock.now() + 500);
    expect(phases(published)).toEqual([
      'connecting/signedIn',
      'live/healthy',
      'offline/serverUnreachable',
      'offline/certificate',
    ]);
  });

  it('is connecting before the first live state, or offline when the server is unreachable', () => {
    const { board: shown, published } = board();
    shown.opening('starting');
    shown.down(streamProblem('serverError', 'tryAgain'), null);
    shown.down(streamProblem('networkDown', 'tryAgain', { isUnreachable: true }), null);
    expect(phases(published)).toEqual(['connecting/starting', 'connecting/serverError', 'offline/networkDown']);
  });

  /** A connection that is live. */
  function live() {
    const bench = board();
    bench.board.opening('signedIn');
    bench.board.recordSuccess();
    bench.board.up(true);
    return bench;
  }
  const problem = streamProblem('proxySignIn', 'tryAgain', { values: { host: 'one' } });

  it('says at once what changed besides phase and reason, and nothing twice', () => {
    const { board: shown, clock, published } = live();
    const failing = { lastSuccessAt: null, failingSince: clock.now() };
    const changes = [
      () => shown.setClockOffset(700),
      () => shown.setShortenedHold(2_400),
      () => shown.source('requests', failing),
      () => shown.source('agents', failing),
      () => shown.down(problem, 5),
      () => shown.down(problem, 6),
      () => shown.down({ ...problem, values: { host: 'two' } }, 6),
    ];
    for (const change of changes) {
      const before = published.length;
      change();
      change();
      expect(published).toHaveLength(before + 1);
    }
    expect(published.at(-1)).toEqual({
      ...{ phase: 'interrupted', reason: 'proxySignIn', reasonValues: { host: 'two' }, nextAttemptAt: 6 },
      ...{ lastSuccessAt: clock.now(), serverClockOffsetMs: 700, shortenedHoldMs: 2_400 },
      sources: { requests: failing, agents: failing },
    });
  });

  it('names neither an offset nor a hold when there is none', () => {
    const { board: shown } = live();
    shown.setClockOffset(700);
    shown.setShortenedHold(2_400);
    shown.setClockOffset(0);
    shown.setShortenedHold(null);
    expect(Object.keys(shown.state).sort()).toEqual(['lastSuccessAt', 'nextAttemptAt', 'phase', 'reason']);
  });

  it('starts over at a sign-in', () => {
    const { board: shown } = live();
    shown.source('agents', { lastSuccessAt: 7, failingSince: 8 });
    shown.opening('starting');
    expect(shown.state).toEqual({
      ...{ phase: 'connecting', reason: 'starting', lastSuccessAt: null, nextAttemptAt: null },
    });
    shown.down(problem, null);
    expect(shown.state.phase).toBe('connecting');
  });

  it('takes over the age and the agents of a failed connection, and nothing of its requests', () => {
    const { board: failed, clock } = live();
    const failing = { lastSuccessAt: 7, failingSince: 8 };
    failed.source('agents', failing);
    failed.source('requests', failing);
    const next = new ConnectionStatus(clock, () => undefined);
    next.takeOver(failed);
    expect(next.state).toEqual({
      ...{ phase: 'interrupted', reason: 'switchingServer', lastSuccessAt: clock.now(), nextAttemptAt: null },
      sources: { requests: { lastSuccessAt: null, failingSince: null }, agents: failing },
    });
  });

  it('counts as old when no clock can say how old it is, until the next exchange', () => {
    const { board: shown, published } = live();
    shown.invalidateAge();
    expect(published.at(-1)).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
    shown.recordSuccess();
    expect(published.at(-1)?.phase).toBe('live');
    const unused = board();
    unused.board.invalidateAge();
    expect(unused.board.state.lastSuccessAt).toBeNull();
  });

  it('waits for nothing after it is off, and before the first exchange', () => {
    const { board: shown, clock } = live();
    expect(clock.waiting).toEqual([15_000]);
    shown.off('signedOutByUser');
    expect([clock.waiting, shown.state.phase, shown.state.reason]).toEqual([[], 'signedOut', 'signedOutByUser']);
    const fresh = board();
    fresh.board.opening('starting');
    expect(fresh.clock.waiting).toEqual([]);
  });

  it('publishes a changed time alone a second after the last publication', () => {
    const { board: shown, clock, published } = live();
    const before = published.length;
    clock.advance(999);
    shown.recordSuccess();
    expect([published.length - before, clock.waiting]).toEqual([0, [1_000]]);
    clock.advance(1);
    shown.recordSuccess();
    expect([published.length - before, clock.waiting]).toEqual([1, [15_000]]);
  });
});
