import { expect, test } from 'vitest';
import type { ProcessReport } from '../../../main/practice/process';
import { serveParent } from '../../../main/practice/process';

/** The parent's side of the message port. */
class ParentSide {
  #listener: (event: { readonly data: unknown }) => void = () => undefined;
  #waiting: ((report: ProcessReport) => void)[] = [];

  on(_event: 'message', listener: (event: { readonly data: unknown }) => void): void {
    this.#listener = listener;
  }

  postMessage(report: ProcessReport): void {
    this.#waiting.shift()?.(report);
  }

  order(data: unknown): Promise<ProcessReport> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#listener({ data });
    });
  }
}

const still = { chats: 0, rate: 0, timeScale: 0 };

test('starts and stops a server for the parent, one order after the other', async () => {
  const parent = new ParentSide();
  serveParent(parent);
  const started = await parent.order({ type: 'start', options: still });
  if (started.type !== 'listening') throw new Error(JSON.stringify(started));
  const port = Number(new URL(started.url).port);
  expect((await fetch(`${started.url}/api/v2/diagnostics/version`)).status).toBe(200);
  const again = await parent.order({ type: 'start', options: { ...still, port } });
  expect(again).toEqual({ type: 'listening', url: started.url });
  expect(await parent.order({ type: 'stop' })).toEqual({ type: 'stopped' });
  await expect(fetch(started.url)).rejects.toThrow();
});

test('reports errors with a reason, and rejects invalid orders', async () => {
  const parent = new ParentSide();
  serveParent(parent);
  const failed = parent.order({ type: 'start', options: { ...still, host: '203.0.113.1' } });
  for (const nonsense of [null, 'start', { type: 'dance' }, { type: 'start' }]) void parent.order(nonsense);
  expect(await failed).toEqual({ type: 'failed', reason: expect.stringContaining('203.0.113.1') as unknown });
});
