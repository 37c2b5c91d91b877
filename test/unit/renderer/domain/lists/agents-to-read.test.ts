import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../../../preload/contract';
import { agentsToRead, lookAgainMs, type KnownChats } from '../../../../../renderer/domain/lists/agents-to-read';

const now = Date.UTC(2026, 10, 29, 9, 0);
const watchOf = (agentId: string, state: Watch['state'] = 'active'): Watch => {
  const how = { mode: 'monitor', scope: 'allChats', media: ['chat'], nickname: '' } as const;
  return { ...how, agentId, state, since: now - 1_000 };
};

function wanted(
  watches: readonly Watch[],
  facts: {
    knownNow?: readonly string[];
    inVain?: readonly string[];
    known?: Readonly<Record<string, number>>;
    unjoined?: readonly string[];
  } = {},
): readonly string[] {
  const { knownNow = [], inVain = [], known = {}, unjoined = [] } = facts;
  return agentsToRead({
    watches,
    isKnownNow: (id) => knownNow.includes(id),
    isInVain: (id) => inVain.includes(id),
    known: new Map(Object.entries(known).map(([id, at]): [string, KnownChats] => [id, { chats: [], at }])),
    hasUnjoined: (id) => unjoined.includes(id),
    now,
  });
}

describe('watched agents whose chats are to be read', () => {
  it('returns agents whose chats were never reported', () => {
    expect(wanted([watchOf('ana'), watchOf('ben'), watchOf('cem', 'lost')], { knownNow: ['ben'] })).toEqual(['ana']);
  });

  it('skips agents if the server reports no chats at all', () => {
    expect(wanted([watchOf('ana')], { inVain: ['ana'] })).toEqual([]);
  });

  it('are not asked about for ever once it is known', () => {
    expect(wanted([watchOf('ana')], { known: { ana: now - 10 * lookAgainMs } })).toEqual([]);
  });

  it('come again after a while where a chat is not joined', () => {
    const long = { known: { ana: now - lookAgainMs - 1 }, unjoined: ['ana'] };
    expect(wanted([watchOf('ana')], long)).toEqual(['ana']);
    expect(wanted([watchOf('ana')], { ...long, known: { ana: now - lookAgainMs } })).toEqual([]);
  });

  it('are never so many that the rest of the floor would have to wait', () => {
    const watches = Array.from({ length: 2_000 }, (_, place) => watchOf(`agent-${String(place)}`));
    expect(wanted(watches)).toHaveLength(40);
  });
});
