import { describe, expect, it } from 'vitest';
import type { Mode, Watch, WatchScope } from '../../../../../preload/contract';
import {
  byMode,
  needsConfirmation,
  visibleModes,
  visibleWatches,
} from '../../../../../renderer/domain/modes/visible-acts';

type Spec = readonly [mode: Mode, scope: WatchScope];
const specs = (...each: readonly Spec[]) => each.map(([mode, scope]) => ({ mode, scope }));

describe('confirmation of watches', () => {
  it.each<[boolean, readonly Spec[]]>([
    [false, []],
    [false, [['coach', 'nextChat']]],
    [true, [['bargeIn', 'nextChat']]],
    [true, [['coach', 'allChats']]],
    [true, [['bargeIn', 'allChats']]],
    [
      false,
      [
        ['monitor', 'allChats'],
        ['monitor', 'nextChat'],
      ],
    ],
    [
      false,
      [
        ['monitor', 'allChats'],
        ['coach', 'nextChat'],
      ],
    ],
    [
      true,
      [
        ['coach', 'nextChat'],
        ['coach', 'nextChat'],
      ],
    ],
    [
      true,
      [
        ['coach', 'nextChat'],
        ['bargeIn', 'nextChat'],
      ],
    ],
  ])('is %s for %j', (isNeeded, requested) => {
    expect(needsConfirmation(specs(...requested))).toBe(isNeeded);
  });
});

describe('visible watches', () => {
  it('are the coaching and barging ones that are not lost', () => {
    const watch = (agentId: string, mode: Mode, state: Watch['state']): Watch => ({
      ...{ agentId, mode, state, scope: 'allChats', media: ['chat'], nickname: '', since: 0 },
    });
    const watches = [
      watch('silent', 'monitor', 'active'),
      watch('coached', 'coach', 'active'),
      watch('barged', 'bargeIn', 'renewing'),
      watch('gone', 'bargeIn', 'lost'),
    ];
    expect(visibleWatches(watches).map(({ agentId }) => agentId)).toEqual(['coached', 'barged']);
  });
});

describe('acts by mode', () => {
  it('come most visible first, silent ones last, without empty parts', () => {
    expect(visibleModes).toEqual(['bargeIn', 'coach']);
    const acts = [
      { mode: 'monitor', id: 1 },
      { mode: 'bargeIn', id: 2 },
      { mode: 'monitor', id: 3 },
    ] as const;
    expect(byMode(acts)).toEqual([
      { mode: 'bargeIn', specs: [acts[1]] },
      { mode: 'monitor', specs: [acts[0], acts[2]] },
    ]);
  });
});
