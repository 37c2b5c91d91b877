import { expect, it } from 'vitest';
import { assertNever } from '../../../main/base/assert-never';
import { runInBackground } from '../../../main/base/run-in-background';
import { createLogger, shortId, type LogLine } from '../../../main/base/log';
import { settle } from '../../support/virtual-clock';

function collecting(): { lines: LogLine[]; log: ReturnType<typeof createLogger> } {
  const lines: LogLine[] = [];
  return { lines, log: createLogger('stream', (line) => lines.push(line)) };
}

it('writes each level with its scope, with or without facts', () => {
  const { lines, log } = collecting();
  log.error('fell');
  log.warn('tripped', { times: 2 });
  log.info('walks');
  log.debug('breathes');
  expect(lines).toEqual([
    { level: 'error', scope: 'stream', message: 'fell', facts: {} },
    { level: 'warn', scope: 'stream', message: 'tripped', facts: { times: 2 } },
    { level: 'info', scope: 'stream', message: 'walks', facts: {} },
    { level: 'debug', scope: 'stream', message: 'breathes', facts: {} },
  ]);
});

it('shortId keeps the end of an id', () => {
  expect([shortId('0001Da9PFC93000S'), shortId('1234')]).toEqual(['…000S', '1234']);
});

it('runInBackground logs a promise only when it rejects', async () => {
  const { lines, log } = collecting();
  const cause = new Error('no disk');
  runInBackground(Promise.resolve(1), 'keeping the place', log);
  runInBackground(Promise.reject(cause), 'keeping the place', log);
  await settle();
  expect(lines).toEqual([
    { level: 'error', scope: 'stream', message: 'keeping the place failed unexpectedly', facts: { cause } },
  ]);
});

it('assertNever throws with the reason', () => {
  expect(() => assertNever('moon' as never, 'a mode is one of three')).toThrow('a mode is one of three: "moon"');
});
