import type {
  AttentionReason,
  AttentionWhy,
  ChatAttention,
  PlaceClaim,
  WeighedReason,
} from '../../../../preload/contract';
import { attentionOrder, placeInOrder } from '../../../../preload/contract/attention-order';
import { evaluateItem, type QueueItem } from '../queue-item';
import { weightParts } from '../rank';
import { firstChange } from './first-change';
import { afterAcknowledge, afterAgentJoins, afterReply } from './next-things';
import { horizonMs, isAside, listedAt, type QueueState } from './queue-state';

/**
 * Explains the position of a chat in the attention order, and where it goes if one thing happens next. It evaluates a
 * copy of the queue after that thing with the rules, the scores and the order of the queue itself, so that a claim
 * cannot differ from what will be seen. Returns `null` for an unknown chat.
 */
export function explainPlace(queue: QueueState, chatId: string): AttentionWhy | null {
  const item = queue.items.find((one) => one.chatId === chatId);
  if (item === undefined) return null;
  const { now, settings } = queue;
  const { attention } = evaluateItem(item, settings, now);
  const order = attentionOrder(listedAt(queue));
  const index = order.findIndex((one) => one.chatId === chatId);
  const weigh = (reason: AttentionReason): WeighedReason => ({
    reason,
    weight: weightParts(reason),
    thresholds: settings.rules[reason.rule],
  });
  return {
    chatId,
    at: now,
    place: index < 0 ? null : index + 1,
    isSnoozed: isAside(item, queue, now),
    total: order.length,
    score: attention?.score ?? 0,
    reasons: (attention?.reasons ?? []).map(weigh),
    acknowledged: (attention?.acknowledged ?? []).map(weigh),
    hasGap: attention?.hasGap ?? false,
    ahead: aheadOf(order[index], order[index - 1]),
    claims: queue.isLive ? claimsFor(queue, item, attention) : [],
    horizonMs,
  };
}

function claimsFor(queue: QueueState, item: QueueItem, attention: ChatAttention | null): readonly PlaceClaim[] {
  const { now, listening } = queue;
  const claim = (thing: PlaceClaim['thing'], after: QueueItem | null): PlaceClaim => {
    const items = queue.items.flatMap((one) => (one !== item ? [one] : after === null ? [] : [after]));
    return { thing, place: placeInOrder(listedAt({ ...queue, items }), item.chatId), inMs: 0 };
  };
  const claims: PlaceClaim[] = [];
  if (item.joined?.chat.state === 'active') claims.push(claim('reply', afterReply(item, now, listening)));
  const isAlone = attention?.reasons.some(({ rule }) => rule === 'orphan') ?? false;
  if (isAlone) claims.push(claim('agentJoins', afterAgentJoins(item, now, listening)));
  if (attention !== null && attention.reasons.length > 0) {
    claims.push(claim('acknowledge', afterAcknowledge(item, attention.reasons, now)));
  }
  claims.push(claim('end', null), firstChange(queue, item.chatId));
  return claims;
}

function aheadOf(own: ChatAttention | undefined, before: ChatAttention | undefined): AttentionWhy['ahead'] {
  if (own === undefined || before === undefined) return null;
  const isSameAge = (own.reasons[0]?.since ?? null) === (before.reasons[0]?.since ?? null);
  const decidedBy = before.score > own.score ? 'score' : isSameAge ? 'id' : 'age';
  return { chatId: before.chatId, score: before.score, decidedBy };
}
