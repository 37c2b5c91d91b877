import { describe, expect, it } from 'vitest';
import { replay, type ReplayedChat } from '../../../../main/floor/attention/replay';
import type { AttentionRule, TranscriptEntry } from '../../../../preload/contract';
import {
  agentFor,
  at,
  chatFor,
  gapBehind,
  line,
  listeningOf,
  settingsWith,
  start,
} from '../../../support/floor/attention-views';

const settings = settingsWith();

/** When a rule first applied in a chat, in seconds, with its severity and count. */
function raised(
  rule: AttentionRule,
  entries: readonly TranscriptEntry[],
  untilSeconds: number,
  {
    gaps = [],
    ...more
  }: Partial<Omit<ReplayedChat, 'transcript'>> & { gaps?: ReplayedChat['transcript']['gaps'] } = {},
) {
  const hit = replay({
    chat: chatFor(),
    transcript: { chatId: 'c1', entries, gaps, typing: [] },
    agent: agentFor(),
    settings,
    listening: listeningOf(settings),
    from: start,
    until: at(untilSeconds),
    ...more,
  }).get(rule);
  return hit && { at: (hit.at - start) / 1_000, severity: hit.reason.severity, count: hit.reason.count };
}

const says = (seconds: number, text = 'words'): TranscriptEntry => line('customer', seconds, text);
const answers = (seconds: number): TranscriptEntry => line('agent', seconds, 'One moment');

describe('a replayed wait', () => {
  it('counts if it still lasts at the end', () => {
    expect(raised('customerWaiting', [says(10)], 150)).toEqual({ at: 100, severity: 'warm', count: null });
  });

  it('counts if it ends where the evaluated time begins, and not if it ended before', () => {
    const entries = [says(0), answers(200)];
    expect(raised('customerWaiting', entries, 900, { from: at(200) })).toMatchObject({ at: 200 });
    expect(raised('customerWaiting', entries, 900, { from: at(201) })).toBeUndefined();
  });

  it('counts up to the beginning of a gap', () => {
    const gaps = [gapBehind(11, 200, 300)];
    expect(raised('customerWaiting', [says(10)], 900, { gaps })).toMatchObject({ at: 100, severity: 'hot' });
  });

  it('stays the first one when a later wait is shorter', () => {
    const entries = [says(10), answers(300), says(310, 'Thanks, all good now!'), says(320), answers(430)];
    expect(raised('customerWaiting', entries, 500)).toMatchObject({ at: 100, severity: 'hot' });
  });
});

describe('a replayed reason', () => {
  it.each([
    [4, 'warm', 3],
    [6, 'hot', 5],
  ])('of %i messages in a row is %s as it was when it first became so', (messages, severity, count) => {
    const entries = Array.from({ length: messages }, (_, place) => says(place + 1));
    expect(raised('unanswered', entries, 20)).toMatchObject({ severity, count });
  });

  it('is found right after the message, even if the next one comes too late for it', () => {
    expect(raised('escalationWords', [says(10, 'I want your manager')], 2_000)).toMatchObject({ at: 10 });
  });

  it('is not claimed for a chat without messages', () => {
    expect(raised('longHandling', [], 3_000)).toBeUndefined();
  });

  it('does not come from what was written after the end of the chat', () => {
    const chat = chatFor({ state: 'finished', endedAt: at(350) });
    const entries = [says(340), says(360, 'I want your manager')];
    expect(raised('escalationWords', entries, 900, { chat })).toBeUndefined();
  });

  it('comes from what the customer wrote after an agent left', () => {
    const entries = [says(1), line('agent', 5, '', { kind: 'left' }), says(10, 'I want your manager')];
    expect(raised('escalationWords', entries, 20)).toMatchObject({ at: 10 });
  });

  it('that relief does not remove stays as it was when it was raised', () => {
    const entries = [says(1, 'I want to kill myself'), answers(2), says(3, 'I want to kill myself'), answers(4)];
    expect(raised('danger', [...entries, says(5, 'Thanks, all good now!')], 20)).toMatchObject({ at: 1, count: 1 });
  });
});
