import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { InvitationModes } from '../../../../main/floor/step-back/invitation-modes';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';

const intrude = { requestId: 'r-in', chatId: 'a', agentId: 'user-ada', mode: 'coach' } as const;
const invited = activeChat('supervisors', { chatId: 'a', state: 'invited', allowedActions: ['accept', 'reject'] });

async function requested() {
  const bench = new CommandBench();
  const modes = new InvitationModes(bench.floorStore);
  await bench.commands['chats.intrude'](intrude);
  bench.floorStore.applyEvents([chatUpdated(invited)]);
  return { bench, modes };
}

describe('the mode of an invitation', () => {
  it('is known while it is open, also through a resync, and after an acceptance that was refused', async () => {
    const { bench, modes } = await requested();
    bench.floorStore.sessionRenewed();
    bench.centre.answerNext(fail('command.refused'));
    await bench.commands['chats.accept']({ requestId: 'r-accept', chatId: 'a' });
    expect([...modes.open]).toEqual([['a', 'coach']]);
  });

  it('is dropped when the chat was joined', async () => {
    const { bench, modes } = await requested();
    bench.floorStore.applyEvents([chatUpdated(activeChat('agents', { chatId: 'a' }))]);
    expect(modes.open.size).toBe(0);
  });

  it('is dropped with the sign-out, and followed no longer after disposal', async () => {
    const { bench, modes } = await requested();
    modes.dispose();
    bench.floorStore.signedOut();
    expect(modes.open.size).toBe(1);
    const again = await requested();
    again.bench.floorStore.signedOut();
    expect(again.modes.open.size).toBe(0);
  });
});
