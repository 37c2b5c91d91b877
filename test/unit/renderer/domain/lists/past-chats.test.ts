import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../../../preload/contract';
import { mostPast, pastToLeave } from '../../../../../renderer/domain/lists/past-chats';
import { busyFloor } from '../../../../support/renderer/busy-floor';

const now = 10_000_000_000;
const minute = 60_000;
const [some] = busyFloor(now).chats;
if (some === undefined) throw new Error('the floor has chats');
const aChat = (changes: Partial<Chat>): Chat => ({ ...some, ...changes });
const ended = (id: string, minutesAgo: number): Chat =>
  aChat({ id, state: 'finished', endedAt: now - minutesAgo * minute });
const question = { now, kept: 'hour', isInUse: () => false } as const;

describe('past chats', () => {
  it('leave when their time is over, and not before; active ones never do', () => {
    const chats = [ended('old', 60), ended('young', 59), aChat({ id: 'on', state: 'active', endedAt: null })];
    expect(pastToLeave(chats, question)).toEqual(['old']);
    expect(pastToLeave(chats, { ...question, kept: 'quarter' })).toEqual(['young', 'old']);
    expect(pastToLeave(chats, { ...question, kept: 'untilRemoved' })).toEqual([]);
  });

  it('stay while they are read or hold something unsent', () => {
    expect(pastToLeave([ended('old', 90)], { ...question, isInUse: (id) => id === 'old' })).toEqual([]);
  });

  it('are never more than the list can bear: the oldest leave', () => {
    const chats = Array.from({ length: mostPast + 2 }, (_, at) => ended(`c${String(at)}`, at / 1_000));
    expect(pastToLeave(chats, { ...question, kept: 'untilRemoved' })).toEqual([
      `c${String(mostPast)}`,
      `c${String(mostPast + 1)}`,
    ]);
  });
});
