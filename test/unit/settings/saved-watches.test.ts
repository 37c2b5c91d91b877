import { describe, expect, it } from 'vitest';
import type { FloorChange, SavedWatch, SessionState, Settings } from '../../../preload/contract';
import { SavedWatches } from '../../../main/settings/saved-watches';
import { FakeKeyValueStore } from '../../support/electron/sign-in-fakes';
import { VirtualClock } from '../../support/virtual-clock';

const sam = { userId: 's-17', userName: 'sam', name: 'Sam', serverName: 'gws', isPractice: false, serverVersion: null };
const phase = (session: SessionState): FloorChange => ({ type: 'sessionChanged', session });
const signedIn = (who = sam): FloorChange => phase({ phase: 'signedIn', who });
const ana: SavedWatch = { agentId: 'ana', mode: 'coach', scope: 'allChats', nickname: '' };
const ben: SavedWatch = { agentId: 'ben', mode: 'monitor', scope: 'nextChat', nickname: 'Sam from support' };
const watching = (...watches: readonly SavedWatch[]): FloorChange => ({
  type: 'watchesChanged',
  watches: watches.map((watch) => ({ ...watch, media: ['chat'], state: 'active', since: 1 })),
});

/** Starts the program on the same disk. */
function begin(
  file: FakeKeyValueStore,
  choice: Settings['resumesWatches'] = 'offer',
): { keeper: SavedWatches; clock: VirtualClock } {
  const clock = new VirtualClock();
  const keeper = new SavedWatches(file, clock, () => choice);
  keeper.applyChanges([signedIn()]);
  return { keeper, clock };
}

function lifeThatDied(...changes: readonly FloorChange[]): FakeKeyValueStore {
  const file = new FakeKeyValueStore();
  const { keeper, clock } = begin(file);
  keeper.applyChanges(changes);
  clock.advance(100);
  return file;
}

