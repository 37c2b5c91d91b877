import { describe, expect, it } from 'vitest';
import {
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
  });
});
