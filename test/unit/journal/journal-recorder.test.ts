import { describe, expect, it } from 'vitest';
import type { JournalData, JournalKind, SentRequest } from '../../../preload/contract';
import { JournalRecorder } from '../../../main/journal/journal-recorder';
import type { JournalOwner } from '../../../main/journal/journal';
import { seedChat } from '../../support/renderer/seed-floor';

class KeptRecords {
  readonly records: (readonly [JournalKind, JournalData])[] = [];
  readonly owners: JournalOwner[] = [];

  open(owner: JournalOwner): void {
    this.owners.push(owner);
  }

  append(kind: JournalKind, data: JournalData): void {
    this.records.push([kind, data]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  of(kind: JournalKind): readonly JournalData[] {
    return this.records.filter(([other]) => other === kind).map(([, data]) => data);
  }
}

function recorder(): { readonly journal: KeptRecords; readonly recorder: JournalRecorder } {
  const journal = new KeptRecords();
  return { journal, recorder: new JournalRecorder(journal, 'run') };
}

const chat = (mode: 'monitor' | 'coach' | 'bargeIn' | null, state: 'invited' | 'active' | 'finished' = 'active') =>
  ({
    type: 'chatChanged',
    chat: seedChat({ id: 'c1', customer: 'Robin Vale', agent: 'Ana Ruiz', mode, receivedAt: 0, state }),
  }) as const;

const operation = (
  name: string,
  noticedBy: SentRequest['noticedBy'],
  mode: SentRequest['mode'] = null,
): SentRequest => ({
  ...{ method: 'POST', path: '/me/chats/c1', operations: [name], noticedBy, chatId: 'c1', mode },
  dependsOnMode: ['Accept', 'Leave', 'SwitchToMonitor', 'SwitchToCoach'].includes(name),
});

describe('the journal recorder', () => {
  it('ends an active chat that is removed, and no other', () => {
    const { journal, recorder: records } = recorder();
    records.applyChanges([chat('coach'), { type: 'chatRemoved', chatId: 'c1' }]);
    expect(journal.of('chatEnded')).toEqual([{ chat: 'c1', state: 'removed' }]);
    records.applyChanges([chat('coach'), chat(null, 'finished'), { type: 'chatRemoved', chatId: 'c1' }]);
    expect(journal.of('chatEnded')).toHaveLength(2);
  });

  it('records joins, modes and ends of chats as the server reports them', () => {
    const { journal, recorder: records } = recorder();
    records.applyChanges([
      chat(null, 'invited'),
      chat('monitor'),
      chat('monitor'),
      chat('coach'),
      chat(null, 'finished'),
    ]);
    expect(journal.records.map(([kind, data]) => [kind, data['mode'] ?? data['state']])).toEqual([
      ['chatJoined', 'monitor'],
      ['chatMode', 'coach'],
      ['chatEnded', 'finished'],
    ]);
  });

  it('records a command once when it begins and once when it settles, with its error', () => {
    const { journal, recorder: records } = recorder();
    const command = {
      requestId: 'r1',
      kind: 'coach',
      chatId: 'c1',
      agentId: null,
      phase: 'sending',
      since: 0,
    } as const;
    records.applyChanges([
      { type: 'commandPending', command },
      { type: 'commandPending', command: { ...command, phase: 'accepted' } },
      { type: 'commandSettled', command, error: { code: 'command.outcomeUnknown' } },
    ]);
    expect(journal.of('act')).toEqual([{ requestId: 'r1', act: 'coach', chat: 'c1', agent: null, mode: null }]);
    expect(journal.of('actSettled')).toMatchObject([{ requestId: 'r1', error: 'command.outcomeUnknown' }]);
  });

  it('records an alert when a reason comes and when it goes, without the words of the customer', () => {
    const { journal, recorder: records } = recorder();
    const reason = { rule: 'threats', severity: 'hot', since: 1, count: 1, words: 'my lawyer', entryIndex: 4 } as const;
    const attention = { chatId: 'c1', reasons: [reason], acknowledged: [], score: 5, hasGap: false, unjoined: null };
    records.applyChanges([
      { type: 'attentionChanged', chatId: 'c1', attention },
      { type: 'attentionChanged', chatId: 'c1', attention },
      { type: 'attentionChanged', chatId: 'c1', attention: null },
    ]);
    expect(journal.records).toEqual([
      ['alertRaised', { chat: 'c1', rule: 'threats', severity: 'hot' }],
      ['alertEnded', { chat: 'c1', rule: 'threats', severity: 'hot' }],
    ]);
  });

  it('contains no name of a customer', () => {
    const { journal, recorder: records } = recorder();
    records.applyChanges([chat('bargeIn'), chat(null, 'finished')]);
    expect(JSON.stringify(journal.records)).not.toContain('Robin');
  });
});

describe('who could have noticed a request', () => {
  it.each([
    ['monitor', 'Leave', 'noOne'],
    ['coach', 'Leave', 'agents'],
    ['bargeIn', 'Leave', 'everyone'],
    ['coach', 'SwitchToMonitor', 'agents'],
    ['bargeIn', 'SwitchToCoach', 'everyone'],
  ] as const)('in %s, %s is noticed by %s', (mode, name, expected) => {
    const { journal, recorder: records } = recorder();
    records.applyChanges([chat(mode)]);
    records.request(operation(name, name === 'SwitchToCoach' ? 'agents' : 'noOne'));
    expect(journal.of('request')).toMatchObject([{ noticedBy: expected, chat: 'c1' }]);
  });

  it('takes the mode of an acceptance from the intrusion before it', () => {
    const { journal, recorder: records } = recorder();
    records.request(operation('Intrude', 'agents', 'coach'));
    records.applyChanges([chat(null, 'invited')]);
    records.request(operation('Accept', 'noOne'));
    expect(journal.of('request').at(-1)).toMatchObject({ operations: ['Accept'], noticedBy: 'agents' });
  });

  it('is unknown where the mode is not known', () => {
    const { journal, recorder: records } = recorder();
    records.request(operation('Leave', 'noOne'));
    expect(journal.of('request')).toMatchObject([{ noticedBy: 'unknown' }]);
  });
});
