import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../main/base/result';
import type { Mode } from '../../../preload/contract';
import { rigTools, openReadyRig, worked } from '../../support/floor/rig-tools';
import type { PracticeRig } from '../../support/floor/practice-rig';
let rig: PracticeRig;
beforeEach(async () => {
  rig = await openReadyRig();
});
afterEach(() => rig.close());

const { once, idOf, chatIn, performed, stateOf, present, received, sent } = rigTools(() => rig);

describe('leaving with a parting message', () => {
  it.each(['leave', 'complete'] as const)('%s: shows it to everyone, then removes the supervisor', async (way) => {
    const chatId = await chatIn('bargeIn');
    const readers = rig.drafts.readers(chatId, 'everyone');
    const partingMessage = { composedIn: 'bargeIn', readers, text: 'Goodbye from me' } as const;
    expect(await performed(rig.commands[`chats.${way}`]({ requestId: once(), chatId, partingMessage }))).toEqual(
      worked,
    );
    expect([received(chatId, 'customer'), present(chatId, 'customer')]).toEqual([
      ['Goodbye from me'],
      ['Robin Vale', 'Ana Ruiz'],
    ]);
    expect(rig.floorStore.chat(chatId)?.state).toBe('finished');
  });

  it('is refused without any effect if not everyone would read it', async () => {
    const chatId = await chatIn('coach');
    const readers = rig.drafts.readers(chatId, 'everyone');
    const leave = (composedIn: Mode, text: string) =>
      rig.commands['chats.leave']({ requestId: once(), chatId, partingMessage: { composedIn, readers, text } });
    expect([await leave('coach', 'psst'), await leave('bargeIn', 'Bye'), await leave('coach', ' ')]).toEqual([
      fail('command.notOffered'),
      fail('command.modeDiffers'),
      fail('command.emptyText'),
    ]);
    expect([sent('Leave'), received(chatId, 'ana.ruiz')]).toEqual([0, []]);
  });

  it('completes a chat whose joining failed', async () => {
    const { chatId } = rig.floor.control.startChat({ agent: 'ana.ruiz' });
    rig.floor.control.failNextJoin({ userName: 'supervisor' });
    const agentId = idOf('ana.ruiz');
    await rig.commands['chats.intrude']({ requestId: once(), chatId, agentId, mode: 'monitor' });
    await rig.chatWhen(chatId, 'invited', (chat) => chat.allowedActions.includes('accept'));
    await rig.commands['chats.accept']({ requestId: once(), chatId });
    await rig.chatWhen(chatId, 'failed', (chat) => chat.state === 'joinFailed');
    expect(await performed(rig.commands['chats.complete']({ requestId: once(), chatId }))).toEqual(worked);
    expect([rig.floorStore.chat(chatId)?.state, stateOf(chatId, 'supervisor')]).toEqual(['finished', 'Completed']);
  });
});

describe('the history', () => {
  it("lists the customer's earlier chats and returns their transcripts", async () => {
    const first = await chatIn('coach');
    rig.floor.control.customerSays({ chatId: first, text: 'My kettle leaks' });
    const whisper = { requestId: once(), chatId: first, composedIn: 'coach', text: 'offer a new one' } as const;
    await performed(rig.commands['chats.sendToAgents'](rig.drafts.composed('agents', whisper)));
    rig.floor.control.endChat({ chatId: first });
    const second = await chatIn('monitor');
    const history = await rig.commands['history.ofCustomer']({ chatId: second });
    if (!history.ok) throw new Error(history.error.code);
    const [latest] = history.value.interactions;
    expect(latest).toMatchObject({
      id: first,
      medium: 'chat',
      state: 'ended',
      handledBy: 'Ana Ruiz',
      hasTranscript: true,
    });
    expect(history.value.interactions.map(({ id }) => id)).not.toContain(second);
    const past = await rig.commands['history.transcript']({ interactionId: first });
    if (!past.ok) throw new Error(past.error.code);
    const said = past.value.entries.flatMap(({ kind, author, visibility, text }) =>
      kind === 'text' ? [[author.kind, visibility, text]] : [],
    );
    expect(said).toEqual([
      ['customer', 'everyone', 'My kettle leaks'],
      ['self', 'agents', 'offer a new one'],
    ]);
  });

  it('returns the reason when there is nothing', async () => {
    const chatId = await chatIn('monitor');
    const running = await rig.commands['history.transcript']({ interactionId: chatId });
    const unknown = await rig.commands['history.transcript']({ interactionId: 'never-was' });
    expect([running, unknown]).toMatchObject([
      { ok: false, error: { code: 'command.refused' } },
      { ok: false, error: { code: 'command.notFound' } },
    ]);
  });

  it('offers no codes when the server has no list of them', async () => {
    rig.floor.control.setQuirks({ dispositionsRead: false });
    expect(await rig.commands['dispositions.list'](null)).toEqual({ ok: true, value: { codes: [] } });
  });
});

describe('a text-message session', () => {
  it('takes the same operations under its own path, and is in the history', async () => {
    const chatId = await chatIn('bargeIn', 'Nora Whitfield', 'sms');
    const { commands } = rig;
    const datum = { requestId: once(), chatId, key: 'Mood', value: 'calm' };
    expect(await performed(commands['chats.setCustomerField'](datum))).toEqual(worked);
    const composition = { composedIn: 'bargeIn', readers: rig.drafts.readers(chatId, 'everyone') } as const;
    const link = { requestId: once(), chatId, ...composition, url: 'https://example.com/returns' };
    expect(await performed(commands['chats.pushUrl'](link))).toEqual(worked);
    expect(received(chatId, 'customer', 'PushUrl')).toEqual([link.url]);
    const partingMessage = { ...composition, text: 'Bye' };
    expect(await performed(commands['chats.leave']({ requestId: once(), chatId, partingMessage }))).toEqual(worked);
    const places = rig.floor.control.requests().filter(({ path }) => path.includes(chatId));
    expect(places.filter(({ path }) => !path.includes('/smssessions/'))).toEqual([]);
    rig.floor.control.endChat({ chatId });
    const past = await commands['history.transcript']({ interactionId: chatId });
    expect(past.ok && past.value.entries.map(({ text }) => text)).toContain('Bye');
    const again = await chatIn('monitor', 'Nora Whitfield', 'sms');
    const history = await commands['history.ofCustomer']({ chatId: again });
    expect(history.ok && history.value.interactions[0]).toMatchObject({ id: chatId, medium: 'sms' });
  });
});
