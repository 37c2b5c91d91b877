import { weightParts } from '../../../main/floor/attention/rank';
import { defaultAttention } from '../../../main/settings/attention-settings';
import type {
  AttentionPreview,
  AttentionReason,
  AttentionRule,
  AttentionSettings,
  AttentionWhy,
  CommandRequest,
  Done,
  FloorChange,
  Result,
  Snapshot,
  WeighedReason,
} from '../../../preload/contract';
import { attentionOrder } from '../../../preload/contract/attention-order';

export interface FakeAttentionPorts {
  readonly snapshot: () => Snapshot;
  readonly now: () => number;
  readonly tell: (...changes: readonly FloorChange[]) => void;
  /** What the rules would have raised. */
  readonly preview: () => AttentionPreview;
}

const accepted: Result<Done> = { ok: true, value: null };

const weighed = (reason: AttentionReason): WeighedReason => ({
  reason,
  weight: weightParts(reason),
  thresholds: defaultAttention.rules[reason.rule],
});

/** The explanation of main, from the published attention; without transcripts a reply is taken to end all reasons. */
function whyOf({ attention, connection }: Snapshot, chatId: string, at: number): AttentionWhy | null {
  const own = attention.find((one) => one.chatId === chatId);
  if (own === undefined) return null;
  const order = attentionOrder(attention);
  const index = order.indexOf(own);
  const before = order[index - 1];
  const place = index < 0 ? null : index + 1;
  return {
    ...{ chatId, at, place, isSnoozed: false, total: order.length, score: own.score, hasGap: own.hasGap },
    reasons: own.reasons.map(weighed),
    acknowledged: own.acknowledged.map(weighed),
    ahead: before === undefined ? null : { chatId: before.chatId, score: before.score, decidedBy: 'score' },
    claims:
      connection.phase !== 'live'
        ? []
        : [
            { thing: 'reply', place: null, inMs: 0 },
            { thing: 'acknowledge', place: null, inMs: 0 },
            { thing: 'end', place: null, inMs: 0 },
            place === 1 ? { thing: 'wait', place, inMs: null } : { thing: 'wait', place: 1, inMs: 92_000 },
          ],
    horizonMs: 1_800_000,
  };
}

/** The commands of main that acknowledge reasons: they move reasons of the snapshot's attention and publish it. */
export function fakeAttention({ snapshot, now, tell, preview }: FakeAttentionPorts) {
  return {
    'attention.preview': (): Result<AttentionPreview> => ({ ok: true, value: preview() }),
    'attention.defaults': (): Result<AttentionSettings> => ({ ok: true, value: defaultAttention }),
    'attention.why': ({ chatId }: CommandRequest<'attention.why'>): Result<AttentionWhy | null> => ({
      ok: true,
      value: whyOf(snapshot(), chatId, now()),
    }),
    'attention.acknowledge': ({ chatId, rules }: CommandRequest<'attention.acknowledge'>): Result<Done> => {
      const before = snapshot().attention.find((attention) => attention.chatId === chatId);
      if (before === undefined) return accepted;
      const isChosen = (rule: AttentionRule): boolean => rules.includes(rule);
      const acknowledged = [...before.acknowledged, ...before.reasons.filter(({ rule }) => isChosen(rule))];
      const reasons = before.reasons.filter(({ rule }) => !isChosen(rule));
      tell({ type: 'attentionChanged', chatId, attention: { ...before, reasons, acknowledged } });
      return accepted;
    },
    'attention.unacknowledge': ({ chatId }: CommandRequest<'attention.unacknowledge'>): Result<Done> => {
      const before = snapshot().attention.find((attention) => attention.chatId === chatId);
      if (before === undefined) return accepted;
      const reasons = [...before.reasons, ...before.acknowledged];
      tell({ type: 'attentionChanged', chatId, attention: { ...before, reasons, acknowledged: [] } });
      return accepted;
    },
  };
}
