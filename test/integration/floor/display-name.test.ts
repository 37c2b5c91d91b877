import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import { openPracticeRig, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await openPracticeRig();
});
afterEach(() => rig.close());

const ownName = (chatId: string) =>
  rig.floorStore.chat(chatId)?.participants.find(({ kind }) => kind === 'self')?.nickname;

describe('the display name', () => {
  it('is used for the next join of a chat, and sent with the acceptance of an invitation', async () => {
    const agent = rig.floor.control.people().find((person) => !person.isSupervisor)!;
    const { chatId } = rig.floor.control.startChat({ agent: agent.userName, customer: 'Robin Vale' });
    expect(await rig.commands['chats.nameNextJoin']({ chatId, displayName: ' Ms Rossi ' })).toEqual(done);
    await rig.commands['chats.intrude']({ requestId: '1', chatId, agentId: agent.id, mode: 'coach' });
    await until('invited', () => rig.floorStore.chat(chatId)?.state === 'invited');
    await rig.commands['chats.accept']({ requestId: '2', chatId });
    await until('coaching', () => rig.floorStore.chat(chatId)?.mode === 'coach');
    expect(ownName(chatId)).toBe('Ms Rossi');
  });

  it.each(['\u200b', '\u3164', '\u2800', '\u00ad'])('is refused when no one could see it (%j)', async (name) => {
    const agent = rig.floor.control.people().find((person) => !person.isSupervisor)!;
    const spec = { requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'allChats' } as const;
    expect(await rig.commands['chats.nameNextJoin']({ chatId: 'c', displayName: name })).toEqual(
      fail('name.unseeable'),
    );
    expect(await rig.commands['agents.watch']({ ...spec, nickname: name })).toEqual(fail('name.unseeable'));
    expect(rig.floorStore.watches).toEqual([]);
  });
});
