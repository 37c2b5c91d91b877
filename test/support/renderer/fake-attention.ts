import type { AttentionRule, CommandRequest, Done, FloorChange, Result, Snapshot } from '../../../preload/contract';

export interface FakeAttentionPorts {
  readonly snapshot: () => Snapshot;
  readonly tell: (...changes: readonly FloorChange[]) => void;
}

const accepted: Result<Done> = { ok: true, value: null };

/** The commands of main that acknowledge reasons: they move reasons of the snapshot's attention and publish it. */
export function fakeAttention({ snapshot, tell }: FakeAttentionPorts) {
  return {
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
