import { describe, expect, it } from 'vitest';
import { evaluateRules } from '../../../../main/floor/attention/evaluate-rules';
import type { RuleInput } from '../../../../main/floor/attention/rule-input';
import type { AttentionReason, AttentionRule } from '../../../../preload/contract';
import {
  ana,
  at,
  chatFor,
  gapBehind,
  line,
  settingsWith,
  start,
  viewAt,
  watchingFor,
} from '../../../support/floor/attention-views';

function found(view: RuleInput, rule: AttentionRule): AttentionReason | undefined {
  return evaluateRules(view).find((reason) => reason.rule === rule);
}
const heatAt = (rule: AttentionRule, view: RuleInput): string => found(view, rule)?.severity ?? 'none';

const hello = line('agent', 0, 'How can I help?');

describe('customerWaiting', () => {
  const asked = [hello, line('customer', 10, 'My parcel is late'), line('customer', 20, 'It is order 7')];

  it.each([
    [99, 'none'],
    [100, 'warm'],
    [189, 'warm'],
    [190, 'hot'],
  ])('counts from the first unanswered entry: %i seconds are %s', (seconds, heat) => {
    expect(heatAt('customerWaiting', viewAt(seconds, asked))).toBe(heat);
  });

  it('returns the start and the entry of the wait', () => {
    expect(found(viewAt(100, asked), 'customerWaiting')).toEqual({
      rule: 'customerWaiting',
      severity: 'warm',
      since: at(10),
      count: null,
      words: null,
      entryIndex: 11,
    });
  });

  it('ends with a reply that the customer can read, and with no other', () => {
    const whisper = line('self', 30, 'Look it up', { visibility: 'agents' });
    const answer = line('agent', 31, 'One moment');
    expect(heatAt('customerWaiting', viewAt(400, [...asked, whisper]))).toBe('hot');
    expect(heatAt('customerWaiting', viewAt(400, [...asked, whisper, answer]))).toBe('none');
  });

  it('ignores a wait that may have ended in a gap, and counts entries after it', () => {
    const gaps = [gapBehind(21, 20, 60)];
    const later = line('customer', 70, 'Hello?');
    expect(heatAt('customerWaiting', viewAt(900, asked, { gaps }))).toBe('none');
    expect(found(viewAt(900, [...asked, later], { gaps }), 'customerWaiting')?.since).toBe(at(70));
  });

  it('does not apply when it is off, the chat has ended, or the customer has left', () => {
    const off = settingsWith({ customerWaiting: { isOn: false } });
    expect(heatAt('customerWaiting', viewAt(900, asked, { settings: off }))).toBe('none');
    expect(evaluateRules(viewAt(900, asked, { chat: chatFor({ state: 'finished' }) }))).toEqual([]);
    expect(evaluateRules(viewAt(900, asked, { chat: chatFor({ participants: [ana] }) }))).toEqual([]);
    expect(evaluateRules(viewAt(900, asked, { chat: chatFor({ participants: [] }) }))).not.toEqual([]);
  });
});

describe('agentSilent', () => {
  it.each([
    [299, 'none'],
    [300, 'warm'],
    [600, 'hot'],
  ])('counts from the last message of our side, not from the last of all: %i seconds are %s', (seconds, heat) => {
    expect(heatAt('agentSilent', viewAt(seconds, [hello]))).toBe(heat);
  });

  it('counts from the join of an agent who has not written yet', () => {
    const joined = line('agent', 0, '', { kind: 'joined' });
    expect(found(viewAt(300, [joined]), 'agentSilent')?.since).toBe(start);
    expect(heatAt('agentSilent', viewAt(300, [line('customer', 0, 'Hi')]))).toBe('none');
  });

  it('counts from the end of a gap', () => {
    const gaps = [gapBehind(1, 0, 100)];
    expect(heatAt('agentSilent', viewAt(399, [hello], { gaps }))).toBe('none');
    expect(found(viewAt(400, [hello], { gaps }), 'agentSilent')?.since).toBe(at(100));
  });

  it('does not apply to an agent who is typing or absent', () => {
    const typing = {
      participantId: 'part-ana',
      nickname: 'ana',
      kind: 'agent',
      visibility: 'everyone',
      since: at(300),
    };
    expect(heatAt('agentSilent', viewAt(400, [hello], { typing: [typing as RuleInput['typing'][number]] }))).toBe(
      'none',
    );
    expect(heatAt('agentSilent', viewAt(400, [hello], { aloneSince: at(390) }))).toBe('none');
  });
});

describe('unanswered', () => {
  const lines = [1, 2, 3, 4, 5].map((second) => line('customer', second, `line ${String(second)}`));
  it.each([
    [2, 'none'],
    [3, 'warm'],
    [5, 'hot'],
  ])('%i entries are %s', (count, heat) => {
    expect(heatAt('unanswered', viewAt(6, [hello, ...lines.slice(0, count)]))).toBe(heat);
  });
});

