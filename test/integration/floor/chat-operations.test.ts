import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import type { Chat, Mode } from '../../../preload/contract';
import { rigTools, openReadyRig, worked } from '../../support/floor/rig-tools';
import type { PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';
let rig: PracticeRig;
beforeEach(async () => {
  rig = await openReadyRig();
});
afterEach(() => rig.close());

const { once, idOf, chatIn, performed, stateOf, present, received, sent, dataOfAgent, find } = rigTools(() => rig);

describe('transferring a chat', () => {
  it('to an agent: adds the agent, removes the supervisor, and sends one request', async () => {
    const chatId = await chatIn('bargeIn');
    await until('the directory', () => rig.floorStore.agents.length > 0);
    const [target] = await find('weber', ['agent', 'queue']);
    expect(target).toMatchObject({ kind: 'agent', id: idOf('jonas.weber'), name: 'Jonas Weber', presence: 'ready' });
    const request = { requestId: once(), chatId, target: { kind: 'agent', id: target!.id } } as const;
    const both = [rig.commands['chats.transfer'](request), rig.commands['chats.transfer'](request)];
    expect(await performed(Promise.all(both).then(([first]) => first!))).toEqual(worked);
    await until('Jonas has it', () => stateOf(chatId, 'Jonas Weber') === 'Chatting');
    expect([stateOf(chatId, 'supervisor'), rig.floorStore.chat(chatId)?.state, sent('Transfer')]).toEqual([
      'Completed',
      'finished',
      1,
    ]);
    expect(present(chatId, 'customer')).not.toContain('supervisor');
  });

  it('to a queue of the directory: removes everyone but the customer', async () => {
    const chatId = await chatIn('bargeIn');
    const [target] = await find('pay', ['queue']);
    expect(target).toMatchObject({ kind: 'queue', name: 'Payments' });
    const request = { requestId: once(), chatId, target: { kind: 'queue', id: target!.id } } as const;
    expect(await performed(rig.commands['chats.transfer'](request))).toEqual(worked);
    expect([stateOf(chatId, 'Ana Ruiz'), stateOf(chatId, 'Robin Vale')]).toEqual(['Revoked', 'Chatting']);
  });

  it("fails with the server's message when the target does not exist", async () => {
    const chatId = await chatIn('coach');
    rig.floor.control.setPresence({ userName: 'jonas.weber', presence: 'loggedOut' });
    const target = { kind: 'agent', id: idOf('jonas.weber') } as const;
    const { answer } = (await performed(rig.commands['chats.transfer']({ requestId: once(), chatId, target }))) as {
      answer: unknown;
    };
    expect(answer).toMatchObject({ code: 'command.refused', serverMessage: 'The target is not logged in' });
    expect(rig.floorStore.chat(chatId)?.state).toBe('active');
  });
});

describe('colleagues', () => {
  const target = () => ({ kind: 'agent', id: idOf('jonas.weber') }) as const;
  const isThere = (chat: Chat): boolean => chat.participants.some(({ userId }) => userId === target().id);

  it('are consulted without the customer seeing them, and removed again', async () => {
    const chatId = await chatIn('coach');
    expect(await performed(rig.commands['chats.consult']({ requestId: once(), chatId, target: target() }))).toEqual(
      worked,
    );
    const consulting = await rig.chatWhen(chatId, 'the consulted one', isThere);
    expect(consulting.allowedActions).toContain('cancelConsult');
    expect([present(chatId, 'customer'), present(chatId, 'ana.ruiz')]).toEqual([
      ['Robin Vale', 'Ana Ruiz'],
      ['Robin Vale', 'Ana Ruiz', 'supervisor', 'Jonas Weber'],
    ]);
    expect(await performed(rig.commands['chats.cancelConsult']({ requestId: once(), chatId }))).toEqual(worked);
    await rig.chatWhen(
      chatId,
      'alone again',
      (chat) => !isThere(chat) && !chat.allowedActions.includes('cancelConsult'),
    );
    expect(stateOf(chatId, 'Jonas Weber')).toBe('Revoked');
  });

  it('are cancelled while it still rings', async () => {
    await rig.close();
    rig = await openReadyRig(0);
    const chatId = await chatIn('coach');
    expect(await rig.commands['chats.consult']({ requestId: once(), chatId, target: target() })).toEqual(done);
    await rig.chatWhen(chatId, 'ringing', (chat) => chat.allowedActions.includes('cancelConsult'));
    expect(await rig.commands['chats.cancelConsult']({ requestId: once(), chatId })).toEqual(done);
    await rig.chatWhen(chatId, 'quiet', (chat) => !chat.allowedActions.includes('cancelConsult'));
    await until('nothing under way', () => rig.floorStore.snapshot().pending.length === 0);
    expect([rig.changes.flatMap((change) => (change.type === 'commandSettled' ? (change.error ?? []) : []))]).toEqual([
      [],
    ]);
    expect(stateOf(chatId, 'jonas.weber')).toBe('Revoked');
  });

  it('are invited visibly to the customer, and removed', async () => {
    const chatId = await chatIn('bargeIn');
    expect(await performed(rig.commands['chats.invite']({ requestId: once(), chatId, target: target() }))).toEqual(
      worked,
    );
    const conference = await rig.chatWhen(chatId, 'three of us', (chat) =>
      chat.allowedActions.includes('removeParticipant'),
    );
    expect(isThere(conference)).toBe(true);
    expect(present(chatId, 'customer')).toContain('Jonas Weber');
    const request = { requestId: once(), chatId, userId: target().id };
    expect(await performed(rig.commands['chats.removeParticipant'](request))).toEqual(worked);
    expect([stateOf(chatId, 'Jonas Weber'), present(chatId, 'customer')]).toEqual([
      'Completed',
      ['Robin Vale', 'Ana Ruiz', 'supervisor'],
    ]);
  });
});

describe('customer fields', () => {
  it('are added, changed and deleted, also for the agent', async () => {
    const chatId = await chatIn('monitor');
    const key = 'Mood?: now > then';
    for (const value of ['calm', 'cross']) {
      expect(
        await performed(rig.commands['chats.setCustomerField']({ requestId: once(), chatId, key, value })),
      ).toEqual(worked);
      expect((await dataOfAgent(chatId))[key]).toBe(value);
    }
    expect([sent('AttachUserData'), sent('UpdateUserData')]).toEqual([1, 1]);
    expect(await performed(rig.commands['chats.deleteCustomerField']({ requestId: once(), chatId, key }))).toEqual(
      worked,
    );
    expect(await dataOfAgent(chatId)).not.toHaveProperty([key]);
    expect(received(chatId, 'customer')).toEqual([]);
  });

  it('take a disposition that the server offers', async () => {
    const chatId = await chatIn('monitor');
    const offered = await rig.commands['dispositions.list'](null);
    expect(offered).toMatchObject({
      ok: true,
      value: { codes: [{ code: 'Solved' }, { label: 'To be followed up' }, {}, {}, {}, {}] },
    });
    const request = { requestId: once(), chatId, code: 'FollowUp' };
    expect(await performed(rig.commands['chats.setDisposition'](request))).toEqual(worked);
    expect((await dataOfAgent(chatId))['DispositionCode']).toBe('FollowUp');
  });

  it('are unchanged when the server reverts an accepted change, without affecting other commands', async () => {
    const chatId = await chatIn('monitor');
    const errorMessage = 'Unable to manage user data for interaction id';
    rig.floor.control.failLater({ userName: 'supervisor', operation: 'AttachUserData', errorMessage });
    const [lost, kept] = ['lost', 'kept'].map((key) => ({ requestId: once(), chatId, key, value: '1' }));
    const answers = [rig.commands['chats.setCustomerField'](lost!), rig.commands['chats.setCustomerField'](kept!)];
    await Promise.all(answers);
    await until('nothing under way', () => rig.floorStore.snapshot().pending.length === 0);
    const settled = rig.changes.flatMap((change) =>
      change.type === 'commandSettled' && change.command.kind === 'setCustomerField'
        ? [[change.command.about, change.error]]
        : [],
    );
    expect(Object.fromEntries(settled) as unknown).toEqual({
      lost: { code: 'command.refused', serverMessage: errorMessage },
      kept: null,
    });
    expect(await dataOfAgent(chatId)).toMatchObject({ kept: '1' });
  });
});

describe('notices and web addresses', () => {
  const words = { composedIn: 'bargeIn', text: 'The shop closes at six' } as const;

  it('reach their audience and no one else', async () => {
    const chatId = await chatIn('bargeIn');
    expect(
      await performed(
        rig.commands['chats.sendNoticeToEveryone']({
          ...words,
          requestId: once(),
          chatId,
          readers: rig.drafts.readers(chatId, 'everyone'),
        }),
      ),
    ).toEqual(worked);
    const readers = rig.drafts.readers(chatId, 'agents');
    const aside = { ...words, readers, text: 'Be quick', requestId: once(), chatId };
    expect(await performed(rig.commands['chats.sendNoticeToAgents'](aside))).toEqual(worked);
    expect([received(chatId, 'customer', 'CustomNotice'), received(chatId, 'ana.ruiz', 'CustomNotice')]).toEqual([
      ['The shop closes at six'],
      ['The shop closes at six', 'Be quick'],
    ]);
  });

  it.each([
    [true, 'SendUrl'],
    [false, 'PushUrl'],
  ])('send an address under the name that the chat offers (%s: %s)', async (sendUrlCapability, name) => {
    rig.floor.control.setQuirks({ sendUrlCapability });
    const chatId = await chatIn('bargeIn');
    const readers = rig.drafts.readers(chatId, 'everyone');
    const url = 'https://example.com/returns';
    const request = { requestId: once(), chatId, composedIn: 'bargeIn', readers, url } as const;
    expect(await performed(rig.commands['chats.pushUrl'](request))).toEqual(worked);
    expect(received(chatId, 'customer', 'PushUrl')).toEqual(['https://example.com/returns']);
    expect([sent('SendUrl') + sent('PushUrl'), sent(name)]).toEqual([1, 1]);
  });

  it('send no address if it is not offered, not safe, or not for the customer', async () => {
    rig.floor.control.setQuirks({ supervisorsOfferedMore: false });
    const chatId = await chatIn('coach');
    const push = (composedIn: Mode, url: string) =>
      rig.commands['chats.pushUrl']({
        requestId: once(),
        chatId,
        composedIn,
        readers: rig.drafts.readers(chatId, 'everyone'),
        url,
      });
    expect([
      await push('coach', 'https://example.com/'),
      await push('coach', 'http://example.com/'),
      await push('bargeIn', 'https://example.com/'),
    ]).toEqual([fail('command.notOffered'), fail('link.refused'), fail('command.modeDiffers')]);
    await rig.commands['chats.bargeIn']({ requestId: once(), chatId });
    await rig.chatWhen(chatId, 'barged in', (chat) => chat.mode === 'bargeIn');
    expect([
      await push('bargeIn', 'https://example.com/'),
      await rig.commands['chats.complete']({ requestId: once(), chatId }),
      await rig.commands['chats.sendNoticeToEveryone']({
        ...words,
        requestId: once(),
        chatId,
        readers: rig.drafts.readers(chatId, 'everyone'),
      }),
    ]).toEqual([fail('command.notOffered'), fail('command.notOffered'), fail('command.notOffered')]);
    expect([sent('SendUrl'), sent('PushUrl'), sent('Complete'), sent('SendCustomNotice')]).toEqual([0, 0, 0, 0]);
  });
});
