import { expect, it } from 'vitest';
import { listeningFor, type Listening } from '../../../../main/floor/attention/listening';
import { previewRules } from '../../../../main/floor/attention/preview';
import { defaultPhrases } from '../../../../main/settings/attention-phrases';
import type { AttentionPreview, AttentionSettings, Chat, TranscriptEntry } from '../../../../preload/contract';
import {
  agentFor,
  at,
  chatFor,
  listeningOf,
  gapBehind,
  line,
  settingsWith,
} from '../../../support/floor/attention-views';

interface Played {
  readonly chat: Chat;
  readonly entries: readonly TranscriptEntry[];
  readonly gaps?: ReturnType<typeof gapBehind>[];
}

function preview(
  played: readonly Played[],
  nowSeconds: number,
  settings: AttentionSettings = settingsWith(),
  listening: Listening = listeningOf(settings),
) {
  let pauses = 0;
  return previewRules({
    chats: played.map(({ chat }) => chat),
    transcripts: played.map(({ chat, entries, gaps = [] }) => ({ chatId: chat.id, entries, gaps, typing: [] })),
    agents: [agentFor()],
    settings,
    listening,
    now: at(nowSeconds),
    pause: () => ((pauses += 1), Promise.resolve()),
  }).then((result) => ({ ...result, pauses }));
}
const lineOf = (result: AttentionPreview, rule: string) => result.lines.find((one) => one.rule === rule);

const waited = [line('customer', 10, 'Hi'), line('agent', 300, 'Hello'), line('customer', 310, 'your manager!')];

it('finds a past wait with the time of its start, and that it became hot', async () => {
  const result = await preview([{ chat: chatFor(), entries: waited }], 400);
  expect(lineOf(result, 'customerWaiting')).toMatchObject({ chatCount: 1, hotCount: 1 });
  expect(lineOf(result, 'customerWaiting')?.examples).toEqual([
    {
      chatId: 'c1',
      customerName: 'Kim',
      at: at(100),
      reason: { rule: 'customerWaiting', severity: 'hot', since: at(10), count: null, words: null, entryIndex: 11 },
    },
  ]);
  expect(lineOf(result, 'escalationWords')?.chatCount).toBe(1);
  expect(lineOf(result, 'longHandling')?.chatCount).toBe(0);
  expect(result).toMatchObject({ chatsChecked: 1, chatsFlagged: 1, from: at(400 - 3_600) });
});

it('applies the previewed settings', async () => {
  const late = settingsWith(
    { customerWaiting: { threshold: 291, hotThreshold: null } },
    { phrases: { ...defaultPhrases, escalationWords: { ...defaultPhrases.escalationWords, en: ['hello'] } } },
  );
  const result = await preview([{ chat: chatFor(), entries: waited }], 320, late);
  expect([lineOf(result, 'customerWaiting')?.chatCount, lineOf(result, 'escalationWords')?.chatCount]).toEqual([0, 0]);
});

it('evaluates the last hour only, and nothing after the end of a chat', async () => {
  const result = await preview([{ chat: chatFor(), entries: waited.slice(0, 2) }], 3_600 + 301 + 1);
  expect(lineOf(result, 'customerWaiting')?.chatCount).toBe(0);
  const ended = chatFor({ state: 'finished', endedAt: at(350) });
  const over = await preview([{ chat: ended, entries: waited.slice(0, 2) }], 3_000);
  expect(lineOf(over, 'agentSilent')?.chatCount).toBe(0);
  const longOver = await preview([{ chat: { ...ended, endedAt: at(1) }, entries: waited }], 4_000);
  expect(longOver.chatsChecked).toBe(0);
});

it('claims nothing across a gap', async () => {
  const result = await preview([{ chat: chatFor(), entries: waited.slice(0, 1), gaps: [gapBehind(11, 10, 50)] }], 900);
  expect(lineOf(result, 'customerWaiting')?.chatCount).toBe(0);
});

it('stops when the customer has left', async () => {
  const gone = line('customer', 320, '', { kind: 'left' });
  const result = await preview([{ chat: chatFor(), entries: [...waited, gone] }], 3_000);
  expect(lineOf(result, 'customerWaiting')?.examples.map((example) => example.at)).toEqual([at(100)]);
  expect(lineOf(result, 'agentSilent')?.chatCount).toBe(0);
});

it('returns few examples, hot and late ones first', async () => {
  const many = Array.from({ length: 25 }, (_, place) => ({
    chat: chatFor({ id: `c${String(place)}` }),
    entries: [line('customer', place, 'Hi'), line('agent', place + (place < 5 ? 400 : 120), 'Hello')],
  }));
  const result = await preview(many, 500);
  expect(lineOf(result, 'customerWaiting')).toMatchObject({ chatCount: 25, hotCount: 5 });
  expect(lineOf(result, 'customerWaiting')?.examples.map(({ chatId }) => chatId)).toEqual(['c4', 'c3', 'c2']);
  expect(result.pauses).toBe(0);
});

it('yields after a number of entries', async () => {
  const long = Array.from({ length: 600 }, (_, place) => line('customer', place, 'Hi'));
  const many = Array.from({ length: 5 }, (_, place) => ({ chat: chatFor({ id: `c${String(place)}` }), entries: long }));
  expect((await preview(many, 700)).pauses).toBe(5);
});

it('gives others their turn while the phrases are made ready', async () => {
  const settings = settingsWith();
  const { pauses } = await preview([], 700, settings, listeningFor({ ...settings.phrases }));
  expect(pauses).toBeGreaterThan(5);
});

it('counts a chat that ended exactly an hour ago, and no invitation', async () => {
  const ended = await preview([{ chat: chatFor({ state: 'finished', endedAt: at(100) }), entries: [] }], 3_700);
  expect(ended.chatsChecked).toBe(1);
  const invited = await preview([{ chat: chatFor({ state: 'invited' }), entries: waited }], 400);
  expect(invited).toMatchObject({ chatsChecked: 0, chatsFlagged: 0 });
});

it('checks a calm chat and flags nothing in it', async () => {
  const calm = [line('customer', 10, 'Hi'), line('agent', 20, 'Hello')];
  expect(await preview([{ chat: chatFor(), entries: calm }], 60)).toMatchObject({ chatsChecked: 1, chatsFlagged: 0 });
});

it('yields only after more entries than fit in a turn', async () => {
  const full = Array.from({ length: 250 }, (_, place) => line('customer', place, 'Hi'));
  expect((await preview([{ chat: chatFor(), entries: full }], 700)).pauses).toBe(0);
});
