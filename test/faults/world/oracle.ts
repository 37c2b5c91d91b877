import { isDeepStrictEqual } from 'node:util';
import type { Chat as ShownChat, Transcript, Visibility as ShownVisibility } from '../../../preload/contract';
import type { Chat, LoggedMessage, Party, Visibility } from '../../../main/practice/contact-centre/model';
import { isOver, messagesFor, partiesSeenBy, partyOf } from '../../../main/practice/contact-centre/visibility';
import { dataJson } from '../../../main/practice/wire/chat-json';
import type { World } from './world';

const states = { Invited: 'invited', Chatting: 'active', LeftChat: 'left', JoinFailed: 'joinFailed' } as const;
const visibilities: Record<Visibility, ShownVisibility> = {
  All: 'everyone',
  Agents: 'agents',
  Supervisors: 'supervisors',
};
const modes = { All: 'bargeIn', Agents: 'coach', Supervisors: 'monitor' } as const;

export interface Judgement {
  /** Differences from the server's own record, in words. */
  readonly differences: readonly string[];
  /** Entries that are neither shown nor inside a marked gap, although the console had them or the server still returns them. */
  readonly lost: readonly string[];
  readonly duplicated: number;
  readonly duplicateAlerts: number;
}

/** Compares what the supervisor is shown with the practice server's own record. */
export function judge(world: World, doubtfulWatches: ReadonlySet<string>): Judgement {
  const { console, floor } = world;
  const { shown, floorStore } = console;
  const differences: string[] = [];
  const lost: string[] = [];
  let duplicated = 0;
  const snapshot = floorStore.snapshot();
  if (!isDeepStrictEqual(byId(shown.chats), byId(snapshot.chats)))
    differences.push('the window shows other chats than main');
  if (!isDeepStrictEqual(transcripts(shown.transcripts), transcripts(snapshot.transcripts))) {
    differences.push('the window shows other transcripts than main');
  }
  for (const chat of floor.centre.chats.values()) {
    const party = partyOf(chat, floor.supervisor.id);
    if (party === null) continue;
    const seen = shown.chats.find(({ id }) => id === chat.id);
    differences.push(...compareChat(world, chat, party, seen));
    const lines = messagesFor('supervisor', chat.log).filter(({ type }) => !type.startsWith('Typing'));
    const transcript = shown.transcripts.find(({ chatId }) => chatId === chat.id);
    if (seen === undefined || transcript === undefined) continue;
    lost.push(...lostLines(world, { chat, party, lines, transcript }));
    duplicated += duplicatedLines(transcript, lines);
    differences.push(...wrongLines(chat, lines, transcript));
  }
  for (const { id } of shown.chats)
    if (!floor.centre.chats.has(id)) differences.push(`chat ${id} is shown and does not exist`);
  differences.push(...compareWatches(world, doubtfulWatches));
  return { differences, lost, duplicated, duplicateAlerts: duplicateAlerts(world) };
}

function compareChat(world: World, chat: Chat, party: Party, seen: ShownChat | undefined): readonly string[] {
  const named = (what: string): string => `${what} (chat ${chat.id}, server ${party.state})`;
  if (isOver(party)) {
    if (seen === undefined) return world.received.chats.has(chat.id) ? [named('a reported chat is not shown')] : [];
    return seen.endedAt === null ? [named(`shown as ${seen.state}`)] : [];
  }
  if (seen === undefined) return [named('missing')];
  const found: string[] = [];
  const expected = states[party.state as keyof typeof states];
  if (seen.state !== expected) found.push(named(`shown as ${seen.state}`));
  if (party.state !== 'Chatting') return found;
  if (seen.mode !== modes[party.visibility]) found.push(named(`mode ${String(seen.mode)} for ${party.visibility}`));
  const people = partiesSeenBy(party, chat).map((one) => [
    one.participantId,
    one.nickname,
    visibilities[one.visibility],
  ]);
  const shownPeople = seen.participants.map((one) => [one.participantId, one.nickname, one.visibility]);
  if (!isDeepStrictEqual(people.sort(), shownPeople.sort())) found.push(named('other participants'));
  const facts = Object.entries(dataJson(chat, world.floor.dialect)).map(([key, value]) => [
    key,
    value === null ? null : `${value as string | number}`,
  ]);
  const shownFacts = seen.customerData.map(({ key, value }) => [key, value]);
  if (!isDeepStrictEqual(facts.sort(), shownFacts.sort())) found.push(named('other customer data'));
  return found;
}

interface Account {
  readonly chat: Chat;
  readonly party: Party;
  readonly lines: readonly LoggedMessage[];
  readonly transcript: Transcript;
}

/**
 * An entry must be shown if the server still returns it (the chat is running and transcripts are served), or if the console acknowledged
 * it. Any other entry may be missing, but only inside a marked gap.
 */
