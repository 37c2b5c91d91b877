import type { ChatAttention, PlaceClaim, TypingParticipant } from '../../../../preload/contract';
import { placeInOrder } from '../../../../preload/contract/attention-order';
import { typingTtlMs } from '../../ledger/typing';
import { acknowledgementEnds } from '../acknowledgements';
import { thresholdTimes } from '../evaluate-rules';
import { orphanEnd } from '../orphans';
import { evaluateItem, type QueueItem } from '../queue-item';
import { keywordEnds } from '../rules';
import { horizonMs, isAside, type QueueState } from './queue-state';

interface Moment {
  readonly at: number;
  readonly position: number;
}

/**
 * Returns when and where a chat moves first if no one writes anywhere. Between the moments at which time alone can change
 * a reason nothing changes, so only those are evaluated. Who is typing now stops when the indicator expires.
 */
export function firstChange(queue: QueueState, chatId: string): PlaceClaim {
  const { now } = queue;
  const items = [...queue.items];
  const listed = new Map<number, ChatAttention>();
  const evaluate = (position: number, at: number): void => {
    const item = items[position];
    if (item === undefined) return;
    const { attention, acknowledgements } = evaluateItem(item, queue.settings, at);
    items[position] = { ...item, acknowledgements };
    if (attention === null || isAside(item, queue, at)) listed.delete(position);
    else listed.set(position, attention);
  };
  for (const position of items.keys()) evaluate(position, now);
  const place = placeInOrder(listed.values(), chatId);
  const moments = items.flatMap((item, position) => momentsOf(item, queue).map((at): Moment => ({ at, position })));
  moments.sort((one, other) => one.at - other.at);
  for (const [order, { at, position }] of moments.entries()) {
    const item = items[position];
    if (item !== undefined) items[position] = withTypingAt(item, at);
    evaluate(position, at);
    // Chats that change at the same time move together.
    if (moments[order + 1]?.at === at) continue;
    const then = placeInOrder(listed.values(), chatId);
    if (then !== place) return { thing: 'wait', place: then, inMs: at - now };
  }
  return { thing: 'wait', place, inMs: null };
}

/** Returns the times within the horizon at which this chat may change without a new entry. */
function momentsOf(item: QueueItem, { settings, setAside, serverClockOffsetMs, now }: QueueState): readonly number[] {
  const { joined, orphan, acknowledgements, chatId } = item;
  const times = [
    ...acknowledgementEnds(acknowledgements),
    ...setAside
      .filter((snooze) => snooze.chatId === chatId && snooze.until === 'time')
      .map(({ at }) => at + serverClockOffsetMs),
  ];
  if (orphan !== null) {
    const { threshold, hotThreshold } = settings.rules.orphan;
    times.push(orphanEnd(orphan), orphan.since + threshold * 1_000, orphan.since + (hotThreshold ?? threshold) * 1_000);
  }
  if (joined !== null) {
    const later = thresholdTimes({ ...joined, typing: [], now, settings });
    times.push(...keywordEnds(joined.trace), ...later, ...joined.typing.map(typingEnd));
  }
  return [...new Set(times)].filter((at) => at > now && at <= now + horizonMs);
}

function withTypingAt(item: QueueItem, at: number): QueueItem {
  const { joined } = item;
  if (joined === null || joined.typing.length === 0) return item;
  return { ...item, joined: { ...joined, typing: joined.typing.filter((typist) => typingEnd(typist) > at) } };
}

function typingEnd({ since }: TypingParticipant): number {
  return since + typingTtlMs;
}
