import type { JournalEntry, JournalPeriod, Mode } from '../../../preload/contract';

/** A stretch of one chat in one mode; `mode` is `null` while the server had not confirmed one. */
export interface LaneStretch {
  readonly from: number;
  readonly to: number;
  readonly mode: Mode | null;
}

export interface LaneMark {
  readonly at: number;
  readonly kind: 'message' | 'alert';
}

/** One chat of the timeline. */
export interface Lane {
  readonly chatId: string;
  readonly agentId: string | null;
  readonly stretches: readonly LaneStretch[];
  readonly marks: readonly LaneMark[];
  /** First moment of the chat within the period. */
  readonly from: number;
}

interface OpenLane {
  agentId: string | null;
  readonly stretches: LaneStretch[];
  readonly marks: LaneMark[];
  from: number;
  open: { readonly from: number; readonly mode: Mode | null } | null;
}

const modes: readonly string[] = ['monitor', 'coach', 'bargeIn'] satisfies readonly Mode[];

function modeIn(value: unknown): Mode | null {
  return typeof value === 'string' && modes.includes(value) ? (value as Mode) : null;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * Returns the chats of a period as lanes, the earliest first. A chat without an end in the period goes on to its end. A
 * sign-out, or a start of the program, ends every chat: what was not recorded is not drawn.
 */
export function lanesOf(entries: readonly JournalEntry[], { to }: JournalPeriod): readonly Lane[] {
  const lanes = new Map<string, OpenLane>();
  const laneOf = (chatId: string, at: number): OpenLane => {
    const known = lanes.get(chatId);
    if (known !== undefined) return known;
    const lane: OpenLane = { agentId: null, stretches: [], marks: [], from: at, open: null };
    lanes.set(chatId, lane);
    return lane;
  };
  const close = (lane: OpenLane, at: number): void => {
    if (lane.open !== null) lane.stretches.push({ ...lane.open, to: at });
    lane.open = null;
  };
  for (const { kind, at, data } of entries) {
    if (kind === 'signedOut' || kind === 'journalOpened') for (const lane of lanes.values()) close(lane, at);
    const chatId = textIn(data['chat']);
    if (chatId === null) continue;
    if (kind === 'chatJoined' || kind === 'chatMode') {
      const lane = laneOf(chatId, at);
      close(lane, at);
      lane.open = { from: at, mode: modeIn(data['mode']) };
      lane.agentId = textIn(data['agent']) ?? lane.agentId;
    } else if (kind === 'chatEnded') close(laneOf(chatId, at), at);
    else if (kind === 'message') laneOf(chatId, at).marks.push({ at, kind: 'message' });
    else if (kind === 'alertRaised') laneOf(chatId, at).marks.push({ at, kind: 'alert' });
  }
  return [...lanes].map(([chatId, lane]) => {
    close(lane, to);
    const { agentId, stretches, marks, from } = lane;
    return { chatId, agentId, stretches, marks, from };
  });
}

export type EntryFilter = 'all' | 'modes' | 'messages' | 'alerts';

const kindsOf: Readonly<Record<Exclude<EntryFilter, 'all'>, readonly JournalEntry['kind'][]>> = {
  modes: ['chatJoined', 'chatMode', 'chatAgent', 'chatEnded', 'watch', 'watchEnded', 'budget'],
  messages: ['message'],
  alerts: ['alertRaised', 'alertEnded', 'acknowledged', 'unacknowledged'],
};

/** Returns the records of a filter and chat (`null`: all chats), the latest first. */
export function shownEntries(
  entries: readonly JournalEntry[],
  { filter, chatId }: { readonly filter: EntryFilter; readonly chatId: string | null },
): readonly JournalEntry[] {
  return entries
    .filter(({ kind }) => filter === 'all' || kindsOf[filter].includes(kind))
    .filter(({ data }) => chatId === null || data['chat'] === chatId)
    .toReversed();
}
