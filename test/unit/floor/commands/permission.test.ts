import { describe, expect, it } from 'vitest';
import type { CommandName, Mode } from '../../../../preload/contract';
import { allRights, type Rights } from '../../../../preload/contract/rights';
import { whyNotNow } from '../../../../main/floor/commands/permission';
import { InvitationModes } from '../../../../main/floor/step-back/invitation-modes';
import { CommandBench } from '../../../support/floor/command-bench';
import { offline } from '../../../support/floor/step-back-bench';

/** The mode that a step back was asked about for this command; `undefined` if it was not asked. */
async function modeAskedFor(name: CommandName, request: object): Promise<Mode | null | undefined> {
  const bench = new CommandBench();
  const invitationModes = new InvitationModes(bench.floorStore);
  await bench.commands['chats.intrude']({ requestId: 'r', chatId: 'mine', agentId: 'user-ada', mode: 'coach' });
  const asked: (Mode | null)[] = [];
  const stepBack = { isTooSoon: (mode: Mode | null) => asked.push(mode) > 0 };
  const error = whyNotNow(
    { floorStore: bench.floorStore, rights: allRights, invitationModes, stepBack },
    name,
    request,
  );
  expect(error?.code).toBe(asked.length > 0 ? 'command.steppingBack' : undefined);
  return asked[0];
}

describe('a command during a step back', () => {
  it.each<[CommandName, object, Mode | null | undefined]>([
    ['chats.coach', { chatId: 'a' }, 'coach'],
    ['chats.bargeIn', { chatId: 'a' }, 'bargeIn'],
    ['agents.watch', { agentId: 'user-ada', mode: 'monitor' }, 'monitor'],
    ['agents.watch', { agentId: 'user-ada', mode: 'bargeIn' }, 'bargeIn'],
    ['chats.intrude', { chatId: 'a', mode: 'coach' }, 'coach'],
    ['chats.accept', { chatId: 'mine' }, 'coach'],
    ['chats.accept', { chatId: 'of-another' }, null],
    ['chats.monitor', { chatId: 'a' }, undefined],
    ['chats.leave', { chatId: 'a' }, undefined],
    ['chats.sendToEveryone', { chatId: 'mine', mode: 'bargeIn' }, undefined],
    ['agents.stopWatching', { agentId: 'user-ada', mode: 'coach' }, undefined],
  ])('%s %j leads to %s', async (name, request, mode) => {
    expect(await modeAskedFor(name, request)).toBe(mode);
  });
});

describe('a command while offline', () => {
  it('is refused, except the return to monitoring', () => {
    const { floorStore } = new CommandBench();
    const tools = {
      floorStore,
      rights: allRights,
      invitationModes: new InvitationModes(floorStore),
      stepBack: { isTooSoon: () => false },
    };
    floorStore.connectionChanged(offline);
    expect(whyNotNow(tools, 'chats.leave', {})).not.toBeNull();
    expect(whyNotNow(tools, 'chats.monitor', {})).toBeNull();
  });
});

describe('a command that the policy forbids', () => {
  const refused = { code: 'policy.notAllowed' };
  const noBargeIn = { ...allRights, mayBargeIn: false };
  const noCoach = { ...allRights, mayCoach: false };

  function answerTo(rights: Rights, name: CommandName, request: object) {
    const { floorStore } = new CommandBench();
    const invitationModes = new InvitationModes(floorStore);
    return whyNotNow({ floorStore, rights, invitationModes, stepBack: { isTooSoon: () => false } }, name, request);
  }

  it.each<[Rights, CommandName, object]>([
    [noBargeIn, 'chats.bargeIn', { chatId: 'a' }],
    [noBargeIn, 'chats.intrude', { chatId: 'a', mode: 'bargeIn' }],
    [noBargeIn, 'agents.watch', { agentId: 'user-ada', mode: 'bargeIn', scope: 'nextChat' }],
    [noBargeIn, 'chats.sendToEveryone', { chatId: 'a', composedIn: 'bargeIn' }],
    [noBargeIn, 'chats.accept', { chatId: 'of-another' }],
    [noCoach, 'chats.coach', { chatId: 'a' }],
    [noCoach, 'chats.sendToAgents', { chatId: 'a', composedIn: 'coach' }],
    [
      { ...allRights, mayWatchAllChats: false },
      'agents.watch',
      { agentId: 'user-ada', mode: 'monitor', scope: 'allChats' },
    ],
  ])('is refused: %j %s %j', (rights, name, request) => {
    expect(answerTo(rights, name, request)).toEqual(refused);
    expect(answerTo(allRights, name, request)).not.toEqual(refused);
  });

  it.each<[CommandName, object]>([
    ['chats.monitor', { chatId: 'a' }],
    ['chats.leave', { chatId: 'a' }],
    ['agents.stopWatching', { agentId: 'user-ada' }],
    ['agents.watch', { agentId: 'user-ada', mode: 'monitor', scope: 'nextChat' }],
  ])('never is the way out or a silent watch: %s', (name, request) => {
    const none = Object.fromEntries(Object.keys(allRights).map((one) => [one, false])) as Rights;
    expect(answerTo(none, name, request)).not.toEqual(refused);
  });
});
