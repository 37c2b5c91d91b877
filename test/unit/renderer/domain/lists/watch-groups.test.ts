import { describe, expect, it } from 'vitest';
import type { Watch, WatchTeam } from '../../../../../preload/contract';
import { uniqueName, isWatchedAs, membersOf, unwatchedOf } from '../../../../../renderer/domain/lists/watch-groups';
import { seedAgent } from '../../../../support/renderer/seed-floor';

const team: WatchTeam = {
  ...{ id: 'night', name: 'Night team', agentIds: ['ana'], directoryGroups: ['Billing', 'Returns'] },
  ...{ mode: 'coach', scope: 'allChats', nickname: 'Care team' },
};
const ana = { ...seedAgent('Ana Ruiz', { groups: ['Orders'] }), id: 'ana' };
const ben = { ...seedAgent('Ben Okri', { groups: ['Billing', 'Returns'] }), id: 'ben' };
const cleo = { ...seedAgent('Cleo Marsh', { groups: ['Orders'] }), id: 'cleo' };
const watchLike = (part: Partial<Watch>): Watch => ({
  ...{ agentId: 'ana', mode: 'coach', scope: 'allChats', nickname: 'Care team' },
  ...{ media: ['chat'], state: 'active', since: 0 },
  ...part,
});

describe('a team', () => {
  it('has its named agents and those of its directory groups, each once', () => {
    expect(membersOf(team, [ana, ben, cleo]).map(({ id }) => id)).toEqual(['ana', 'ben']);
    expect(membersOf({ ...team, directoryGroups: ['Orders'] }, [ana, ben, cleo]).map(({ id }) => id)).toEqual([
      'ana',
      'cleo',
    ]);
    expect(membersOf({ ...team, agentIds: ['gone'], directoryGroups: [] }, [ana, ben])).toEqual([]);
    const skilled = { ...cleo, skills: ['Refunds', 'Returns'] };
    expect(membersOf(team, [ana, ben, skilled]).map(({ id }) => id)).toEqual(['ana', 'ben', 'cleo']);
  });

  it.each([
    ['just so', watchLike({}), true],
    ['being made again', watchLike({ state: 'renewing' }), true],
    ['lost', watchLike({ state: 'lost' }), false],
    ['in another mode', watchLike({ mode: 'monitor' }), false],
    ['for one chat', watchLike({ scope: 'nextChat' }), false],
    ['under another name', watchLike({ nickname: '' }), false],
    ['not at all', undefined, false],
  ])('has a member who is watched %s', (_, watch, expected) => {
    expect(isWatchedAs(team, watch)).toBe(expected);
  });

  it('asks only for those who are not watched so yet', () => {
    const watchOf = (id: string) => (id === 'ana' ? watchLike({}) : undefined);
    expect(unwatchedOf(team, [ana, ben], watchOf)).toEqual(['ben']);
  });

  it('gets a name nobody has', () => {
    const named = (name: string) => ({ ...team, name });
    expect(uniqueName('Orders', [named('Billing')])).toBe('Orders');
    expect(uniqueName('Orders', [named('Orders'), named('Orders 2')])).toBe('Orders 3');
  });
});
