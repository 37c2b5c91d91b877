import { expect, it } from 'vitest';
import { deferred } from '../../../../main/floor/commands/deferred';
import { WatchRequestQueue } from '../../../../main/floor/commands/watch-request-queue';
import { settle } from '../../../support/virtual-clock';

it('runs the requests of one agent one after another, also one that comes when the first is over', async () => {
  const queue = new WatchRequestQueue();
  const responses = [deferred<null>(), deferred<null>(), deferred<null>()] as const;
  const started: number[] = [];
  const enqueue = (number: 0 | 1 | 2): void => {
    void queue.enqueue('user-ada', () => {
      started.push(number);
      return responses[number].promise;
    });
  };
  enqueue(0);
  enqueue(1);
  expect(started).toEqual([0]);
  responses[0].resolve(null);
  await settle();
  enqueue(2);
  await settle();
  expect(started).toEqual([0, 1]);
  responses[1].resolve(null);
  await settle();
  expect(started).toEqual([0, 1, 2]);
});