describe('repeated', () => {
  const says = (...texts: string[]) => texts.map((text, place) => line('customer', place + 1, text));
  it.each([
    [says('Where is my refund please', 'My order is 7'), 'none'],
    [says('Where is my refund please', 'My order is 7', 'where is MY refund, please!'), 'warm'],
    [says('Where is my refund please', 'So where is my refund', 'Where is my refund now'), 'hot'],
    [says('Hello?', 'Hello?'), 'warm'],
    [says('Thank you', 'Thank you'), 'none'],
    [says('ok', 'ok', 'ok', 'ok'), 'none'],
    [says('أين طلبي الآن من فضلك', 'أين طلبي الآن'), 'warm'],
    [says('😀😀', '😀😀', '???'), 'none'],
    [says('返金はいつですか？', '返金はいつですか？', '返金はいつですか？'), 'hot'],
    [says('เมื่อไหร่จะคืนเงิน', 'เมื่อไหร่จะคืนเงิน'), 'warm'],
    [says('I would like my refund', 'No, I want the money back', 'When am I reimbursed?'), 'hot'],
    [says('Die Lampe blinkt rot und brummt', 'Sie brummt, und rot blinken tut sie, die Lampe, seit gestern'), 'warm'],
    [says('Do you deliver to Norway?', 'Do you deliver to Sweden?', 'And do you deliver to Spain?'), 'none'],
    [says('As I already told you, it is broken'), 'warm'],
  ])('case %#', (entries, heat) => {
    expect(heatAt('repeated', viewAt(60, [hello, ...entries]))).toBe(heat);
  });

  it('quotes the last message and ignores what the agent asked to have repeated', () => {
    const asked = [
      line('customer', 1, 'Where is my parcel 771'),
      line('customer', 9, 'Where is that parcel 771 of mine'),
    ];
    expect(found(viewAt(60, asked), 'repeated')).toMatchObject({ count: 2, words: 'Where is that parcel 771 of mine' });
    const request = line('agent', 5, 'Could you repeat that, please?');
    expect(
      heatAt(
        'repeated',
        viewAt(
          60,
          [...asked, request].sort((a, b) => a.at - b.at),
        ),
      ),
    ).toBe('none');
  });

  it('ends after a quarter of an hour', () => {
    const entries = says('Hello?', 'Hello?');
    expect(heatAt('repeated', viewAt(901, entries))).toBe('warm');
    expect(heatAt('repeated', viewAt(902, entries))).toBe('none');
  });
});

describe('keyword rules', () => {
  it('finds a request for a superior and quotes the customer, not the list', () => {
    const plea = 'Let me speak to your MANAGER now';
    expect(found(viewAt(9, [line('customer', 1, plea)]), 'escalationWords')).toEqual({
      rule: 'escalationWords',
      severity: 'hot',
      since: at(1),
      count: 1,
      words: 'speak to your MANAGER now',
      entryIndex: 2,
    });
    expect(heatAt('escalationWords', viewAt(9, [line('agent', 1, plea)]))).toBe('none');
  });

  it.each([
    ['threats', 'You will hear from my lawyer', 'hear from my lawyer'],
    ['threats', 'Ich kündige alles', 'kündige alles'],
    ['insults', 'vous êtes une bande d’incapables', 'bande d’incapables'],
    ['danger', 'no quiero seguir viviendo', 'no quiero seguir viviendo'],
    ['escalationWords', 'أريد التحدث مع المدير', 'التحدث مع المدير'],
  ] as const)('%s in "%s"', (rule, text, words) => {
    expect(found(viewAt(9, [line('customer', 1, text)]), rule)?.words).toContain(words);
  });

  it('ignores a topic, a quoted policy, a joke and a denial', () => {
    const calm = [
      'I would like a refund, please',
      'How do I cancel the newsletter?',
      'It says “customers may cancel the contract and file a complaint”, is that so?',
      'I will sue you if that cat video is not on the site haha 😂',
      "I'm not complaining",
      'I am a lawyer and need an invoice',
    ];
    for (const text of calm) expect(evaluateRules(viewAt(9, [line('customer', 1, text)]))).toEqual([]);
  });

  it('counts an insult by the agent, which the customer’s relief does not remove', () => {
    const entries = [line('agent', 1, 'Are you stupid?'), line('customer', 5, 'Found it. Thanks, all good!')];
    expect(found(viewAt(9, entries), 'insults')).toMatchObject({ words: 'Are you stupid', entryIndex: 2 });
  });

  it('ends with relief, but not with thanks alone, and never for danger', () => {
    const angry = [line('customer', 1, 'I want your manager'), line('customer', 2, 'I am going to sue you')];
    const danger = line('customer', 3, 'I want to kill myself');
    const rules = (...texts: string[]): string[] =>
      evaluateRules(viewAt(60, [...angry, danger, ...texts.map((text, place) => line('customer', 10 + place, text))]))
        .map(({ rule }) => rule)
        .filter((rule) => rule !== 'unanswered');
    expect(rules()).toEqual(['danger', 'escalationWords', 'threats']);
    expect(rules('Thank you')).toEqual(['danger', 'escalationWords', 'threats']);
    expect(rules('All sorted, but I want your manager')).toContain('escalationWords');
    expect(rules('Thanks, all good now!')).toEqual(['danger']);
    expect(rules('I wanted to complain, but it has just arrived')).toEqual(['danger']);
    expect(rules('It has just arrived, but it is broken')).toContain('threats');
    expect(rules('Thanks, all good now!', 'No. Your manager, please')).toEqual(['danger', 'escalationWords']);
  });

  it('finds keywords of both sides, but not in a whisper', () => {
    const settings = watchingFor('refund*', '退款', 'คืนเงิน');
    const heat = (entry: ReturnType<typeof line>): string => heatAt('watchedWords', viewAt(9, [entry], { settings }));
    expect(heat(line('agent', 1, 'A refund takes a week'))).toBe('warm');
    expect(heat(line('customer', 1, 'Am I refunded?'))).toBe('warm');
    expect(heat(line('customer', 1, '我要退款'))).toBe('warm');
    expect(heat(line('customer', 1, 'ฉันต้องการคืนเงิน'))).toBe('warm');
    expect(heat(line('customer', 1, '我要退货'))).toBe('none');
    expect(heat(line('self', 1, 'refund it', { visibility: 'agents' }))).toBe('none');
    expect(heatAt('watchedWords', viewAt(9, [line('customer', 1, 'refund')]))).toBe('none');
  });

  it('counts the finds', () => {
    const settings = settingsWith({ watchedWords: { threshold: 2, hotThreshold: 3 } }, watchingFor('refund'));
    const said = [1, 2, 3].map((second) => line('customer', second, 'refund'));
    const heats = [1, 2, 3].map((count) => heatAt('watchedWords', viewAt(9, said.slice(0, count), { settings })));
    expect(heats).toEqual(['none', 'warm', 'hot']);
  });
});

