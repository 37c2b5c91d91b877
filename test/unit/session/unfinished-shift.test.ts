import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionState } from '../../../preload/contract';
import { UnfinishedShift } from '../../../main/session/unfinished-shift';
import { FakeKeyValueStore } from '../../support/electron/sign-in-fakes';

const signedIn = (isPractice = false): SessionState => ({
  phase: 'signedIn',
  who: {
    ...{ userId: '7', userName: 'sofia', name: 'Sofia', serverName: 'gws.example.com', serverVersion: null },
    isPractice,
  },
});
let memory: FakeKeyValueStore;
const start = (): UnfinishedShift => new UnfinishedShift(memory);
const change = (shift: UnfinishedShift, session: SessionState): void => {
  shift.applyChanges([{ type: 'sessionChanged', session }]);
};

beforeEach(() => {
  memory = new FakeKeyValueStore();
});

describe('a shift is unfinished', () => {
  it('when the program is killed while someone is signed in', () => {
    change(start(), signedIn());
    expect(start().isFound()).toBe(true);
  });

  it('however often the program starts and quits before the next sign-in', () => {
    change(start(), signedIn());
    const next = start();
    change(next, signedIn(true));
    change(next, { phase: 'signedOut' });
    next.end();
    expect(start().isFound()).toBe(true);
  });

  it('when the server did not confirm the sign-out', () => {
    const shift = start();
    change(shift, signedIn());
    const connection = { phase: 'signedOut', lastSuccessAt: null, nextAttemptAt: null } as const;
    shift.applyChanges([{ type: 'connectionChanged', connection: { ...connection, reason: 'signOutNotConfirmed' } }]);
    change(shift, { phase: 'signedOut' });
    shift.end();
    expect(start().isFound()).toBe(true);
  });

  it('no longer once someone has signed in, and again when that run is killed', () => {
    change(start(), signedIn());
    const next = start();
    change(next, signedIn());
    expect(next.isFound()).toBe(false);
    expect(start().isFound()).toBe(true);
  });
});

describe('a shift is finished', () => {
  it.each<[string, (shift: UnfinishedShift) => void]>([
    ['by signing out', (shift) => change(shift, { phase: 'signedOut' })],
    ['by quitting', (shift) => shift.end()],
  ])('%s', (_what, finish) => {
    const shift = start();
    change(shift, signedIn());
    finish(shift);
    expect(start().isFound()).toBe(false);
    expect(memory.values.size).toBe(0);
  });

  it('on the practice floor, which ends with the program', () => {
    change(start(), signedIn(true));
    expect(start().isFound()).toBe(false);
  });
});
