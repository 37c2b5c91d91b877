import { expect, it } from 'vitest';
import { evaluateRules } from '../../../../main/floor/attention/evaluate-rules';
import type { RuleInput } from '../../../../main/floor/attention/rule-input';
import { keywordEnds } from '../../../../main/floor/attention/rules';
import type { AttentionReason, AttentionRule } from '../../../../preload/contract';
import { agentFor, at, line, settingsWith, viewAt } from '../../../support/floor/attention-views';

function found(view: RuleInput, rule: AttentionRule): AttentionReason | undefined {
  return evaluateRules(view).find((reason) => reason.rule === rule);
}

const hello = line('agent', 0, 'How can I help?');
const says = (...texts: readonly string[]) => texts.map((text, place) => line('customer', place + 1, text));

it.each([
  ['customer', 'everyone'],
  ['agent', 'agents'],
] as const)('takes an agent for silent while the %s types for %s', (kind, visibility) => {
  const typing = [{ participantId: 'part', nickname: 'somebody', kind, visibility, since: at(390) }];
  expect(found(viewAt(400, [hello], { typing }), 'agentSilent')).toBeDefined();
});

it('takes an agent for new who is in one of the groups of new agents, and in others', () => {
  const settings = settingsWith({}, { newAgentGroups: ['Billing'] });
  const agent = agentFor({ groups: ['Sales', 'Billing'] });
  expect(found(viewAt(300, [hello], { settings, agent }), 'newAgent')).toBeDefined();
});

const refund = 'Where is my refund please';
const parcel = 'Does the parcel arrive tomorrow';

it('names the request that was repeated most often', () => {
  const entries = says(refund, refund, refund, parcel, parcel);
  expect(found(viewAt(60, [hello, ...entries]), 'repeated')).toMatchObject({ count: 3, words: refund });
});

it('names the latest of the requests that were repeated equally often', () => {
  const entries = says(refund, refund, parcel, parcel);
  expect(found(viewAt(60, [hello, ...entries]), 'repeated')).toMatchObject({ count: 2, words: parcel });
});

it('drops a keyword exactly a quarter of an hour after it was written, and says so beforehand', () => {
  const view = (seconds: number): RuleInput => viewAt(seconds, [hello, ...says('I want your manager')]);
  expect(found(view(900), 'escalationWords')).toBeDefined();
  expect(found(view(901), 'escalationWords')).toBeUndefined();
  expect(keywordEnds(view(60).trace)).toEqual([at(901)]);
});
