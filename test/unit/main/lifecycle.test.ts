import { describe, expect, it } from 'vitest';
import { createLifecycle } from '../../../main/lifecycle';
import { createLogger } from '../../../main/base/log';
import { VirtualClock } from '../../support/virtual-clock';

function lifeOnPaper() {
  const clock = new VirtualClock();
  const told: string[] = [];
  const log = createLogger('life', ({ message }) => told.push(message));
  return { clock, told, life: createLifecycle({ clock, log, deadlineMs: 4_000 }) };
}

describe('createLifecycle', () => {
  it('goes forward only', async () => {
    const { life } = lifeOnPaper();
    expect(life.phase()).toBe('starting');
    life.running();
    expect(life.phase()).toBe('running');
    await life.stop();
    life.running();
    expect(life.phase()).toBe('stopped');
  });

  it('takes its steps in order, once, whoever asks', async () => {
    const { life } = lifeOnPaper();
    const steps: string[] = [];
    for (const step of ['stream', 'session', 'practice']) {
      life.beforeEnd(step, async () => {
        await Promise.resolve();
        steps.push(step);
      });
    }
    await Promise.all([life.stop(), life.stop()]);
    await life.stop();
    expect(steps).toEqual(['stream', 'session', 'practice']);
  });

  it('takes the next step although one failed', async () => {
    const { life, told } = lifeOnPaper();
    const steps: string[] = [];
    life.beforeEnd('the first', () => Promise.reject(new Error('no')));
    life.beforeEnd('the second', () => {
      throw new Error('no');
    });
    life.beforeEnd('the third', () => {
      steps.push('third');
      return undefined;
    });
    await life.stop();
    expect(steps).toEqual(['third']);
    expect(told).toContain('the first failed at the end');
    expect(told).toContain('the second failed at the end');
  });

  it('is over after the deadline although a step hangs', async () => {
    const { clock, life, told } = lifeOnPaper();
    life.beforeEnd('a step that hangs', () => new Promise(() => undefined));
    const end = life.stop();
    clock.advance(4_000);
    await end;
    expect(life.phase()).toBe('stopped');
    expect(told).toContain('The end took too long and was cut short');
  });
});
