import { expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { settingsWith } from '../../support/floor/attention-views';
import { openPracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

it.each([
  ['slow', 600_000],
  ['fast', -600_000],
])('shows correct waits on a computer whose clock is ten minutes %s', async (_is, aheadMs) => {
  const rig = await openPracticeRig({ clock: { ...systemClock, now: () => Date.now() + aheadMs } });
  const settings = settingsWith({ customerWaiting: { threshold: 1, hotThreshold: 60 } });
  const attention = new AttentionEngine({
    floorStore: rig.floorStore,
    clock: systemClock,
    settings,
    pause: () => Promise.resolve(),
  });
  try {
    const { control } = rig.floor;
    const agent = control.people().find((person) => !person.isSupervisor);
    if (agent === undefined) throw new Error('this floor has no agent');
    await rig.commands['agents.watch']({ requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'nextChat' });
    const { chatId } = control.startChat({ agent: agent.userName });
    await rig.chatWhen(chatId, 'monitoring', (chat) => chat.mode === 'monitor');
    control.customerSays({ chatId, text: 'Is anybody there?' });
    const found = await until('the wait is noticed', () =>
      rig.floorStore.snapshot().attention.find((one) => one.chatId === chatId && one.reasons.length > 0),
    );
    expect(found.reasons.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['customerWaiting warm']);

    const offsetMs = rig.floorStore.connection.serverClockOffsetMs ?? 0;
    expect(Math.abs(offsetMs - aheadMs)).toBeLessThan(2_000);
    const { firstSeenAt = 0 } = rig.floorStore.chat(chatId) ?? {};
    const writtenAt = rig.floorStore.entries(chatId)[0]?.at ?? 0;
    expect(Math.abs(firstSeenAt - writtenAt)).toBeLessThan(10_000);
  } finally {
    attention.dispose();
    await rig.close();
  }
});
