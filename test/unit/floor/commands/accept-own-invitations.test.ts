import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { autoAcceptInvitations } from '../../../../main/floor/commands/accept-own-invitations';
import type { ChatUpdate } from '../../../../main/floor/events';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const invited: ChatUpdate = {
  chatId: 'chat-1',
  state: 'invited',
  allowedActions: ['accept', 'reject'],
  participants: [],
};
const request = { requestId: 'r-1', chatId: 'chat-1', agentId: 'user-ada', mode: 'coach' } as const;

function open(isEnabled: boolean) {
  const bench = new CommandBench();
  let lastId = 0;
  const undo = autoAcceptInvitations({
    floorStore: bench.floorStore,
    accept: bench.commands['chats.accept'],
    isEnabled: () => isEnabled,
    newId: () => `own-${String((lastId += 1))}`,
    log: bench.log.logger,
  });
  const accepts = (): number => bench.centre.asked.filter(({ what }) => what === 'accept').length;
  const report = (chat: ChatUpdate): void => bench.floorStore.applyEvents([chatUpdated(chat)]);
  return { bench, undo, accepts, report };
}

describe('autoAcceptInvitations', () => {
  it('accepts the invitation to a requested intrusion', async () => {
    const { bench, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    report(invited);
    expect(accepts()).toBe(1);
    report(activeChat('agents'));
    expect(bench.story('own-1')).toEqual(['sending', 'settled']);
  });

  it('ignores other requests for a chat, and other signals', async () => {
    const { bench, accepts, report } = open(true);
    report(activeChat('agents', { chatId: 'chat-2' }));
    await bench.commands['chats.monitor']({ requestId: 'r-2', chatId: 'chat-2' });
    report({ ...invited, chatId: 'chat-2' });
    expect(accepts()).toBe(0);
    await bench.commands['chats.intrude'](request);
    bench.floorStore.sessionRenewed();
    report(invited);
    expect(accepts()).toBe(1);
  });

  it('accepts with the name chosen for the chat, without the blanks around it', async () => {
    const { bench, report } = open(true);
    await bench.commands['chats.nameNextJoin']({ chatId: 'chat-1', displayName: ' Support ' });
    await bench.commands['chats.intrude'](request);
    report(invited);
    expect(bench.centre.asked.at(-1)?.request).toEqual({ chatId: 'chat-1', nickname: 'Support' });
  });

  it('accepts without a name if none was chosen', async () => {
    const { bench, report } = open(true);
    await bench.commands['chats.intrude'](request);
    report(invited);
    expect(bench.centre.asked.at(-1)?.request).toEqual({ chatId: 'chat-1' });
  });

  it('leaves an invitation of another supervisor open', () => {
    const { accepts, report } = open(true);
    report(invited);
    expect(accepts()).toBe(0);
  });

  it('leaves the invitation open when the setting is off', async () => {
    const { bench, accepts, report } = open(false);
    await bench.commands['chats.intrude'](request);
    report(invited);
    expect(accepts()).toBe(0);
  });

  it('accepts one invitation per request', async () => {
    const { bench, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    bench.centre.answerNext(fail('command.refused'));
    report(invited);
    await settle();
    report({ ...invited, customerData: [{ key: 'Segment', value: 'Gold' }] });
    expect([bench.floorStore.chat('chat-1')?.state, accepts()]).toEqual(['invited', 1]);
  });

  it('accepts an invitation that can be accepted only later', async () => {
    const { bench, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    report({ ...invited, allowedActions: ['reject', 'attachUserData'] });
    bench.centre.answerNext(fail('command.refused'));
    await bench.commands['chats.setCustomerField']({ requestId: 'r-2', chatId: 'chat-1', key: 'Mood', value: 'good' });
    expect(accepts()).toBe(0);
    report(invited);
    expect(accepts()).toBe(1);
  });

  it('leaves an invitation of another supervisor open whose rejection failed', async () => {
    const { bench, accepts, report } = open(true);
    report(invited);
    bench.centre.answerNext(fail('command.refused'));
    await bench.commands['chats.reject']({ requestId: 'r-2', chatId: 'chat-1' });
    report({ ...invited, customerData: [{ key: 'Segment', value: 'Gold' }] });
    await settle();
    expect(accepts()).toBe(0);
  });

  it('tries nothing where the server answers with the chat itself, and leaves a later invitation open', async () => {
    const { bench, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    report(activeChat('agents', { allowedActions: ['leave'] }));
    await settle();
    report({ chatId: 'chat-1', state: 'finished', allowedActions: [] });
    await bench.commands['chats.dismiss']({ chatId: 'chat-1' });
    bench.floorStore.expectInvitation('chat-1', 'user-ada');
    report(invited);
    await settle();
    expect([bench.floorStore.chat('chat-1')?.state, accepts(), bench.log.messages]).toEqual(['invited', 0, []]);
  });

  it('forgets a refused request', async () => {
    const { bench, accepts, report } = open(true);
    bench.centre.answerNext(fail('command.forbidden'));
    await bench.commands['chats.intrude'](request);
    report(invited);
    expect(accepts()).toBe(0);
  });

  it('forgets a request when its session ends', async () => {
    const { bench, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    bench.floorStore.signedOut();
    report(invited);
    expect(accepts()).toBe(0);
  });

  it('stops when it is disposed', async () => {
    const { bench, undo, accepts, report } = open(true);
    await bench.commands['chats.intrude'](request);
    undo();
    report(invited);
    expect(accepts()).toBe(0);
  });
});
