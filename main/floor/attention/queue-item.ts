import type { AttentionReason, AttentionSettings, ChatAttention } from '../../../preload/contract';
import { isStillAcknowledged, pruneAcknowledgements, type Acknowledgements } from './acknowledgements';
import { evaluateRules, reasonAtThreshold } from './evaluate-rules';
import { isStillOrphaned, type Orphan } from './orphans';
import { scoreOf } from './rank';
import type { RuleInput } from './rule-input';
import { lastingSince } from './rules';

/** Everything that decides whether one chat needs attention, apart from the time and the settings. Immutable. */
export interface QueueItem {
  readonly chatId: string;
  /** The chat as the directory left it behind. Counts before `joined` while it lasts. */
  readonly orphan: Orphan | null;
  /** The chat as this console knows it; `null` if the supervisor is not in it. */
  readonly joined: Omit<RuleInput, 'now' | 'settings'> | null;
  readonly acknowledgements: Acknowledgements;
}

export interface Evaluated {
  /** `null` if there are no reasons, acknowledged ones included. */
  readonly attention: ChatAttention | null;
  /** The acknowledgements whose reasons are still there. */
  readonly acknowledgements: Acknowledgements;
}

/** Evaluates a chat at a time. The queue and the explanation of a place in it use this function alone. */
export function evaluateItem(item: QueueItem, settings: AttentionSettings, now: number): Evaluated {
  const { chatId, orphan, joined } = item;
  if (orphan !== null && isStillOrphaned(orphan, joined?.chat.state ?? null, now)) {
    const { since, agentId, agentName, customerName } = orphan;
    const reason = reasonAtThreshold('orphan', settings, lastingSince(since, now));
    const unjoined = { agentId, agentName, customerName };
    return separate(item, reason === null ? [] : [reason], { chatId, hasGap: false, unjoined }, now);
  }
  if (joined === null) return { attention: null, acknowledgements: none };
  const reasons = evaluateRules({ ...joined, now, settings });
  return separate(item, reasons, { chatId, hasGap: joined.trace.waiting.hasGap, unjoined: null }, now);
}

/** Separates active and acknowledged reasons. */
function separate(
  { acknowledgements: before }: QueueItem,
  all: readonly AttentionReason[],
  facts: Pick<ChatAttention, 'chatId' | 'hasGap' | 'unjoined'>,
  now: number,
): Evaluated {
  const acknowledgements = pruneAcknowledgements(before, all);
  if (all.length === 0) return { attention: null, acknowledgements };
  const acknowledged = all.filter((reason) => {
    const mark = acknowledgements.get(reason.rule);
    return mark !== undefined && isStillAcknowledged(mark, reason, now);
  });
  const reasons = all.filter((reason) => !acknowledged.includes(reason));
  return { attention: { ...facts, reasons, acknowledged, score: scoreOf(reasons) }, acknowledgements };
}

const none: Acknowledgements = new Map();
