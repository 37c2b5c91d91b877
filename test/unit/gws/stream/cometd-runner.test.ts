import { describe, expect, it } from 'vitest';
import { CometdRunner } from '../../../../main/gws/stream/cometd-runner';
import { QuietLog } from '../../../support/gws/quiet-log';

function bench() {
  const done: string[] = [];
  const log = new QuietLog();
  return { done, log, runner: new CometdRunner(log.for('stream')) };
}

const hasWindow = (): boolean => 'window' in globalThis;

describe('CometdRunner', () => {
  it('gives the library a window for as long as it runs, also in a call within a call', () => {
    const { runner } = bench();
    const seen = runner.run(() => [hasWindow(), runner.run(hasWindow), hasWindow()]);
    expect([...seen, hasWindow()]).toEqual([true, true, true, false]);
  });

  it('calls back after the library has returned', () => {
    const { runner, done } = bench();
    runner.run(() => {
      runner.defer(() => done.push('called back'));
      runner.run(() => done.push('inner'));
      done.push('outer');
    });
    expect(done).toEqual(['inner', 'outer', 'called back']);
  });

  it('calls back at once while the library does not run', () => {
    const { runner, done } = bench();
    runner.defer(() => done.push('called back'));
    expect(done).toEqual(['called back']);
  });

  it('finishes a callback before the one that it deferred, and after all that wait', () => {
    const { runner, done } = bench();
    runner.run(() => {
      runner.defer(() => {
        runner.defer(() => done.push('third'));
        done.push('first');
      });
      runner.defer(() => done.push('second'));
    });
    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('logs a callback that throws, and calls the others', () => {
    const { runner, done, log } = bench();
    runner.run(() => {
      runner.defer(() => {
        throw new Error('the listener failed');
      });
      runner.defer(() => done.push('the other'));
    });
    expect([done, log.lines.map(({ message }) => message)]).toEqual([['the other'], ['stream listener threw']]);
  });
});
