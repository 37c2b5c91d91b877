import { describe, expect, it } from 'vitest';
import {
  canJoinAgain,
  completeNeedsConfirmation,
  isAloneWithCustomer,
  leaveNeedsConfirmation,
} from '../../../../../renderer/domain/modes/leave-confirmation';
import { participant } from '../../../../support/renderer/seed-floor';
import { liveChat } from '../seeds';

const customer = participant('customer', 'Kim', 'everyone');
const agent = participant('agent', 'Ana', 'everyone');
const self = participant('self', 'Sam', 'everyone');

describe('the way out', () => {
  it.each([
    ['an agent is there', [customer, agent, self], false],
    ['only the customer is there', [customer, self], true],
    [
      'another supervisor speaks with the customer',
      [customer, self, participant('supervisor', 'Lena', 'everyone')],
      false,
    ],
    ['another supervisor only listens', [customer, self, participant('supervisor', 'Lena', 'supervisors')], true],
    ['the customer is gone', [self], false],
    ['nobody said who is there', [], false],
  ])('knows whether the customer stays when %s', (_, participants, isAlone) => {
    expect(isAloneWithCustomer(liveChat({ participants }))).toBe(isAlone);
  });

  it('asks where the customer sees it or loses by it, and nowhere else', () => {
    expect(leaveNeedsConfirmation(liveChat({ mode: 'monitor' }))).toBe(false);
    expect(leaveNeedsConfirmation(liveChat({ mode: 'coach' }))).toBe(false);
    expect(leaveNeedsConfirmation(liveChat({ mode: 'bargeIn' }))).toBe(true);
    expect(leaveNeedsConfirmation(liveChat({ mode: 'monitor', participants: [customer, self] }))).toBe(true);
  });

  it('asks before a chat that goes on is ended for everybody, not before one that was left is put away', () => {
    expect(completeNeedsConfirmation(liveChat())).toBe(true);
    expect(completeNeedsConfirmation(liveChat({ state: 'left', endedAt: 1 }))).toBe(false);
    expect(completeNeedsConfirmation(liveChat({ state: 'unknown' }))).toBe(true);
  });

  it('does not ask in a chat that is over, although only the customer was left', () => {
    const alone = liveChat({ state: 'left', mode: 'bargeIn', participants: [customer, self], endedAt: 1 });
    expect(leaveNeedsConfirmation(alone)).toBe(false);
  });

  it('does not count the own appearance as an answer to the customer', () => {
    const shownAsAgent = { ...self, visibility: 'everyone' as const };
    expect(isAloneWithCustomer(liveChat({ participants: [customer, shownAsAgent] }))).toBe(true);
  });
});

describe('joining again after leaving', () => {
  const mine = { ...agent, userId: 'user-ana' };
  it.each([
    [true, { participants: [customer, mine] }],
    [true, { participants: [customer, { ...agent, userId: null }] }],
    [false, { participants: [customer, { ...agent, userId: 'user-other' }] }],
    [false, { participants: [{ ...customer, userId: 'user-ana' }] }],
    [false, { participants: [{ ...customer, userId: null }] }],
    [false, { participants: [customer, mine], agentId: null }],
    [false, { participants: [customer, { ...agent, userId: null }], agentId: null }],
    [false, { participants: [customer, mine], state: 'finished' as const }],
    [false, { participants: [] }],
  ])('is possible: %s (%#)', (isPossible, changes) => {
    expect(canJoinAgain(liveChat({ agentId: 'user-ana', ...changes }))).toBe(isPossible);
  });
});
