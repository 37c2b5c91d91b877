import { describe, expect, it } from 'vitest';
import type { Agent, CommandKind, Mode, PendingCommand, StepBackScope, Watch } from '../../../../preload/contract';
import { exposuresOf, modeRequestedBy, type ExposureSources } from '../../../../main/floor/step-back/exposures';
import { isWaitedFor } from '../../../../main/floor/step-back/item-status';
import { FloorStore } from '../../../../main/floor/floor-store';
import { MemoryLog } from '../../../support/floor/memory-log';
import { activeChat, chatUpdated, self } from '../../../support/floor/readings';
import { sofiaSignedIn } from '../../../support/floor/command-bench';
import { VirtualClock } from '../../../support/virtual-clock';

function pending(kind: CommandKind, changes: Partial<PendingCommand> = {}): PendingCommand {
  return { requestId: `r-${kind}`, kind, chatId: null, agentId: null, phase: 'sending', since: 0, ...changes };
}

function agent(id: string, name: string, chatId: string): Agent {
  const chats = [
    { chatId: 'another', medium: 'chat' as const, customerName: 'Nora', startedAt: null },
    { chatId, medium: 'chat' as const, customerName: 'Theo', startedAt: null },
  ];
  return { id, userName: id, name, presence: 'ready', presenceText: null, groups: [], chats };
}

function watchIn(mode: Mode, agentId: string): Watch {
  return { agentId, mode, scope: 'allChats', media: ['chat'], nickname: '', state: 'active', since: 0 };
}

/** The chats of a floor with one chat in monitor and one that is over. */
function chats() {
  const floorStore = new FloorStore(new VirtualClock(), new MemoryLog().logger);
  floorStore.signedIn(sofiaSignedIn, self);
  floorStore.applyEvents([
    chatUpdated(activeChat('supervisors', { chatId: 'silent' })),
    chatUpdated(activeChat('supervisors', { chatId: 'over', state: 'finished', allowedActions: [] })),
    chatUpdated(activeChat('supervisors', { chatId: 'invited', state: 'invited', allowedActions: ['accept'] })),
  ]);
  return floorStore.snapshot().chats;
}

function found(changes: Partial<ExposureSources>, scope: StepBackScope = 'everyone'): readonly string[] {
  const none = { watches: [], agents: [], pending: [], invitations: new Map(), heldWatches: new Map() };
  return exposuresOf({ chats: chats(), ...none, ...changes }, scope).map(({ kind, id }) => `${kind} ${id}`);
}

describe('the mode a pending command leads to', () => {
  it.each<[CommandKind, Mode | undefined, Mode | null | undefined]>([
    ['monitor', undefined, 'monitor'],
    ['coach', undefined, 'coach'],
    ['bargeIn', undefined, 'bargeIn'],
    ['watch', 'coach', 'coach'],
    ['intrude', 'bargeIn', 'bargeIn'],
    ['accept', 'monitor', 'monitor'],
    ['watch', undefined, null],
    ['intrude', undefined, null],
    ['accept', undefined, null],
    ['leave', undefined, undefined],
    ['reject', undefined, undefined],
    ['stopWatching', undefined, undefined],
  ])('of %s in %s is %s', (kind, mode, expected) => {
    expect(modeRequestedBy(pending(kind, mode === undefined ? {} : { mode }))).toBe(expected);
  });
});

