import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { autoAcceptInvitations } from '../../../../main/floor/commands/accept-own-invitations';
import type { ChatUpdate } from '../../../../main/floor/events';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';

const invited: ChatUpdate = {
  chatId: 'chat-1',
  state: 'invited',
  allowedActions: ['accept', 'reject'],
  participants: [],
};
const wish = { requestId: 'r-1', chatId: 'chat-1', agentId: 'user-ada', mode: 'coach' } as const;

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
  const told = (chat: ChatUpdate): void => bench.floorStore.applyEvents([chatUpdated(chat)]);
  return { bench, undo, accepts, told };
}

describe('accepting at once', () => {
  it('goes in where the supervisor asked to be let in', async () => {
    const { bench, accepts, told } = open(true);
    await bench.commands['chats.intrude'](wish);
    told(invited);
    expect(accepts()).toBe(1);
    told(activeChat('agents'));
    expect(bench.story('own-1')).toEqual(['sending', 'settled']);
  });

  it('leaves an invitation that somebody else sent a question', () => {
    const { accepts, told } = open(true);
    told(invited);
    expect(accepts()).toBe(0);
  });

  it('asks back where that is the choice', async () => {
    const { bench, accepts, told } = open(false);
    await bench.commands['chats.intrude'](wish);
    told(invited);
    expect(accepts()).toBe(0);
  });

  it('takes one invitation for one wish', async () => {
    const { bench, accepts, told } = open(true);
    await bench.commands['chats.intrude'](wish);
    bench.centre.answerNext(fail('command.refused'));
    told(invited);
    told({ ...invited, customerData: [{ key: 'Segment', value: 'Gold' }] });
    expect([bench.floorStore.chat('chat-1')?.state, accepts()]).toEqual(['invited', 1]);
  });

  it('forgets a wish that was refused', async () => {
    const { bench, accepts, told } = open(true);
    bench.centre.answerNext(fail('command.forbidden'));
    await bench.commands['chats.intrude'](wish);
    told(invited);
    expect(accepts()).toBe(0);
  });

  it('forgets a wish with the session it was made in', async () => {
    const { bench, accepts, told } = open(true);
    await bench.commands['chats.intrude'](wish);
    bench.floorStore.signedOut();
    told(invited);
    expect(accepts()).toBe(0);
  });

  it('stops with the application', async () => {
    const { bench, undo, accepts, told } = open(true);
    await bench.commands['chats.intrude'](wish);
    undo();
    told(invited);
    expect(accepts()).toBe(0);
  });
});
