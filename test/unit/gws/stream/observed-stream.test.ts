import { describe, expect, it } from 'vitest';
import { ObservedStream } from '../../../../main/gws/stream/observed-stream';
import { streamProblem } from '../../../../main/gws/stream/stream-problem';
import { VirtualClock } from '../../../support/virtual-clock';

function bench() {
  const clock = new VirtualClock();
  const passedOn: unknown[] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]): void =>
      void passedOn.push([name, ...values]);
  const stream = new ObservedStream(
    {
      onSubscribed: note('subscribed'),
      onPoll: note('poll'),
      onMessages: note('messages'),
      onInterrupted: note('interrupted'),
    },
    clock,
  );
  return { clock, passedOn, stream };
}
const problem = streamProblem('proxySignIn', 'tryAgain', { values: { host: 'p' } });

describe('ObservedStream', () => {
  it('passes everything on to its listener', () => {
    const { passedOn, stream } = bench();
    stream.onSubscribed();
    stream.onPoll();
    stream.onMessages(['one']);
    stream.onInterrupted(problem, true, 7);
    expect(passedOn).toEqual([['subscribed'], ['poll'], ['messages', ['one']], ['interrupted', problem, true, 7]]);
  });

  it('knows nothing before anything happened', () => {
    expect(bench().stream.facts()).toEqual({
      ...{ subscribedAt: null, pollCount: 0, lastHeldMs: null, lastEventAt: null, problem: null },
    });
  });

  it('counts polls and says how long the last one was held', () => {
    const { clock, stream } = bench();
    const start = clock.now();
    stream.onSubscribed();
    clock.advance(100);
    stream.onPoll();
    expect(stream.facts()).toMatchObject({ subscribedAt: start, pollCount: 1, lastHeldMs: null });
    clock.advance(5_000);
    stream.onPoll();
    stream.onMessages([]);
    expect(stream.facts()).toMatchObject({ pollCount: 2, lastHeldMs: 5_000, lastEventAt: start + 5_100 });
  });

  it('says what interrupts it, until it is subscribed or polled again', () => {
    const { clock, stream } = bench();
    const start = clock.now();
    stream.onSubscribed();
    stream.onPoll();
    stream.onInterrupted(problem, false, null);
    expect(stream.facts()).toMatchObject({
      ...{ subscribedAt: null, problem: { reason: 'proxySignIn', values: { host: 'p' } } },
    });
    clock.advance(300);
    stream.onPoll();
    expect(stream.facts()).toMatchObject({ subscribedAt: start + 300, lastHeldMs: null, problem: null });
    stream.onInterrupted(streamProblem('noAnswer', 'tryAgain'), false, null);
    expect(stream.facts().problem).toEqual({ reason: 'noAnswer' });
    stream.onSubscribed();
    expect(stream.facts()).toMatchObject({ subscribedAt: start + 300, problem: null });
  });

  it('calls back after each change, until it is no longer observed', () => {
    const { stream } = bench();
    const polls: number[] = [];
    const stop = stream.subscribe(() => polls.push(stream.facts().pollCount));
    stream.onPoll();
    stream.onPoll();
    stop();
    stream.onPoll();
    expect(polls).toEqual([1, 2]);
  });
});
