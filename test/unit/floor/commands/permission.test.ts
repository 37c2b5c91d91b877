import { describe, expect, it } from 'vitest';
import type { CommandName, Mode } from '../../../../preload/contract';
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
  const error = whyNotNow({ floorStore: bench.floorStore, invitationModes, stepBack }, name, request);
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
      invitationModes: new InvitationModes(floorStore),
      stepBack: { isTooSoon: () => false },
    };
    floorStore.connectionChanged(offline);
    expect(whyNotNow(tools, 'chats.leave', {})).not.toBeNull();
    expect(whyNotNow(tools, 'chats.monitor', {})).toBeNull();
  });
});
