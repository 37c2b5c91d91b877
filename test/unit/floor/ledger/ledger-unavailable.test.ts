import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import { at, newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated, entry, messages } from '../../../support/floor/readings';

function ledgerWithBoth(): Ledger {
  const ledger = newLedger();
  ledger.applySnapshot({ chats: [], transcripts: [] }, false, at(0));
  ledger.apply(
    [
      chatUpdated(activeChat()),
      chatUpdated(activeChat('agents', { chatId: 'sms-1', medium: 'sms' })),
      messages([entry(1)]),
    ],
    at(10),
  );
  return ledger;
}

describe('applySnapshot without one medium', () => {
  it('revokes chats of the read medium and keeps the rest', () => {
    const ledger = ledgerWithBoth();
    ledger.applySnapshot({ chats: [], transcripts: [], unavailable: ['sms'] }, false, at(20));
    expect([ledger.chat('chat-1')?.state, ledger.chat('sms-1')?.state]).toEqual(['revoked', 'active']);
  });

  it('revokes chats of both media when both were read', () => {
    const ledger = ledgerWithBoth();
    ledger.applySnapshot({ chats: [], transcripts: [], unavailable: [] }, false, at(20));
    expect([ledger.chat('chat-1')?.state, ledger.chat('sms-1')?.state]).toEqual(['revoked', 'revoked']);
  });

  it('marks what may be missing in the kept chats', () => {
    const ledger = ledgerWithBoth();
    ledger.markEventsLost();
    ledger.applySnapshot({ chats: [], transcripts: [], unavailable: ['sms'] }, true, at(20));
    const transcript = ledger.transcripts().find(({ chatId }) => chatId === 'sms-1');
    expect(transcript?.gaps).toHaveLength(1);
  });
});

describe('medium of a chat', () => {
  it('is known from the intrude request before any update', () => {
    const ledger = newLedger();
    ledger.expectInvitation('c', { medium: 'sms', agentId: 'a', agentName: null, customerName: null }, at(0));
    ledger.apply([chatUpdated({ chatId: 'c', state: 'invited', allowedActions: ['accept'], participants: [] })], at(1));
    expect([ledger.mediumOf('c'), ledger.chat('c')?.medium, ledger.mediumOf('other')]).toEqual(['sms', 'sms', null]);
  });
});
