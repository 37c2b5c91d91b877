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
});