function lostLines(world: World, { chat, party, lines, transcript }: Account): readonly string[] {
  const shown = new Set(transcript.entries.map(({ index }) => index));
  const acknowledged = world.received.lines.get(chat.id) ?? new Set<number>();
  const isServed = world.floor.quirks.chatMessagesRead && party.state === 'Chatting';
  const isOurs = party.state === 'Chatting' || isOver(party) || party.state === 'LeftChat';
  if (!isOurs) return [];
  const last = lastReadable(world, chat, (index) => shown.has(index) || acknowledged.has(index));
  const missing = lines.filter(({ index }) => {
    if (shown.has(index) || index > last) return false;
    return isServed || acknowledged.has(index) || !isInGap(index, transcript);
  });
  return missing.map(({ index }) => `line ${index} of chat ${chat.id} (server ${party.state})`);
}

/**
 * The supervisor may not read entries after leaving. A stay that began and ended while the console was disconnected leaves no readable
 * trace, so only stays that it learned of count.
 */
function lastReadable({ floor }: World, chat: Chat, isKnown: (index: number) => boolean): number {
  const stays = chat.parties.filter(({ userId }) => userId === floor.supervisor.id);
  const ends = stays.map((party) => {
    const of = chat.log.filter(({ from }) => from.participantId === party.participantId);
    const joinedAt = of[0]?.index ?? Number.POSITIVE_INFINITY;
    if (!isOver(party)) return Number.POSITIVE_INFINITY;
    const leftAt = of.findLast(({ type }) => type === 'ParticipantLeft')?.index ?? 0;
    const isKnownStay = chat.log.some(({ index }) => index >= joinedAt && index < leftAt && isKnown(index));
    return isKnownStay ? leftAt - 1 : 0;
  });
  return Math.max(0, ...ends);
}

function isInGap(index: number, { gaps }: Transcript): boolean {
  return gaps.some(
    ({ afterIndex, beforeIndex }) =>
      (afterIndex === null || index > afterIndex) && (beforeIndex === null || index < beforeIndex),
  );
}

function duplicatedLines({ entries }: Transcript, lines: readonly LoggedMessage[]): number {
  const indexes = entries.map(({ index }) => index);
  const repeated = indexes.length - new Set(indexes).size;
  // Every text in a history is unique, so a repeated text is a duplicate entry.
  const texts = entries.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
  const spoken = new Set(lines.flatMap(({ text }) => text ?? []));
  return (
    repeated + texts.filter((text) => spoken.has(text)).length - new Set(texts.filter((text) => spoken.has(text))).size
  );
}

function wrongLines(chat: Chat, lines: readonly LoggedMessage[], { entries }: Transcript): readonly string[] {
  const byIndex = new Map(lines.map((line) => [line.index, line]));
  const wrong = entries.filter(({ index, text, visibility }) => {
    const line = byIndex.get(index);
    return (
      line === undefined ||
      (line.text ?? line.noticeText ?? '') !== text ||
      visibilities[line.visibility] !== visibility
    );
  });
  const isOrdered = entries.every(({ index }, at) => at === 0 || index > (entries[at - 1]?.index ?? 0));
  return [
    ...wrong.map(({ index }) => `line ${index} of chat ${chat.id} is not the server's`),
    ...(isOrdered ? [] : [`chat ${chat.id} is out of order`]),
  ];
}

/** Every watch must be at the server with its mode and scope, except those whose outcome is unknown. */
function compareWatches({ console, floor }: World, doubtful: ReadonlySet<string>): readonly string[] {
  const held = new Map(floor.centre.watches.map((watch) => [`${watch.agentId} ${watch.medium}`, watch]));
  const shown = console.shown.watches.flatMap((watch) => watch.media.map((medium) => ({ ...watch, medium })));
  return shown.flatMap(({ agentId, medium, mode, scope, state }) => {
    if (doubtful.has(agentId) || state !== 'active') return [];
    const watch = held.get(`${agentId} ${medium}`);
    if (watch === undefined && scope === 'nextChat') return [];
    const isSame =
      watch?.mode.toLowerCase() === mode.toLowerCase() && watch.scope.toLowerCase() === scope.toLowerCase();
    return isSame ? [] : [`a watch shown as active is not at the server: ${mode} ${scope}`];
  });
}

/** One "started" and one "taken away" for each time the supervisor joined a chat. */
function duplicateAlerts({ console, floor }: World): number {
  const counts = new Map<string, number>();
  for (const { kind, chatId } of console.alerts) {
    const key = `${kind} ${chatId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let duplicates = 0;
  for (const [key, count] of counts) {
    const chat = floor.centre.chats.get(key.split(' ')[1] ?? '');
    const joins = chat?.parties.filter(({ userId }) => userId === floor.supervisor.id).length ?? 0;
    duplicates += Math.max(0, count - joins);
  }
  return duplicates;
}

function byId(chats: readonly ShownChat[]): readonly ShownChat[] {
  return [...chats].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** An empty transcript and a missing one are the same to a reader. */
function transcripts(all: readonly Transcript[]): readonly Transcript[] {
  const spoken = all.filter(({ entries, gaps, typing }) => entries.length + gaps.length + typing.length > 0);
  return spoken.sort((one, other) => (one.chatId < other.chatId ? -1 : 1));
}
