import { describe, expect, it } from 'vitest';
import { createLifecycle } from '../../../main/lifecycle';
import { createLogger } from '../../../main/base/log';
import { VirtualClock } from '../../support/virtual-clock';

function lifeOnPaper() {
  const clock = new VirtualClock();
  const messages: string[] = [];
  const log = createLogger('life', ({ message }) => messages.push(message));
  return { clock, messages, life: createLifecycle({ clock, log, deadlineMs: 4_000 }) };
}

describe('createLifecycle', () => {
  it('moves forward only', async () => {
    const { life } = lifeOnPaper();
    expect(life.phase()).toBe('starting');
    life.running();
    expect(life.phase()).toBe('running');
    await life.stop();
    life.running();
    expect(life.phase()).toBe('stopped');
  });

  it('runs its steps once and in order, for any caller', async () => {
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

  it('continues after a failed step', async () => {
    const { life, messages } = lifeOnPaper();
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
    expect(messages).toContain('shutdown step failed: the first');
    expect(messages).toContain('shutdown step failed: the second');
  });

  it('ends at the deadline although a step hangs', async () => {
    const { clock, life, messages } = lifeOnPaper();
    life.beforeEnd('a step that hangs', () => new Promise(() => undefined));
    const end = life.stop();
    clock.advance(4_000);
    await end;
    expect(life.phase()).toBe('stopped');
    expect(messages).toContain('shutdown deadline expired');
  });
});