describe('pingPong', () => {
  const joins = (seconds: number, by: string) => line('agent', seconds, '', { kind: 'joined', by });
  const leaves = (seconds: number, by: string) => line('agent', seconds, '', { kind: 'left', by });
  it('counts only changes of the handling agent', () => {
    const cold = [joins(0, 'ana'), leaves(5, 'ana'), joins(6, 'ben'), leaves(9, 'ben'), joins(10, 'cem')];
    const warm = [joins(0, 'ana'), joins(4, 'ben'), leaves(5, 'ana'), joins(8, 'cem'), leaves(9, 'ben')];
    const helped = [joins(0, 'ana'), joins(4, 'ben'), leaves(5, 'ben'), joins(8, 'cem'), leaves(9, 'cem')];
    const back = [joins(0, 'ana'), leaves(5, 'ana'), joins(6, 'ana'), leaves(7, 'ana'), joins(8, 'ana')];
    expect([cold, warm, helped, back].map((entries) => found(viewAt(20, entries), 'pingPong')?.count)).toEqual([
      2,
      2,
      undefined,
      undefined,
    ]);
    expect(heatAt('pingPong', viewAt(20, [...cold, leaves(11, 'cem'), joins(12, 'ana')]))).toBe('hot');
  });
});

it('finds an orphan after its grace period and ranks it first', () => {
  const entries = [hello, line('customer', 1, 'You will hear from my lawyer!')];
  const view = (seconds: number): RuleInput => viewAt(seconds, entries, { aloneSince: at(300) });
  expect(heatAt('orphan', view(314))).toBe('none');
  expect(evaluateRules(view(315))[0]).toMatchObject({ rule: 'orphan', severity: 'hot', since: at(300) });
});

it('finds a long chat by its earliest known start', () => {
  const chat = chatFor({ receivedAt: null, firstSeenAt: at(600) });
  expect(heatAt('longHandling', viewAt(1_499, [hello], { chat }))).toBe('none');
  expect(found(viewAt(1_500, [hello], { chat }), 'longHandling')?.since).toBe(start);
});

it.each([
  [{ newAgentIds: ['ana'] }, 'warm'],
  [{ newAgentGroups: ['Billing'] }, 'warm'],
  [{ newAgentIds: ['ben'], newAgentGroups: ['Retention'] }, 'none'],
])('flags agents who count as new: %o', (lists, heat) => {
  const settings = settingsWith({}, lists);
  expect(heatAt('newAgent', viewAt(300, [hello], { settings }))).toBe(heat);
  expect(heatAt('newAgent', viewAt(299, [hello], { settings }))).toBe('none');
  expect(heatAt('newAgent', viewAt(300, [hello], { settings, agent: null }))).toBe('none');
});
