import { describe, expect, it } from 'vitest';
import type { Chat, ConnectionState, MenuOperation } from '../../../../../preload/contract';
import { menuOperations } from '../../../../../preload/contract/chat-operations';
import { operationOptionsFor, reasonAgainstData } from '../../../../../renderer/domain/modes/operation-option';
import type { OperationReason } from '../../../../../renderer/domain/modes/operation-option';
import { actionsIn } from '../../../../support/renderer/seed-floor';
import { liveChat } from '../seeds';

function reasons(
  chat: Chat,
  changes: { connection?: ConnectionState['phase']; isModeChanging?: boolean; underWay?: MenuOperation } = {},
): Partial<Record<MenuOperation, OperationReason | null>> {
  const offers = operationOptionsFor({
    chat,
    connection: changes.connection ?? 'live',
    isModeChanging: changes.isModeChanging ?? false,
    isUnderWay: (operation) => operation === changes.underWay,
  });
  return Object.fromEntries(offers.map(({ operation, reason }) => [operation, reason]));
}

const bargedIn = liveChat({ mode: 'bargeIn', allowedActions: actionsIn('bargeIn') });

describe('what can be done with a chat', () => {
  it('is what the server says, and nothing else', () => {
    const available = Object.entries(reasons(bargedIn)).filter(([, reason]) => reason === null);
    expect(available.map(([operation]) => operation)).toEqual([
      'transfer',
      'consult',
      'invite',
      'sendNotice',
      'pushUrl',
      'setDisposition',
      'leave',
    ]);
    expect(reasons(bargedIn).complete).toBe('notOffered');
    const bare = reasons(liveChat({ allowedActions: [] }));
    expect(Object.values(bare).filter((reason) => reason === null)).toEqual([]);
  });

  it('names the end of a consultation only where one goes on', () => {
    expect(reasons(liveChat({ allowedActions: ['cancelConsult'] })).cancelConsult).toBeNull();
    expect('cancelConsult' in reasons(bargedIn)).toBe(false);
    expect(reasons(bargedIn, { underWay: 'cancelConsult' }).cancelConsult).toBe('underWay');
  });

  it('lets nothing out that others read while it is not certain who they are', () => {
    const changing = reasons(bargedIn, { isModeChanging: true });
    expect([changing.sendNotice, changing.pushUrl, changing.transfer]).toEqual(['modeChanging', 'modeChanging', null]);
    // Some servers list what the mode forbids.
    const all = [...bargedIn.allowedActions];
    expect(reasons(liveChat({ mode: 'coach', allowedActions: all })).pushUrl).toBe('onlyBargedIn');
    expect(reasons(liveChat({ mode: 'monitor', allowedActions: all })).sendNotice).toBe('notInMonitor');
    expect(reasons(liveChat({ mode: null, allowedActions: all })).sendNotice).toBe('notInMonitor');
  });

  it.each(['stale', 'offline', 'connecting', 'signedOut'] as const)('offers nothing while %s', (connection) => {
    expect(new Set(Object.values(reasons(bargedIn, { connection })))).toEqual(new Set(['offline']));
  });

  it('says of a chat that is over that it is, but lets what was left be completed', () => {
    const left = liveChat({
      state: 'left',
      mode: null,
      allowedActions: ['complete', 'setDisposition'],
      endedAt: 1,
    });
    expect(reasons(left)).toMatchObject({
      complete: null,
      setDisposition: null,
      transfer: 'ended',
      sendNotice: 'ended',
    });
  });

  it('waits for the answer to an invitation, and always lets one out of a state it does not know', () => {
    expect(new Set(Object.values(reasons(liveChat({ state: 'invited', allowedActions: ['accept'] }))))).toEqual(
      new Set(['invited']),
    );
    expect(reasons(liveChat({ state: 'unknown', allowedActions: [] })).leave).toBeNull();
  });

  it('offers a notice that only agents would read, and a way out only where the server lists it', () => {
    const coached = liveChat({ mode: 'coach', allowedActions: ['sendNoticeToAgents'] });
    expect(reasons(coached)).toMatchObject({ sendNotice: null, leave: 'notOffered' });
    expect(reasons(liveChat({ state: 'unknown', allowedActions: [] })).complete).not.toBeNull();
  });

  it('does not offer what is under way', () => {
    for (const underWay of menuOperations) expect(reasons(bargedIn, { underWay })[underWay]).toBe('underWay');
  });
});

describe('changing what is known of a customer', () => {
  it('follows the capabilities and the connection', () => {
    expect(reasonAgainstData('updateUserData', bargedIn, 'live')).toBeNull();
    expect(reasonAgainstData('updateUserData', bargedIn, 'offline')).toBe('offline');
    expect(reasonAgainstData('updateUserData', liveChat({ ...bargedIn, state: 'invited' }), 'live')).toBe('invited');
    expect(reasonAgainstData('removeParticipant', liveChat(), 'live')).toBe('notOffered');
    expect(
      reasonAgainstData('attachUserData', liveChat({ state: 'finished', allowedActions: [], endedAt: 1 }), 'live'),
    ).toBe('ended');
  });
});
