import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeDesk, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let desk: PracticeRig;
afterEach(() => desk.close());

async function monitoring(quirks: NonNullable<Parameters<typeof openPracticeDesk>[0]>['quirks'] & object) {
  desk = await openPracticeDesk({ quirks });
  const agent = desk.floor.control.people().find((person) => !person.isSupervisor)!;
  await desk.commands['agents.watch']({ requestId: 'w', agentId: agent.id, mode: 'monitor', scope: 'allChats' });
  const { chatId } = desk.floor.control.startChat({ agent: agent.userName, customer: 'Robin Vale' });
  await until('monitoring', () => desk.floorStore.chat(chatId)?.mode === 'monitor');
  return chatId;
}

describe('a server that omits fields', () => {
  it.each([
    ['the visibility of participants (A13)', { omitParticipantVisibility: true }],
    ['the user ids of participants', { omitUri: true, omitPath: true }],
  ])('%s: confirms each mode', async (_left, quirks) => {
    const chatId = await monitoring(quirks);
    for (const mode of ['bargeIn', 'coach', 'monitor', 'bargeIn'] as const) {
      await desk.commands[`chats.${mode}`]({ requestId: crypto.randomUUID(), chatId });
      await until(mode, () => desk.floorStore.chat(chatId)?.mode === mode);
      await until('settled', () => desk.floorStore.snapshot().pending.length === 0);
      expect(desk.floorStore.chat(chatId)?.participants.filter(({ kind }) => kind === 'self')).toHaveLength(1);
    }
  });
});
