import { expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { settingsWith } from '../../support/floor/attention-views';
import { openPracticeDesk } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

it.each([
  ['slow', 600_000],
  ['fast', -600_000],
])('shows correct waits on a computer whose clock is ten minutes %s', async (_is, aheadMs) => {
  const desk = await openPracticeDesk({ clock: { ...systemClock, now: () => Date.now() + aheadMs } });
  const settings = settingsWith({ customerWaiting: { threshold: 1, hotThreshold: 60 } });
  const attention = new AttentionEngine({
    floorStore: desk.floorStore,
    clock: systemClock,
    settings,
    pause: () => Promise.resolve(),
  });
  try {
    const { control } = desk.floor;
    const agent = control.people().find((person) => !person.isSupervisor);
    if (agent === undefined) throw new Error('this floor has no agent');
    await desk.commands['agents.watch']({ requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'nextChat' });
    const { chatId } = control.startChat({ agent: agent.userName });
    await desk.chatWhen(chatId, 'monitoring', (chat) => chat.mode === 'monitor');
    control.customerSays({ chatId, text: 'Is anybody there?' });
    const found = await until('the wait is noticed', () =>
      desk.floorStore.snapshot().attention.find((one) => one.chatId === chatId && one.reasons.length > 0),
    );
    expect(found.reasons.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['customerWaiting warm']);

    const told = desk.floorStore.connection.serverClockOffsetMs ?? 0;
    expect(Math.abs(told - aheadMs)).toBeLessThan(2_000);
    const { firstSeenAt = 0 } = desk.floorStore.chat(chatId) ?? {};
    const writtenAt = desk.floorStore.entries(chatId)[0]?.at ?? 0;
    expect(Math.abs(firstSeenAt - writtenAt)).toBeLessThan(10_000);
  } finally {
    attention.dispose();
    await desk.close();
  }
});
