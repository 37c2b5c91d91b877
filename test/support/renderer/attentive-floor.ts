import { scoreOf } from '../../../main/floor/attention/rank';
import { defaultAttention } from '../../../main/settings/attention-settings';
import type {
  AttentionPreview,
  AttentionPreviewLine,
  AttentionReason,
  AttentionRule,
  ChatAttention,
  Snapshot,
} from '../../../preload/contract';
import { busyFloor } from './busy-floor';

const minute = 60_000;

type Found = Partial<AttentionReason> & Pick<AttentionReason, 'rule'>;

/** What main would say of a chat. */
export function attentionFor(chatId: string, ...found: readonly Found[]): ChatAttention {
  const reasons = found.map((one): AttentionReason => ({
    severity: 'warm',
    since: null,
    count: null,
    words: null,
    entryIndex: null,
    ...one,
  }));
  return { chatId, reasons, acknowledged: [], score: scoreOf(reasons), hasGap: false, unjoined: null };
}

/** The busy floor as its rules see it: two hot, one that can only be joined, one warm, one seen to. */
export function attentiveFloor(now: number): Snapshot {
  const floor = busyFloor(now);
  const [kim, okafor, yusuf, sam, lucia] = floor.chats.map(({ id }) => id);
  if (kim === undefined || okafor === undefined || yusuf === undefined || sam === undefined || lucia === undefined) {
    throw new Error('the busy floor has these chats');
  }
  const lucias = attentionFor(lucia, { rule: 'watchedWords', words: 'paquete', since: now - 6 * minute, count: 1 });
  const left = attentionFor('0001Da9PFC9300ZZ', { rule: 'orphan', severity: 'hot', since: now - 40_000 });
  return {
    ...floor,
    attention: [
      attentionFor(
        kim,
        { rule: 'customerWaiting', severity: 'hot', since: now - 3.8 * minute },
        { rule: 'repeated', words: 'there are two bookings', count: 3, since: now - 6 * minute },
        { rule: 'watchedWords', words: 'charged twice', count: 1, since: now - 10 * minute },
        { rule: 'longHandling', since: now - 11 * minute },
      ),
      attentionFor(okafor, { rule: 'escalationWords', words: 'cancel my account', count: 1, since: now - 6 * minute }),
      {
        ...attentionFor(
          yusuf,
          { rule: 'agentSilent', severity: 'hot', since: now - 4 * minute },
          { rule: 'newAgent', since: now - 5 * minute },
        ),
        hasGap: true,
      },
      { ...lucias, reasons: [], acknowledged: lucias.reasons, score: 0 },
      {
        ...left,
        unjoined: { agentId: 'user-agent-jonas-weber', agentName: 'Jonas Weber', customerName: 'Noor de Wit' },
      },
    ],
  };
}

/** What the rules would have raised on that floor in the last hour. */
export function raisedLately(now: number): AttentionPreview {
  const { chats, attention } = attentiveFloor(now);
  const lines = (Object.keys(defaultAttention.rules) as AttentionRule[]).map((rule): AttentionPreviewLine => {
    const examples = attention.flatMap(({ chatId, reasons }) =>
      reasons
        .filter((reason) => reason.rule === rule)
        .map((reason) => {
          const customerName = chats.find(({ id }) => id === chatId)?.customerName ?? null;
          return { chatId, customerName, at: reason.since ?? now, reason };
        }),
    );
    const hotCount = examples.filter(({ reason }) => reason.severity === 'hot').length;
    return { rule, chatCount: examples.length, hotCount, examples };
  });
  const chatsFlagged = attention.filter(({ reasons }) => reasons.length > 0).length;
  return { from: now - 60 * minute, chatsChecked: chats.length, chatsFlagged, lines };
}
