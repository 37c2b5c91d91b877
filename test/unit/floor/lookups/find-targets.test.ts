import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTargets, maxTargets } from '../../../../main/floor/lookups/find-targets';
import type { FoundTarget, Presence } from '../../../../preload/contract';

const agent = (name: string, presence: Presence = 'ready', groups: readonly string[] = []): FoundTarget => ({
  ...{ kind: 'agent', id: `id of ${name}`, name, presence, groups },
});
const queue = (name: string): FoundTarget => ({ kind: 'queue', id: `id of ${name}`, name });
const names = (known: readonly FoundTarget[], query: string): readonly string[] =>
  findTargets(known, query).targets.map(({ name }) => name);

const floor = [
  agent('Zofia Wiśniewska', 'ready', ['Retail Care']),
  agent('Inès de La Rochefoucauld', 'loggedOut', ['Travel Desk']),
  agent('Bill Inman', 'notReady', ['Accounts & Billing']),
  agent('Ana Ruiz', 'ready', ['Accounts & Billing']),
  queue('Billing'),
  queue('Chat_General'),
];

describe('findTargets', () => {
  it.each([
    ['bill', ['Bill Inman', 'Billing', 'Ana Ruiz'].sort()],
    ['BILLING', ['Ana Ruiz', 'Bill Inman', 'Billing'].sort()],
    ['ines', ['Inès de La Rochefoucauld']],
    ['wisniew', ['Zofia Wiśniewska']],
    ['roche in', ['Inès de La Rochefoucauld']],
    ['general', ['Chat_General']],
    ['nobody', []],
  ])('%s finds %j', (query, expected) => {
    expect([...names(floor, query)].sort()).toEqual(expected);
  });

  it('ranks the beginning of a name before other parts, and those before groups', () => {
    const people = [
      agent('Sabine Ott', 'ready', ['Ina']),
      agent('Martina Lux'),
      agent('Carl Inari'),
      agent('Ina Berg'),
    ];
    expect(names(people, 'ina')).toEqual(['Ina Berg', 'Carl Inari', 'Martina Lux', 'Sabine Ott']);
  });

  it('finds agents by user name and employee number, after those with that name', () => {
    const people = [
      { ...agent('Hans Olo'), userName: 'h.berg-17@example.com' },
      { ...agent('Ina Berg'), userName: 'iberg', employeeId: 'E0042' },
      agent('Mia Fels', 'ready', ['Bergen']),
    ];
    expect(names(people, 'berg')).toEqual(['Ina Berg', 'Hans Olo', 'Mia Fels']);
    expect(names(people, 'h.berg-17')).toEqual(['Hans Olo']);
    expect(names(people, 'e0042')).toEqual(['Ina Berg']);
  });

  it('lists available agents first for an empty query', () => {
    const people = [agent('A', 'loggedOut'), agent('B', 'unknown'), agent('C', 'notReady'), agent('E'), agent('D')];
    expect(names(people, '  ')).toEqual(['D', 'E', 'C', 'B', 'A']);
  });

  it('reports that more targets match than a list can show', () => {
    const crowd = Array.from({ length: 2_000 }, (_, number) => agent(`Kim ${number}`));
    const many = findTargets(crowd, 'kim');
    expect([many.targets.length, many.hasMore]).toEqual([maxTargets, true]);
    expect(findTargets(crowd, 'kim 1999')).toMatchObject({ targets: [{ name: 'Kim 1999' }], hasMore: false });
  });

  it('handles any query, in an order independent of the input’s', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(floor, { minLength: floor.length }), (query, shuffled) => {
        expect(findTargets(shuffled, query)).toEqual(findTargets(floor, query));
      }),
    );
  });
});
