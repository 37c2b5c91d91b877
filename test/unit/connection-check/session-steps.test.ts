import { expect, it } from 'vitest';
import { succeed } from '../../../main/base/result';
import { SessionSteps } from '../../../main/connection-check/session-steps';
import { ObservedStream } from '../../../main/gws/stream/observed-stream';
import { VirtualClock } from '../../support/virtual-clock';

it('says how long a poll was held only once two were seen', async () => {
  const clock = new VirtualClock();
  const ignore = (): void => undefined;
  const listener = { onSubscribed: ignore, onPoll: ignore, onMessages: ignore, onInterrupted: ignore };
  const stream = new ObservedStream(listener, clock);
  const traits = () => Promise.resolve(succeed({ keepsCookies: true, usesToken: true }));
  const steps = new SessionSteps({ baseUrl: 'https://gws.test', traits, stream }, clock);

  const first = steps.poll();
  stream.onPoll();
  expect(await first).toEqual({ is: 'passed', finding: 'pollAnsweredOnce', values: {} });

  const second = steps.poll();
  clock.advance(10_000);
  stream.onPoll();
  expect(await second).toEqual({ is: 'passed', finding: 'pollAnswered', values: { seconds: 10 } });
});
