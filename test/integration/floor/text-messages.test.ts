import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import { openPracticeRig, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await openPracticeRig();
});
afterEach(() => rig.close());

const agentNamed = (userName: string): { readonly id: string; readonly userName: string } =>
  rig.floor.control.people().find((person) => person.userName === userName)!;
const watches = () => rig.floor.control.watches().map(({ medium, mode, scope }) => [medium, mode, scope]);
const nothingPending = () => until('settled', () => rig.floorStore.snapshot().pending.length === 0);
const watchRequest = (agentId: string) => ({ requestId: 'w', agentId, mode: 'monitor', scope: 'allChats' }) as const;

describe('a text-message session', () => {
  it('is watched, coached, barged into and left like a chat, under its own paths', async () => {
    const { commands, floor, chatWhen, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    expect(await commands['agents.watch'](watchRequest(ana.id))).toEqual(done);
    expect(watches()).toEqual([
      ['chat', 'Monitor', 'AllChats'],
      ['sms', 'Monitor', 'AllChats'],
    ]);
    expect(floorStore.watches).toMatchObject([{ agentId: ana.id, media: ['chat', 'sms'], state: 'active' }]);

    const { chatId } = floor.control.startChat({ agent: ana.userName, customer: 'Nora Whitfield', medium: 'sms' });
    floor.control.customerSays({ chatId, text: 'hi can i move my delivery' });
    const joined = await chatWhen(chatId, 'monitoring', (chat) => chat.mode === 'monitor');
    expect(joined).toMatchObject({ medium: 'sms', state: 'active', agentId: ana.id });
    expect(joined.customerName).toMatch(/^\+44 7700 900\d{3}$/);
    expect(joined.allowedActions).not.toContain('typeToEveryone');
    await until('the words', () => floorStore.entries(chatId).some(({ text }) => text === 'hi can i move my delivery'));

    await commands['chats.coach']({ requestId: '1', chatId });
    await chatWhen(chatId, 'coaching', (chat) => chat.mode === 'coach');
    const whisper = { requestId: '2', chatId, composedIn: 'coach', text: 'offer friday' } as const;
    expect(await commands['chats.sendToAgents'](rig.drafts.composed('agents', whisper))).toEqual(done);
    await commands['chats.bargeIn']({ requestId: '3', chatId });
    await chatWhen(chatId, 'barged in', (chat) => chat.mode === 'bargeIn');
    const word = { requestId: '4', chatId, composedIn: 'bargeIn', text: 'Friday is fine' } as const;
    expect(await commands['chats.sendToEveryone'](rig.drafts.composed('everyone', word))).toEqual(done);
    await nothingPending();
    const read = floor.control.seenBy({ chatId, party: 'customer' }).messages.map(({ text }) => text);
    expect(read).toContain('Friday is fine');
    expect(read).not.toContain('offer friday');

    await commands['chats.leave']({ requestId: '5', chatId, partingMessage: null });
    await chatWhen(chatId, 'ended', (chat) => chat.endedAt !== null);
    await nothingPending();
    const places = floor.control.requests().filter(({ path }) => path.includes(chatId));
    expect(places.filter(({ path }) => !path.includes('/smssessions/'))).toEqual([]);
    expect(rig.changes.filter((change) => change.type === 'commandSettled' && change.error !== null)).toEqual([]);
  });

  it('is listed for its agent, joined while running, and found by a resync', async () => {
    const { commands, floor, chatWhen, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    const { chatId } = floor.control.startChat({ agent: ana.userName, medium: 'sms' });
    floor.control.agentSays({ chatId, text: 'before you came' });
    rig.platform.lookAt([ana.id]);
    await until('in the directory', () =>
      floorStore
        .snapshot()
        .agents.some(({ chats }) => chats?.some((chat) => chat.chatId === chatId && chat.medium === 'sms')),
    );
    await commands['chats.intrude']({ requestId: '1', chatId, agentId: ana.id, mode: 'coach' });
    await chatWhen(chatId, 'invited', (chat) => chat.state === 'invited');
    expect(await commands['chats.accept']({ requestId: '2', chatId })).toEqual(done);
    await chatWhen(chatId, 'coaching', (chat) => chat.mode === 'coach');
    const { epoch } = floorStore.snapshot();
    floor.control.forgetStream();
    floor.control.customerSays({ chatId, text: 'said in between' });
    await until(
      'read again',
      () => floorStore.snapshot().epoch > epoch && floorStore.connection.phase === 'live',
      15_000,
    );
    await until('nothing is lost', () => floorStore.entries(chatId).some(({ text }) => text === 'said in between'));
    expect(floorStore.chat(chatId)).toMatchObject({ medium: 'sms', state: 'active', mode: 'coach' });
    expect(floorStore.snapshot().transcripts.find((one) => one.chatId === chatId)?.gaps).toEqual([]);
    floor.control.endChat({ chatId });
    await chatWhen(chatId, 'ended', (chat) => chat.endedAt !== null);
  }, 30_000);

  it('consumes its watch, which then joins no session of another medium', async () => {
    const { commands, floor, chatWhen, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    await commands['agents.watch']({ ...watchRequest(ana.id), scope: 'nextChat' });
    const first = floor.control.startChat({ agent: ana.userName, medium: 'sms' });
    await chatWhen(first.chatId, 'joined', (chat) => chat.mode === 'monitor');
    await until('over', () => floorStore.watches.length === 0 && watches().length === 0);
    floor.control.startChat({ agent: ana.userName });
    expect(floorStore.snapshot().chats.map(({ id }) => id)).toEqual([first.chatId]);
  });

  it('is left out of a watch when the server refuses it, and the watch shows it', async () => {
    const { commands, floor, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    floor.control.injectFault({ kind: 'refuse', path: '/channels/smssession', status: 403, statusCode: 5, times: 1 });
    expect(await commands['agents.watch'](watchRequest(ana.id))).toMatchObject(fail('command.partlyDone'));
    expect(floorStore.watches).toMatchObject([{ agentId: ana.id, media: ['chat'], state: 'active' }]);
    expect(watches()).toEqual([['chat', 'Monitor', 'AllChats']]);
    expect(await commands['agents.stopWatching']({ requestId: 's', agentId: ana.id })).toEqual(done);
    expect([floorStore.watches, watches()]).toEqual([[], []]);
  });

  it('leaves no watch in an older mode when the newer one is refused', async () => {
    const { commands, floor, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    await commands['agents.watch']({ ...watchRequest(ana.id), mode: 'bargeIn' });
    floor.control.injectFault({
      ...{ kind: 'refuse', path: '/channels/smssession', operation: 'Monitor' },
      ...{ status: 403, statusCode: 5, times: 1 },
    });
    expect(await commands['agents.watch']({ ...watchRequest(ana.id), requestId: 'w2' })).toMatchObject(
      fail('command.partlyDone'),
    );
    expect(floorStore.watches).toMatchObject([{ mode: 'monitor', media: ['chat'] }]);
    expect(watches()).toEqual([['chat', 'Monitor', 'AllChats']]);
  });
});

describe('a contact centre without text messages', () => {
  it('is asked for chats only', async () => {
    rig.floor.control.setQuirks({ smsSessions: false });
    await rig.platform.signOut();
    await rig.close();
    rig = await openPracticeRig({ quirks: { smsSessions: false } });
    const ana = agentNamed('ana.ruiz');
    expect(await rig.commands['agents.watch'](watchRequest(ana.id))).toEqual(done);
    expect(rig.floorStore.watches).toMatchObject([{ media: ['chat'] }]);
    expect(rig.floorStore.ownChannels.map(({ medium }) => medium)).toEqual(['chat']);
    const paths = rig.floor.control.requests().map(({ path }) => path);
    expect(paths.filter((path) => path.includes('smssession'))).toEqual([]);
  });
});

describe('a watch with a nickname', () => {
  it("joins the supervisor under it, and the next one under the account's name", async () => {
    const { commands, floor, chatWhen, floorStore } = rig;
    const ana = agentNamed('ana.ruiz');
    await commands['agents.watch']({ ...watchRequest(ana.id), mode: 'bargeIn', nickname: 'Care team' });
    expect(floorStore.watches).toMatchObject([{ nickname: 'Care team' }]);
    const { chatId } = floor.control.startChat({ agent: ana.userName });
    await chatWhen(chatId, 'in', (chat) => chat.mode === 'bargeIn');
    const seen = floor.control.seenBy({ chatId, party: 'customer' }).participants.map(({ nickname }) => nickname);
    expect(seen).toContain('Care team');
    await commands['agents.watch']({ ...watchRequest(ana.id), requestId: 'w2' });
    expect(floor.control.watches().map(({ nickname }) => nickname)).toEqual(['supervisor', 'supervisor']);
  });
});
