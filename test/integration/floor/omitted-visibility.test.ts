import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeRig, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let rig: PracticeRig;
afterEach(() => rig.close());

async function monitoring(quirks: NonNullable<Parameters<typeof openPracticeRig>[0]>['quirks'] & object) {
  rig = await openPracticeRig({ quirks });
  const agent = rig.floor.control.people().find((person) => !person.isSupervisor)!;
  await rig.commands['agents.watch']({ requestId: 'w', agentId: agent.id, mode: 'monitor', scope: 'allChats' });
  const { chatId } = rig.floor.control.startChat({ agent: agent.userName, customer: 'Robin Vale' });
  await until('monitoring', () => rig.floorStore.chat(chatId)?.mode === 'monitor');
  return chatId;
}

describe('a server that omits fields', () => {
  it.each([
    ['the visibility of participants (A13)', { omitParticipantVisibility: true }],
    ['the user ids of participants', { omitUri: true, omitPath: true }],
  ])('%s: confirms each mode', async (_left, quirks) => {
    const chatId = await monitoring(quirks);
    for (const mode of ['bargeIn', 'coach', 'monitor', 'bargeIn'] as const) {
      await rig.commands[`chats.${mode}`]({ requestId: crypto.randomUUID(), chatId });
      await until(mode, () => rig.floorStore.chat(chatId)?.mode === mode);
      await until('settled', () => rig.floorStore.snapshot().pending.length === 0);
      expect(rig.floorStore.chat(chatId)?.participants.filter(({ kind }) => kind === 'self')).toHaveLength(1);
    }
  });
});