describe('exposures', () => {
  it.each<[string, Partial<PendingCommand> & { kind: CommandKind }, readonly string[]]>([
    ['a visible mode of an active chat', { kind: 'coach', chatId: 'silent' }, ['chat silent']],
    ['a visible mode of a chat that is over', { kind: 'coach', chatId: 'over' }, []],
    ['monitor', { kind: 'monitor', chatId: 'silent' }, []],
    ['leaving', { kind: 'leave', chatId: 'silent' }, []],
    ['a mode of another chat', { kind: 'coach', chatId: 'elsewhere' }, []],
    ['accepting to coach', { kind: 'accept', chatId: 'invited', mode: 'coach' }, ['invitation invited']],
    ['accepting to monitor', { kind: 'accept', chatId: 'invited', mode: 'monitor' }, []],
    ['intruding to coach', { kind: 'intrude', chatId: 'new', mode: 'coach' }, ['invitation new']],
    ['intruding to monitor', { kind: 'intrude', chatId: 'new', mode: 'monitor' }, []],
    ['intruding in a chat that is on the floor', { kind: 'intrude', chatId: 'silent', mode: 'coach' }, ['chat silent']],
    ['a visible watch', { kind: 'watch', agentId: 'ada', mode: 'coach' }, ['watch ada']],
    ['a watch in a mode that is not known', { kind: 'watch', agentId: 'ada' }, ['watch ada']],
    ['a silent watch', { kind: 'watch', agentId: 'ada', mode: 'monitor' }, []],
    ['ending a watch', { kind: 'stopWatching', agentId: 'ada' }, []],
    ['intruding with an agent', { kind: 'intrude', agentId: 'ada', mode: 'coach' }, []],
  ])('come from a pending request for %s', (_, { kind, ...changes }, expected) => {
    expect(found({ pending: [pending(kind, changes)] })).toEqual(expected);
  });

  it('to customers come only from barge-in, or from what is not known', () => {
    const requests = [
      pending('coach', { chatId: 'silent' }),
      pending('intrude', { requestId: 'r-2', chatId: 'new', mode: 'bargeIn' }),
      pending('watch', { requestId: 'r-3', agentId: 'ada', mode: 'coach' }),
      pending('watch', { requestId: 'r-4', agentId: 'ben' }),
    ];
    expect(found({ pending: requests }, 'customers')).toEqual(['invitation new', 'watch ben']);
  });

  it('include watches that are listed, held unlisted and requested, each agent once', () => {
    const sources = {
      watches: [watchIn('coach', 'ada'), watchIn('monitor', 'ben'), watchIn('coach', 'eve')],
      heldWatches: new Map([
        ['ada', ['chat'] as const],
        ['cem', ['chat'] as const],
      ]),
      pending: [
        pending('watch', { agentId: 'dia', mode: 'bargeIn' }),
        pending('watch', { agentId: 'ben', mode: 'monitor' }),
      ],
    };
    expect(found(sources)).toEqual(['watch ada', 'watch eve', 'watch cem', 'watch dia']);
    expect(found({ ...sources, heldWatches: new Map() }, 'customers')).toEqual(['watch dia']);
  });

  it('name the agent and the customer of an invitation that is on its way', () => {
    const agents = [agent('ben', 'Ben', 'other'), agent('ada', 'Ada', 'new')];
    const request = pending('intrude', { chatId: 'new', agentId: 'ada', mode: 'coach' });
    const none = { watches: [], invitations: new Map(), heldWatches: new Map([['ada', ['chat'] as const]]) };
    expect(exposuresOf({ chats: [], agents, pending: [request], ...none }, 'everyone')).toEqual([
      { kind: 'invitation', id: 'new', customerName: 'Theo', agentName: 'Ada' },
      { kind: 'watch', id: 'ada', customerName: null, agentName: 'Ada' },
    ]);
  });

  it('include an open invitation by the mode that was requested', () => {
    expect(found({ invitations: new Map([['invited', 'coach'] as const]) })).toEqual(['invitation invited']);
    expect(found({ invitations: new Map([['invited', 'coach'] as const]) }, 'customers')).toEqual([]);
    expect(found({ invitations: new Map([['silent', 'coach'] as const]) })).toEqual([]);
  });
});

describe('an exposure with a pending request', () => {
  const chat = { kind: 'chat', id: 'a', customerName: null, agentName: null } as const;
  const watch = { ...chat, kind: 'watch' } as const;

  it.each([
    [chat, pending('monitor', { chatId: 'a' }), 'requested'],
    [chat, pending('leave', { chatId: 'a', phase: 'accepted' }), 'requested'],
    [chat, pending('monitor', { chatId: 'a', phase: 'notConfirmed' }), 'notConfirmed'],
    [chat, pending('monitor', { chatId: 'b' }), null],
    [chat, pending('coach', { chatId: 'a' }), null],
    [watch, pending('watch', { agentId: 'a' }), 'requested'],
    [watch, pending('watch', { chatId: 'a' }), null],
  ])('is waited for (%#)', (exposure, request, expected) => {
    expect(isWaitedFor([request], exposure)).toBe(expected);
  });
});
