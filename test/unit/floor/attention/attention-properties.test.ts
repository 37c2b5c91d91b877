import fc from 'fast-check';
import { attentionRuleNames } from '../../../../preload/contract/attention-rules';
import { expect, it } from 'vitest';
import { evaluateRules } from '../../../../main/floor/attention/evaluate-rules';
import { hottestFirst, scoreOf } from '../../../../main/floor/attention/rank';
import { ChatTraces } from '../../../../main/floor/attention/chat-traces';
import { buildTrace } from '../../../../main/floor/attention/traces/chat-trace';
import type { AttentionReason, TranscriptEntry, TranscriptGap } from '../../../../preload/contract';
import { chatFor, listeningOf, line, settingsWith, start, viewAt } from '../../../support/floor/attention-views';

const listening = listeningOf(settingsWith());
const texts = fc.constantFrom(
  'hello?',
  'where is my refund please',
  'get me your manager',
  'thank you, all good',
  'I wait',
  '',
);
const kinds = fc.constantFrom('text', 'joined', 'left', 'url', 'notice' as const);
const entries = fc
  .uniqueArray(
    fc.record({
      index: fc.integer({ min: 1, max: 300 }),
      who: fc.constantFrom('customer', 'agent', 'self'),
      by: fc.constantFrom('ana', 'ben'),
      kind: kinds,
      text: texts,
    }),
    { selector: ({ index }) => index, maxLength: 30 },
  )
  .map((all): TranscriptEntry[] =>
    all
      .sort((one, other) => one.index - other.index)
      .map(({ index, who, by, kind, text }) =>
        line(who as 'customer', index, text, { index, kind, ...(who === 'agent' ? { by } : {}) }),
      ),
  );

it('builds the same trace from changes in any order and batches as from the whole transcript', () => {
  fc.assert(
    fc.property(
      entries,
      fc.infiniteStream(fc.nat()),
      fc.array(fc.nat({ max: 300 }), { maxLength: 2 }),
      (all, random, gapsAfter) => {
        const shuffled = all
          .map((entry) => ({ entry, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key);
        const held: TranscriptEntry[] = [];
        const gaps = gapsAfter.map((afterIndex, place): TranscriptGap => ({
          afterIndex,
          beforeIndex: all.find(({ index }) => index > afterIndex)?.index ?? null,
          from: start + place,
          to: start + afterIndex * 1_000,
        }));
        const book = new ChatTraces(() => [...held].sort((one, other) => one.index - other.index), listening);
        book.applyChange({ type: 'chatChanged', chat: chatFor() });
        for (const { entry } of shuffled) {
          held.push(entry);
          book.applyChange({ type: 'entriesAdded', chatId: 'c1', entries: [entry] });
          if (Number(random.next().value) % 2 === 0) book.processPending(1);
        }
        for (const place of gaps.keys())
          book.applyChange({ type: 'gapsChanged', chatId: 'c1', gaps: gaps.slice(0, place + 1) });
        book.processPending(1);
        expect(book.get('c1')?.trace).toEqual(buildTrace(all, gaps, listening));
        const swapped = new ChatTraces(() => all, listening);
        swapped.resetTo([chatFor()], [{ chatId: 'c1', entries: all.slice(0, 5), gaps, typing: [] }]);
        if (Number(random.next().value) % 2 === 0) swapped.processPending(1);
        swapped.resetTo([chatFor()], [{ chatId: 'c1', entries: all, gaps, typing: [] }]);
        swapped.processPending(1);
        expect(swapped.get('c1')?.trace).toEqual(buildTrace(all, gaps, listening));
      },
    ),
  );
});

it('never claims silence that began before a gap', () => {
  fc.assert(
    fc.property(entries, fc.nat({ max: 300 }), (all, afterIndex) => {
      const missingUntil = start + afterIndex * 1_000;
      const before = all.filter(({ index }) => index <= afterIndex);
      const gap = { afterIndex, beforeIndex: null, from: start, to: missingUntil };
      const reasons = evaluateRules(viewAt(10_000, before, { gaps: [gap] }));
      const silence = reasons.filter(
        ({ rule }) => rule === 'customerWaiting' || rule === 'agentSilent' || rule === 'unanswered',
      );
      for (const { since } of silence) expect(since).toBeGreaterThanOrEqual(missingUntil);
      expect(silence.map(({ rule }) => rule)).not.toContain('customerWaiting');
    }),
  );
});

it('never quotes text that was not written, and never gets hotter with less time', () => {
  fc.assert(
    fc.property(entries, fc.nat({ max: 2_000 }), fc.nat({ max: 2_000 }), (all, sooner, more) => {
      const heat = (seconds: number, rule: string): number => {
        const found = evaluateRules(viewAt(seconds, all)).find((reason) => reason.rule === rule);
        return found === undefined ? 0 : found.severity === 'warm' ? 1 : 2;
      };
      for (const rule of ['customerWaiting', 'agentSilent', 'longHandling']) {
        expect(heat(sooner + more, rule)).toBeGreaterThanOrEqual(heat(sooner, rule));
      }
      for (const { entryIndex } of evaluateRules(viewAt(sooner, all))) {
        if (entryIndex !== null) expect(all.map(({ index }) => index)).toContain(entryIndex);
      }
    }),
  );
});

it('orders by orphans, then heat, then sum, whatever the order of evaluation', () => {
  const reason = fc.record({ rule: fc.constantFrom(...attentionRuleNames), severity: fc.constantFrom('hot', 'warm') });
  const some = fc.uniqueArray(reason, { selector: ({ rule }) => rule }).map((all) =>
    all.map((one): AttentionReason => ({
      since: null,
      count: null,
      words: null,
      entryIndex: null,
      rule: one.rule,
      severity: one.severity,
    })),
  );
  const isOrphan = (all: readonly AttentionReason[]): boolean => all.some(({ rule }) => rule === 'orphan');
  const hotCount = (all: readonly AttentionReason[]): number => all.filter(({ severity }) => severity === 'hot').length;
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(hottestFirst([...one].reverse())).toEqual(hottestFirst(one));
      if (isOrphan(one) !== isOrphan(other)) expect(scoreOf(one) > scoreOf(other)).toBe(isOrphan(one));
      else if (hotCount(one) !== hotCount(other))
        expect(scoreOf(one) > scoreOf(other)).toBe(hotCount(one) > hotCount(other));
      const [first] = hottestFirst(one);
      if (hotCount(one) > 0 && !isOrphan(one)) expect(first?.severity).toBe('hot');
    }),
  );
});
