import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../../../preload/contract';
import { ConnectionStatus } from '../../../../main/gws/stream/connection-status';
import { streamProblem } from '../../../../main/gws/stream/stream-problem';
import { VirtualClock } from '../../../support/virtual-clock';

function board() {
  const clock = new VirtualClock();
  const told: ConnectionState[] = [];
  return { clock, told, board: new ConnectionStatus(clock, (state) => told.push(state)) };
}

const phases = (told: readonly ConnectionState[]): readonly string[] =>
  told.map((state) => `${state.phase}/${state.reason}`);

describe('the connection shown', () => {
  it('is live no longer than fifteen seconds after the last good exchange, by itself', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.advance(14_999);
    expect(told.at(-1)?.phase).toBe('live');
    clock.advance(1);
    expect(told.at(-1)).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
  });

  it('is not live in any state it can be asked for once the last good exchange is old', () => {
    const { board: shown, clock } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(20_000);
    expect(shown.state.phase).toBe('stale');
  });

  it('tells that it is old the moment somebody says that time may have gone by, before any timer came round', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(3_600_000);
    expect(told.at(-1)?.phase).toBe('live');
    shown.recheck();
    expect(told.at(-1)).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
  });

  it('says nothing new when it is asked to look again and nothing has changed', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.advance(500);
    const before = told.length;
    shown.recheck();
    expect(told).toHaveLength(before);
  });

  it('is not fooled by a wall clock that is set back', () => {
    const { board: shown, clock } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    clock.jumpWall(-3_600_000);
    clock.advance(15_000);
    expect(shown.state.phase).toBe('stale');
  });

  it('tells a moved time of the last good exchange at most once a second, and tells the last one', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    const before = told.length;
    for (let step = 0; step < 100; step += 1) {
      clock.advance(50);
      shown.recordSuccess();
    }
    const last = clock.now();
    clock.advance(1_000);
    expect(told.length - before).toBeLessThanOrEqual(7);
    expect(told.at(-1)?.lastSuccessAt).toBe(last);
  });

  it('goes from catching up to stale when the line stays down', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    shown.down(streamProblem('serverBusy', 'tryAgain'), clock.now() + 500);
    clock.advance(15_000);
    expect(phases(told)).toEqual(['connecting/signedIn', 'live/healthy', 'catchingUp/serverBusy', 'stale/serverBusy']);
  });

  it('is offline with the reason at once when there is nothing to reach', () => {
    const { board: shown, clock, told } = board();
    shown.opening('signedIn');
    shown.recordSuccess();
    shown.up(true);
    shown.down(streamProblem('serverUnreachable', 'tryAgain', { isUnreachable: true }), clock.now() + 500);
    shown.down(streamProblem('certificate', 'tryAgain', { isUnreachable: true }), clock.now() + 500);
    expect(phases(told)).toEqual([
      'connecting/signedIn',
      'live/healthy',
      'offline/serverUnreachable',
      'offline/certificate',
    ]);
  });

  it('before it ever was live, is connecting, or offline where there is nothing to reach', () => {
    const { board: shown, told } = board();
    shown.opening('starting');
    shown.down(streamProblem('serverError', 'tryAgain'), null);
    shown.down(streamProblem('networkDown', 'tryAgain', { isUnreachable: true }), null);
    expect(phases(told)).toEqual(['connecting/starting', 'connecting/serverError', 'offline/networkDown']);
  });
});
