import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { maxCustomerFields, maxParticipants } from '../../../../main/gws/translate/bounded';
import { translateNotification } from '../../../../main/gws/translate/notification';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { self } from '../../../support/floor/readings';
import { QuietLog } from '../../../support/gws/quiet-log';
import type { Chat } from '../../../../preload/contract';

const moment = { now: 0, monotonicMs: 0 };

function chatAfter(...chats: readonly object[]): Chat | undefined {
  const quarantine = createQuarantine(new QuietLog().for('test'));
  const ledger = new Ledger({ self, isWatched: () => false });
  for (const chat of chats) {
    const data = { messageType: 'ChatStateChangeMessage', notificationType: 'ParticipantsUpdated', chat };
    ledger.apply(translateNotification(data, 0, quarantine), moment);
  }
  return ledger.chats()[0];
}

const crowd = (count: number): readonly object[] =>
  Array.from({ length: count }, (_none, at) => ({ participantId: `p${at}`, type: 'Customer', nickname: `C ${at}` }));
const own = {
  participantId: 'own',
  type: 'Agent',
  nickname: 'Sofia',
  path: `/users/${self.userId}`,
  visibility: 'All',
};

describe('a frame with 100,000 participants', () => {
  it('becomes a bounded list that includes the supervisor, and the number of the others', () => {
    const chat = chatAfter({ id: 'c1', state: 'Chatting', participants: [...crowd(100_000), own] });
    expect(chat?.participants).toHaveLength(maxParticipants);
    expect(chat?.participants.filter(({ kind }) => kind === 'self')).toHaveLength(1);
    expect([chat?.mode, chat?.participantsLeftOut]).toEqual(['bargeIn', 100_001 - maxParticipants]);
  });

  it('is replaced by the next frame with fewer participants', () => {
    const chat = chatAfter(
      { id: 'c1', state: 'Chatting', participants: [...crowd(1_000), own] },
      { id: 'c1', state: 'Chatting', participants: [...crowd(2), own] },
    );
    expect(chat?.participants).toHaveLength(3);
    expect(chat).not.toHaveProperty('participantsLeftOut');
  });
});

describe('a frame with 100,000 customer fields', () => {
  it('becomes a bounded list and the number of the others', () => {
    const userData = Object.fromEntries(Array.from({ length: 100_000 }, (_none, at) => [`key-${at}`, 'x']));
    const chat = chatAfter({ id: 'c1', state: 'Chatting', participants: [own], userData });
    expect([chat?.customerData.length, chat?.customerDataLeftOut]).toEqual([
      maxCustomerFields,
      100_000 - maxCustomerFields,
    ]);
  });
});
