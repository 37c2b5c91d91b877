import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import { openPracticeDesk, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let desk: PracticeRig;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const ownName = (chatId: string) =>
  desk.floorStore.chat(chatId)?.participants.find(({ kind }) => kind === 'self')?.nickname;

describe('the display name', () => {
  it('is used for the next join of a chat, and sent with the acceptance of an invitation', async () => {
    const agent = desk.floor.control.people().find((person) => !person.isSupervisor)!;
    const { chatId } = desk.floor.control.startChat({ agent: agent.userName, customer: 'Robin Vale' });
    expect(await desk.commands['chats.nameNextJoin']({ chatId, displayName: ' Ms Rossi ' })).toEqual(done);
    await desk.commands['chats.intrude']({ requestId: '1', chatId, agentId: agent.id, mode: 'coach' });
    await until('invited', () => desk.floorStore.chat(chatId)?.state === 'invited');
    await desk.commands['chats.accept']({ requestId: '2', chatId });
    await until('coaching', () => desk.floorStore.chat(chatId)?.mode === 'coach');
    expect(ownName(chatId)).toBe('Ms Rossi');
  });

  it.each(['\u200b', '\u3164', '\u2800', '\u00ad'])('is refused when no one could see it (%j)', async (name) => {
    const agent = desk.floor.control.people().find((person) => !person.isSupervisor)!;
    const spec = { requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'allChats' } as const;
    expect(await desk.commands['chats.nameNextJoin']({ chatId: 'c', displayName: name })).toEqual(
      fail('name.unseeable'),
    );
    expect(await desk.commands['agents.watch']({ ...spec, nickname: name })).toEqual(fail('name.unseeable'));
    expect(desk.floorStore.watches).toEqual([]);
  });
});
