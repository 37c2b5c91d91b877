import type { JournalData, JournalEntry, JournalKind, JournalPage, Mode } from '../../../preload/contract';
import { attentiveFloor } from './attentive-floor';

const minuteMs = 60_000;

/** The journal of a shift of a few hours: chats in every mode, messages, alerts and a lost connection. */
export function shiftJournal(now: number): JournalPage {
  const agents = attentiveFloor(now).agents.map(({ id }) => id);
  const records: { at: number; kind: JournalKind; data: JournalData }[] = [];
  const add = (minutesAgo: number, kind: JournalKind, data: JournalData = {}): void => {
    records.push({ at: now - minutesAgo * minuteMs, kind, data });
  };
  add(402, 'journalOpened', { after: 0 });
  add(401, 'signedIn', { user: 'u1', server: 'gws.example.com', isPractice: false });
  add(401, 'connection', { phase: 'live' });
  for (let number = 0; number < 9; number += 1) {
    const chat = `chat-${String(number)}a7f3`;
    const agent = agents[number % agents.length] ?? 'agent';
    const began = 390 - number * 38;
    const lasts = 22 + (number % 4) * 17;
    add(began + 2, 'watch', { agent, mode: 'monitor', scope: 'allChats', state: 'active' });
    add(began, 'chatJoined', { chat, agent, mode: 'monitor', medium: 'chat' });
    add(began - 4, 'alertRaised', { chat, rule: 'customerWaiting', severity: 'hot' });
    add(began - 5, 'chatOpened', { chat });
    const modes: readonly Mode[] = number % 3 === 0 ? ['coach'] : number % 3 === 1 ? ['coach', 'bargeIn'] : [];
    modes.forEach((mode, at) => {
      const since = began - 7 - at * 8;
      add(since, 'act', { requestId: `r${String(number)}${mode}`, act: mode, chat, agent: null, mode: null });
      add(since - 0.1, 'chatMode', { chat, mode });
      add(since - 0.1, 'actSettled', {
        requestId: `r${String(number)}${mode}`,
        act: mode,
        chat,
        agent: null,
        error: null,
      });
      const to = mode === 'coach' ? 'agents' : 'everyone';
      add(since - 2, 'message', { chat, to, composedIn: mode, readers: ['p1'], textLength: 84, requestId: 'm' });
    });
    if (modes.length > 0) add(began - lasts + 5, 'chatMode', { chat, mode: 'monitor' });
    add(began - 12, 'acknowledged', { chat, rules: ['customerWaiting'] });
    if (number < 8) add(began - lasts, 'chatEnded', { chat, state: 'finished' });
  }
  add(150, 'connection', { phase: 'stale' });
  add(148, 'connection', { phase: 'live' });
  const entries = records
    .sort((left, right) => left.at - right.at)
    .map((record, at): JournalEntry => ({ ...record, seq: at + 1 }));
  return {
    entries,
    requests: { noOne: 3_018, agents: 14, everyone: 6, unknown: 0 },
    state: { problem: null, waitingCount: 0, lostCount: 0 },
  };
}