describe('SavedWatches', () => {
  it('offers the watches of a crash to the same supervisor', () => {
    const file = lifeThatDied(watching(ana), watching(ana, ben));
    expect(begin(file).keeper.offerable()).toEqual([ana, ben]);
  });

  it('offers what it can read of a newer version, and keeps the rest with the offer', () => {
    const file = lifeThatDied(watching(ana));
    const { owner, watches } = file.read('watches') as { owner: string; watches: readonly unknown[] };
    const newer = { agentId: 'cleo', mode: 'consult', scope: 'allChats', since: 7 };
    file.write('watches', { owner, isOrderly: false, version: 9, watches: [...watches, newer] });
    const { keeper, clock } = begin(file);
    expect(keeper.offerable()).toEqual([ana]);
    keeper.applyChanges([watching(ben)]);
    clock.advance(100);
    expect(file.read('watches')).toMatchObject({ watches: [ana, ben, newer] });
    keeper.discardAll();
    expect(file.read('watches')).toMatchObject({ watches: [ben] });
  });

  it('stores ids, modes and scopes under an anonymous owner, and nothing else', () => {
    const written = JSON.stringify(lifeThatDied(watching(ana)).read('watches'));
    expect(written).toMatch(/^\{"owner":"[0-9a-f]{64}","isOrderly":false,"watches":\[/);
    expect(JSON.parse(written)).toMatchObject({ watches: [ana] });
    expect(written).not.toMatch(/sam|s-17|gws/i);
  });

  it('offers nothing to another supervisor or at another server', () => {
    const file = lifeThatDied(watching(ana));
    const keeper = new SavedWatches(file, new VirtualClock(), () => 'offer');
    keeper.applyChanges([signedIn({ ...sam, userId: 'other' })]);
    expect(keeper.offerable()).toEqual([]);
  });

  it('keeps them through a sign-in at another server, which has its own', () => {
    const file = lifeThatDied(watching(ana));
    const keeperOf = (serverName: string) => {
      const clock = new VirtualClock();
      const keeper = new SavedWatches(file, clock, () => 'offer');
      keeper.applyChanges([signedIn({ ...sam, serverName })]);
      return { keeper, clock };
    };
    const { keeper, clock } = keeperOf('other');
    keeper.applyChanges([watching(ben)]);
    clock.advance(100);
    expect(keeperOf('gws').keeper.offerable()).toEqual([ana]);
    expect(keeperOf('other').keeper.offerable()).toEqual([ben]);
    expect(keeperOf('gws').keeper.offerable()).toEqual([ana]);
  });

  it('offers them after a sign-out or a quit as well, unless the setting is never', () => {
    const signedOut = lifeThatDied(watching(ana), phase({ phase: 'signingOut' }), phase({ phase: 'signedOut' }));
    expect(begin(signedOut).keeper.offerable()).toEqual([ana]);
    const quit = lifeThatDied(watching(ana));
    const { keeper } = begin(quit);
    keeper.markCleanExit();
    expect(begin(quit).keeper.offerable()).toEqual([ana]);
    expect(begin(quit, 'never').keeper.offerable()).toEqual([]);
    expect(begin(quit, 'always').keeper.offerable()).toEqual([ana]);
  });

  it('stores nothing at a clean exit with never, but offers those of a crash', () => {
    const file = lifeThatDied(watching(ana));
    const { keeper } = begin(file, 'never');
    expect(keeper.offerable()).toEqual([ana]);
    keeper.markCleanExit();
    expect(file.read('watches')).toBeUndefined();
  });

  it('marks a clean exit during the batch delay', () => {
    const file = new FakeKeyValueStore();
    const { keeper } = begin(file);
    keeper.applyChanges([watching(ana), phase({ phase: 'signingOut' })]);
    expect(begin(file).keeper.offerable()).toEqual([ana]);
  });

  it('offers them after a session that ended by itself, even during the batch delay', () => {
    const file = new FakeKeyValueStore();
    const { keeper } = begin(file);
    keeper.applyChanges([watching(ana), phase({ phase: 'signedOut' }), phase({ phase: 'signingIn' }), signedIn()]);
    expect(keeper.offerable()).toEqual([ana]);
  });

  it('keeps an open offer over a second crash, with the new watches', () => {
    const file = lifeThatDied(watching(ana));
    const { keeper, clock } = begin(file);
    keeper.applyChanges([watching(ben)]);
    clock.advance(100);
    expect(begin(file).keeper.offerable()).toEqual([ana, ben]);
  });

  it('does not offer active watches, and discarding an offer keeps those', () => {
    const file = lifeThatDied(watching(ana, ben));
    const { keeper } = begin(file);
    keeper.applyChanges([watching(ben)]);
    expect(keeper.offerable()).toEqual([ana]);
    keeper.discardAll();
    expect(keeper.offerable()).toEqual([]);
    expect(begin(file).keeper.offerable()).toEqual([ben]);
  });

  it('deletes a cancelled or consumed watch', () => {
    expect(lifeThatDied(watching(ana), watching()).read('watches')).toBeUndefined();
  });

  it.each([null, 7, 'x', {}, { owner: 'x' }, { owner: 'x', watches: [{ agentId: 1 }] }])(
    'ignores an invalid file: %j',
    (invalid) => {
      const file = new FakeKeyValueStore();
      file.write('watches', invalid);
      expect(begin(file).keeper.offerable()).toEqual([]);
    },
  );

  it('writes once for many changes within a moment', () => {
    const file = new FakeKeyValueStore();
    let writes = 0;
    const { keeper, clock } = begin(file);
    const write = file.write.bind(file);
    file.write = (name, value) => ((writes += 1), write(name, value));
    for (let round = 0; round < 40; round += 1) keeper.applyChanges([watching(ana, ben)]);
    clock.advance(1_000);
    expect(writes).toBe(1);
  });
});
