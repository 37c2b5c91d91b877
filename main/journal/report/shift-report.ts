import type {
  AgentReport,
  CoachingOutcome,
  Intervention,
  JournalEntry,
  JournalPeriod,
  ShiftReport,
} from '../../../preload/contract';
import { isOfMissingRecords } from '../../../preload/contract/model/journal';
import { countsOf, noticedBy } from '../request-counts';
import { watchedStretches, type WatchedStretch } from '../watched-time';
import { alertResponses, alertTimes, type AlertTime } from './alert-times';

/** Milliseconds after the end of coaching in which its outcome shows. */
const outcomeMs = 10 * 60_000;

/**
 * Makes the report of a period from its records and those of a while before, which show the chats that were watched
 * already. What the records do not show is `null` or counted as not known.
 */
export function shiftReport(all: readonly JournalEntry[], { from, to }: JournalPeriod): ShiftReport {
  const known = all.filter(({ at }) => at <= to);
  const entries = known.filter(({ at }) => at >= from);
  const until = Math.min(to, known.at(-1)?.at ?? to);
  const raw = watchedStretches(known);
  const open = new Set(raw.flatMap(({ chatId, to: end }) => (end === null ? [chatId] : [])));
  const stretches = raw.flatMap((stretch): readonly WatchedStretch[] => {
    const end = stretch.to ?? until;
    return end < from ? [] : [{ ...stretch, from: Math.max(from, stretch.from), to: end }];
  });
  const alerts = alertTimes(known).filter((alert) => alert.from >= from);
  const ends = endsOf(entries);
  const messages = entries.filter(({ kind }) => kind === 'message');
  const visible = stretches.filter(({ mode }) => mode === 'coach' || mode === 'bargeIn');
  const requests = entries.filter(({ kind }) => kind === 'request');
  return {
    from,
    to,
    recorded: spanOf(entries),
    lostRecords: entries.reduce(
      (sum, { kind, data }) => sum + (isOfMissingRecords(kind) ? Number(data['count']) : 0),
      0,
    ),
    isDamaged: entries.some(({ kind }) => kind === 'journalDamaged'),
    chatCount: new Set(stretches.map(({ chatId }) => chatId)).size,
    messages: {
      toAgents: messages.filter(({ data }) => data['to'] === 'agents').length,
      toEveryone: messages.filter(({ data }) => data['to'] === 'everyone').length,
    },
    interventions: visible.map((stretch): Intervention => {
      const { chatId, agentId, from: at, to: end, isEndUnknown } = stretch;
      const isOpen = end === until && open.has(chatId);
      const mode = stretch.mode === 'coach' ? 'coach' : 'bargeIn';
      const isIn = (entry: JournalEntry): boolean =>
        entry.data['chat'] === chatId && entry.at >= at && entry.at <= (end ?? until);
      return {
        ...{ chatId, agentId, mode, at },
        lastedMs: isEndUnknown || isOpen || end === null ? null : end - at,
        messageCount: messages.filter(isIn).length,
        outcome: mode === 'bargeIn' ? null : outcomeOf(stretch, { alerts, stretches, until, endsAt: ends.get(chatId) }),
      };
    }),
    alerts: alertResponses(alerts),
    agents: agentReports(stretches),
    requests: countsOf(requests.map(({ data }) => ({ noticedBy: noticedBy(data['noticedBy']) }))),
  };
}

function spanOf(entries: readonly JournalEntry[]): ShiftReport['recorded'] {
  const [first] = entries;
  const last = entries.at(-1);
  return first === undefined || last === undefined ? null : { from: first.at, to: last.at };
}

/** When each chat ended for the last time. */
function endsOf(entries: readonly JournalEntry[]): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap(({ kind, at, data }) =>
      kind === 'chatEnded' && typeof data['chat'] === 'string' ? [[data['chat'], at] as const] : [],
    ),
  );
}

interface Known {
  readonly alerts: readonly AlertTime[];
  readonly stretches: readonly WatchedStretch[];
  readonly until: number;
  readonly endsAt: number | undefined;
}

function outcomeOf(
  { chatId, from, to, isEndUnknown }: WatchedStretch,
  { alerts, stretches, until, endsAt = Infinity }: Known,
): CoachingOutcome {
  const end = to ?? until;
  if (stretches.some((next) => next.chatId === chatId && next.mode === 'bargeIn' && next.from === end))
    return 'bargedIn';
  const concerned = alerts.filter(
    (alert) => alert.chatId === chatId && alert.from <= from && (alert.to ?? until) >= from,
  );
  if (concerned.length === 0) return 'noAlert';
  const deadline = end + outcomeMs;
  const isSolved = concerned.every((alert) => alert.to !== null && alert.to <= deadline && alert.to < endsAt);
  if (isSolved) return 'solved';
  if (endsAt <= deadline) return 'chatEnded';
  return isEndUnknown || until < deadline ? 'notKnown' : 'open';
}

function agentReports(stretches: readonly WatchedStretch[]): readonly AgentReport[] {
  const agentIds = [...new Set(stretches.map(({ agentId }) => agentId))];
  const reports = agentIds.map((agentId): AgentReport => {
    const own = stretches.filter((stretch) => stretch.agentId === agentId);
    const timeIn = (wanted: WatchedStretch['mode']): number =>
      own.filter(({ mode }) => mode === wanted).reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
    return {
      agentId,
      chatCount: new Set(own.map(({ chatId }) => chatId)).size,
      byMode: { monitor: timeIn('monitor'), coach: timeIn('coach'), bargeIn: timeIn('bargeIn'), unknown: timeIn(null) },
      isAtLeast: own.some(({ isEndUnknown }) => isEndUnknown),
    };
  });
  const totalOf = ({ byMode }: AgentReport): number => Object.values(byMode).reduce((sum, ms) => sum + ms, 0);
  return reports.sort((one, other) => totalOf(other) - totalOf(one));
}
