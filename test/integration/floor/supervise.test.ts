import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import type { Chat } from '../../../preload/contract';
import { openPracticeRig, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await openPracticeRig();
});
afterEach(() => rig.close());

const firstAgent = (): { id: string; userName: string } => {
  const agent = rig.floor.control.people().find((person) => !person.isSupervisor);
  if (agent === undefined) throw new Error('this floor has no agent');
  return agent;
};

const chatWhen = (chatId: string, what: string, holds: (chat: Chat) => boolean): Promise<Chat> =>
  until(what, () => {
    const chat = rig.floorStore.chat(chatId);
    return chat !== null && holds(chat) && chat;
  });

const nothingPending = (): Promise<unknown> => until('settled', () => rig.floorStore.snapshot().pending.length === 0);
const failures = (): unknown =>
  rig.changes.flatMap((change) => (change.type === 'commandSettled' && change.error !== null ? change.error : []));
const textsOf = (chatId: string): readonly string[] => rig.floorStore.entries(chatId).map((entry) => entry.text);

describe('a supervisor', () => {
  it('has the mode the server confirmed, settles every command by its effect, and reaches only the intended readers', async () => {
    const { commands, drafts, floor } = rig;
    const agent = firstAgent();
    await commands['agents.watch']({ requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'nextChat' });
    const { chatId } = floor.control.startChat({ agent: agent.userName, customer: 'Robin Vale' });
    const joined = await chatWhen(chatId, 'monitoring', (chat) => chat.mode === 'monitor');
    expect(joined).toMatchObject({ state: 'active', customerName: 'Robin Vale', agentId: agent.id });
    await until('the one-chat watch is used up', () => rig.floorStore.watches.length === 0);

    await commands['chats.coach']({ requestId: '2', chatId });
    await chatWhen(chatId, 'coaching', (chat) => chat.mode === 'coach');
    const words = { chatId, composedIn: 'coach', text: 'offer a voucher' } as const;
    const whisper = drafts.composed('agents', { ...words, requestId: '4' });
    expect(await commands['chats.sendToEveryone']({ ...whisper, requestId: '3' })).toEqual(fail('command.modeDiffers'));
    expect(await commands['chats.sendToAgents'](whisper)).toEqual(done);
    await nothingPending();

    await commands['chats.bargeIn']({ requestId: '5', chatId });
    await chatWhen(chatId, 'barged in', (chat) => chat.mode === 'bargeIn');
    expect(await commands['chats.sendToAgents']({ ...whisper, requestId: '6' })).toEqual(fail('command.modeDiffers'));
    const hello = { requestId: '7', chatId, composedIn: 'bargeIn', text: 'Hello, Imani here' } as const;
    await commands['chats.sendToEveryone'](drafts.composed('everyone', hello));
    await nothingPending();
    const own = rig.floorStore.entries(chatId).filter((entry) => entry.kind === 'text' && entry.author.kind === 'self');
    expect(own.map((entry) => [entry.text, entry.visibility])).toEqual([
      ['offer a voucher', 'agents'],
      ['Hello, Imani here', 'everyone'],
    ]);
    const readByCustomer = floor.control.seenBy({ chatId, party: 'customer' }).messages.map((line) => line.text);
    expect(readByCustomer).toContain('Hello, Imani here');
    expect(readByCustomer).not.toContain('offer a voucher');

    await commands['chats.leave']({ requestId: '8', chatId });
    await chatWhen(chatId, 'ended', (chat) => chat.endedAt !== null);
    await nothingPending();
    expect(failures()).toEqual([]);
  });

  it('steps back at once while barge in is still pending', async () => {
    const agent = firstAgent();
    await rig.commands['agents.watch']({ requestId: '1', agentId: agent.id, mode: 'monitor', scope: 'allChats' });
    const { chatId } = rig.floor.control.startChat({ agent: agent.userName });
    await chatWhen(chatId, 'monitoring', (chat) => chat.mode === 'monitor');
    const both = [
      rig.commands['chats.bargeIn']({ requestId: '2', chatId }),
      rig.commands['chats.monitor']({ requestId: '3', chatId }),
    ];
    expect(await Promise.all(both)).toEqual([done, done]);
    await nothingPending();
    expect([rig.floorStore.chat(chatId)?.mode, failures()]).toEqual(['monitor', []]);
  });

  it('rejoins by intrusion right after leaving, with the history, until the chat is revoked', async () => {
    const agent = firstAgent();
    const { chatId } = rig.floor.control.startChat({ agent: agent.userName });
    rig.floor.control.customerSays({ chatId, text: 'before you came' });
    for (const round of ['a', 'b']) {
      await rig.commands['chats.intrude']({ requestId: `${round}1`, chatId, agentId: agent.id, mode: 'coach' });
      await chatWhen(chatId, 'invited', (chat) => chat.state === 'invited');
      expect(await rig.commands['chats.accept']({ requestId: `${round}2`, chatId })).toEqual(done);
      await chatWhen(chatId, 'coaching', (chat) => chat.mode === 'coach');
      if (round === 'b') break;
      await nothingPending();
      await rig.commands['chats.leave']({ requestId: `${round}3`, chatId });
      await chatWhen(chatId, 'ended', (chat) => chat.endedAt !== null);
    }
    await until('the past', () => textsOf(chatId).includes('before you came'));
    rig.floor.control.transferToQueue({ chatId });
    await chatWhen(chatId, 'revoked', (chat) => chat.state === 'revoked');
    await nothingPending();
    expect(failures()).toEqual([]);
  });

  it('gets the watches renewed when the server forgot the session', async () => {
    const agent = firstAgent();
    await rig.commands['agents.watch']({ requestId: '1', agentId: agent.id, mode: 'coach', scope: 'allChats' });
    rig.floor.control.forgetSessions();
    await until(
      'made again',
      () => {
        const states = rig.changes.flatMap((change) =>
          change.type === 'watchesChanged' ? (change.watches[0]?.state ?? []) : [],
        );
        return states.includes('renewing') && states.at(-1) === 'active';
      },
      15_000,
    );
    const { chatId } = rig.floor.control.startChat({ agent: agent.userName });
    await chatWhen(chatId, 'coaching', (chat) => chat.mode === 'coach');
  }, 30_000);
});
