import type { AlertResponses, AttentionRule, JournalEntry } from '../../../preload/contract';
import { isAttentionRule } from './attention-rule';

/** One alert of a chat, from its first reason of a rule to its end. */
export interface AlertTime {
  readonly chatId: string;
  readonly rule: AttentionRule;
  readonly from: number;
  readonly isUrgent: boolean;
  /** `null`: open at the end of the records. */
  readonly to: number | null;
  /** When the supervisor reacted; `null`: not while it lasted. Equal to `from` if the chat was open already. */
  readonly reactionAt: number | null;
  readonly wasOpen: boolean;
}

type Open = { -readonly [K in keyof AlertTime]: AlertTime[K] } & { severity: string };

/** Acts on a chat that answer its alerts. */
const reactions: ReadonlySet<JournalEntry['kind']> = new Set([
  'chatOpened',
  'acknowledged',
  'message',
  'act',
  'chatMode',
]);

/** Returns the alerts in these records with the first reaction to each. */
export function alertTimes(entries: readonly JournalEntry[]): readonly AlertTime[] {
  const done: AlertTime[] = [];
  const open = new Map<string, Open>();
  let openChat: unknown = null;
  const close = (key: string, to: number | null): void => {
    const alert = open.get(key);
    if (alert === undefined) return;
    open.delete(key);
    const { chatId, rule, from, isUrgent, reactionAt, wasOpen } = alert;
    done.push({ chatId, rule, from, isUrgent, to, reactionAt, wasOpen });
  };
  for (const { at, kind, data } of entries) {
    if (kind === 'signedOut' || kind === 'journalOpened') {
      for (const key of [...open.keys()]) close(key, null);
      openChat = null;
    }
    const { chat, rule, severity } = data;
    if (typeof chat !== 'string') continue;
    if (kind === 'alertRaised' && isAttentionRule(rule)) {
      const key = `${chat} ${rule}`;
      const known = open.get(key);
      const isUrgent = severity === 'hot' || known?.isUrgent === true;
      const wasOpen = openChat === chat;
      const begun = { chatId: chat, rule, from: at, to: null, reactionAt: wasOpen ? at : null, wasOpen };
      open.set(key, { ...(known ?? begun), isUrgent, severity: String(severity) });
    } else if (kind === 'alertEnded' && isAttentionRule(rule)) {
      // A reason that gets hotter ends its warning after it was raised again.
      if (open.get(`${chat} ${rule}`)?.severity === severity) close(`${chat} ${rule}`, at);
    } else if (reactions.has(kind)) {
      for (const alert of open.values()) if (alert.chatId === chat) alert.reactionAt ??= at;
      if (kind === 'chatOpened') openChat = chat;
    }
  }
  for (const key of [...open.keys()]) close(key, null);
  return done.sort((one, other) => one.from - other.from);
}

/** Sums up how the supervisor reacted. */
export function alertResponses(alerts: readonly AlertTime[]): AlertResponses {
  const answered = alerts.flatMap((alert) =>
    alert.wasOpen || alert.reactionAt === null ? [] : [{ ...alert, ms: alert.reactionAt - alert.from }],
  );
  const ascending = answered.map(({ ms }) => ms).sort((one, other) => one - other);
  const slowest = answered.reduce<(typeof answered)[number] | null>(
    (most, alert) => (most === null || alert.ms > most.ms ? alert : most),
    null,
  );
  const ignored = alerts.filter(({ reactionAt }) => reactionAt === null);
  return {
    total: alerts.length,
    urgent: alerts.filter(({ isUrgent }) => isUrgent).length,
    answered: answered.length,
    alreadyOpen: alerts.filter(({ wasOpen }) => wasOpen).length,
    endedBefore: ignored.filter(({ to }) => to !== null).length,
    unanswered: ignored.filter(({ to }) => to === null).length,
    medianMs: medianOf(ascending),
    slowest: slowest === null ? null : { ms: slowest.ms, chatId: slowest.chatId, rule: slowest.rule },
  };
}

function medianOf(ascending: readonly number[]): number | null {
  const middle = ascending.length / 2;
  const upper = ascending[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? ((ascending[middle - 1] ?? upper) + upper) / 2 : upper;
}
