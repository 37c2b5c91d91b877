import { describe, expect, it } from 'vitest';
import type { JournalData, JournalEntry, JournalKind } from '../../../preload/contract';
import { shiftReport } from '../../../main/journal/report/shift-report';

const minuteMs = 60_000;
const shift = { from: 100 * minuteMs, to: 200 * minuteMs };

/** Records at minutes of a day, in the order they are added. */
class Records {
  readonly entries: JournalEntry[] = [];

  at(minute: number, kind: JournalKind, data: JournalData = {}): this {
    this.entries.push({ seq: this.entries.length + 1, at: minute * minuteMs, kind, data });
    return this;
  }

  get report() {
    return shiftReport(this.entries, shift);
  }
}

const chat = 'c1';
const joined = { chat, mode: 'monitor', agent: 'ana', medium: 'chat' };
const waiting = { chat, rule: 'customerWaiting', severity: 'hot' };

describe('the response to alerts', () => {
  it('is the time to the first act on the chat, with median and slowest', () => {
    const records = new Records();
    for (const [number, minutes] of [1, 4, 9].entries()) {
      const one = { chat: `c${String(number)}` };
      records.at(110 + number * 10, 'alertRaised', { ...waiting, ...one });
      records.at(110 + number * 10 + minutes, 'chatOpened', one);
    }
    const { alerts } = records.at(199, 'signedOut').report;
    expect(alerts).toMatchObject({ total: 3, answered: 3, medianMs: 4 * minuteMs });
    expect(alerts.slowest).toEqual({ ms: 9 * minuteMs, chatId: 'c2', rule: 'customerWaiting' });
  });

  it('counts a reason that gets hotter as one alert', () => {
    const { alerts } = new Records()
      .at(110, 'alertRaised', { ...waiting, severity: 'warm' })
      .at(112, 'alertRaised', waiting)
      .at(112, 'alertEnded', { ...waiting, severity: 'warm' })
      .at(113, 'acknowledged', { chat, rules: ['customerWaiting'] })
      .at(113, 'alertEnded', waiting).report;
    expect(alerts).toMatchObject({ total: 1, urgent: 1, answered: 1, medianMs: 3 * minuteMs });
  });

  it('separates alerts of the open chat, those that ended before and those without a reaction', () => {
    const { alerts } = new Records()
      .at(110, 'chatOpened', { chat })
      .at(111, 'alertRaised', waiting)
      .at(112, 'alertEnded', waiting)
      .at(113, 'alertRaised', { ...waiting, chat: 'c2' })
      .at(114, 'alertEnded', { ...waiting, chat: 'c2' })
      .at(115, 'alertRaised', { ...waiting, chat: 'c3' })
      .at(199, 'signedOut').report;
    expect(alerts).toEqual({
      ...{ total: 3, urgent: 3, answered: 0, alreadyOpen: 1, endedBefore: 1, unanswered: 1 },
      medianMs: null,
      slowest: null,
    });
  });
});

describe('interventions', () => {
  const coached = (): Records =>
    new Records()
      .at(110, 'chatJoined', joined)
      .at(111, 'alertRaised', waiting)
      .at(112, 'chatMode', { chat, mode: 'coach' })
      .at(113, 'message', { chat, to: 'agents', textLength: 5 })
      .at(115, 'chatMode', { chat, mode: 'monitor' });

  it('have their length, their messages and what became of the chat', () => {
    const solved = coached().at(120, 'alertEnded', waiting).at(150, 'signedOut').report;
    expect(solved.interventions).toEqual([
      {
        ...{ chatId: chat, agentId: 'ana', mode: 'coach', at: 112 * minuteMs },
        ...{ lastedMs: 3 * minuteMs, messageCount: 1, outcome: 'solved' },
      },
    ]);
    expect(solved.messages).toEqual({ toAgents: 1, toEveryone: 0 });
  });

  it('say when the alert went on, the chat ended, or the records end too early to know', () => {
    const outcome = (records: Records) => records.report.interventions[0]?.outcome;
    expect(outcome(coached().at(150, 'signedOut'))).toBe('open');
    expect(outcome(coached().at(118, 'chatEnded', { chat, state: 'finished' }).at(118, 'alertEnded', waiting))).toBe(
      'chatEnded',
    );
    expect(outcome(coached().at(116, 'connection', { phase: 'live' }))).toBe('notKnown');
    const bargedIn = new Records()
      .at(110, 'chatJoined', joined)
      .at(112, 'chatMode', { chat, mode: 'coach' })
      .at(115, 'chatMode', { chat, mode: 'bargeIn' })
      .at(118, 'chatEnded', { chat, state: 'finished' });
    expect(bargedIn.report.interventions.map(({ mode, outcome: after }) => [mode, after])).toEqual([
      ['coach', 'bargedIn'],
      ['bargeIn', null],
    ]);
    expect(outcome(new Records().at(110, 'chatJoined', { ...joined, mode: 'coach' }).at(150, 'signedOut'))).toBe(
      'noAlert',
    );
  });

  it('that go on, or ended with a crash, have no known length', () => {
    const goesOn = new Records().at(110, 'chatJoined', { ...joined, mode: 'bargeIn' }).at(120, 'connection', {});
    expect(goesOn.report.interventions[0]?.lastedMs).toBeNull();
    const crashed = new Records()
      .at(110, 'chatJoined', { ...joined, mode: 'bargeIn' })
      .at(112, 'request')
      .at(150, 'journalOpened');
    expect(crashed.report.interventions[0]?.lastedMs).toBeNull();
    expect(crashed.report.agents[0]).toMatchObject({ isAtLeast: true, byMode: { bargeIn: 2 * minuteMs } });
  });
});

describe('the monitored time', () => {
  it('is counted per agent and mode within the period, from chats that began before it too', () => {
    const { agents, chatCount } = new Records()
      .at(90, 'chatJoined', joined)
      .at(120, 'chatMode', { chat, mode: 'coach' })
      .at(130, 'chatAgent', { chat, agent: 'ben' })
      .at(135, 'chatEnded', { chat, state: 'finished' }).report;
    expect(chatCount).toBe(1);
    expect(agents).toEqual([
      {
        ...{ agentId: 'ana', chatCount: 1, isAtLeast: false },
        byMode: { monitor: 20 * minuteMs, coach: 10 * minuteMs, bargeIn: 0, unknown: 0 },
      },
      {
        ...{ agentId: 'ben', chatCount: 1, isAtLeast: false },
        byMode: { monitor: 0, coach: 5 * minuteMs, bargeIn: 0, unknown: 0 },
      },
    ]);
  });

  it('keeps an agent and a mode that are not known apart instead of guessing', () => {
    const { agents } = new Records()
      .at(110, 'chatJoined', { ...joined, agent: null, mode: null })
      .at(112, 'chatEnded', { chat, state: 'finished' }).report;
    expect(agents).toEqual([
      expect.objectContaining({ agentId: null, byMode: { monitor: 0, coach: 0, bargeIn: 0, unknown: 2 * minuteMs } }),
    ]);
  });
});

it('says what the records do not cover', () => {
  expect(new Records().report).toMatchObject({ recorded: null, chatCount: 0, lostRecords: 0 });
  const { report } = new Records().at(120, 'recordsLost', { count: 3, from: 0, until: 1 }).at(130, 'journalDamaged');
  expect(report).toMatchObject({ lostRecords: 3, isDamaged: true });
  expect(report.recorded).toEqual({ from: 120 * minuteMs, to: 130 * minuteMs });
});
