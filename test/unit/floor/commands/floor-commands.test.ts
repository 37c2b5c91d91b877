import { describe, expect, it } from 'vitest';
import { StepBackBench as Bench } from '../../../support/floor/step-back-bench';

describe('the commands of the floor', () => {
  it('close the report of a step back', async () => {
    const bench = Bench.in({ a: 'coach' });
    await bench.begin();
    expect(bench.state).not.toBeNull();
    await bench.commands['stepBack.close'](null);
    expect(bench.state).toBeNull();
  });

  it('wait for nothing and follow nothing once they are disposed', async () => {
    const bench = Bench.in({ a: 'coach', b: 'monitor' });
    await bench.commands['chats.bargeIn']({ requestId: 'r-1', chatId: 'b' });
    expect(bench.clock.waiting).toHaveLength(1);
    bench.stepBack.begin('everyone');
    await bench.pass(0);
    bench.dispose();
    expect(bench.clock.waiting).toEqual([]);
    const intrude = { requestId: 'r-2', chatId: 'c', agentId: 'user-ada', mode: 'monitor' } as const;
    await bench.commands['chats.intrude'](intrude);
    expect(bench.invitedTo('c')).toBeNull();
  });
});
