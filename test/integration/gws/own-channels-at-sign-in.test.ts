import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, supervisor, type PracticeConsole } from '../../support/gws/practice-console';

let console: PracticeConsole;
beforeEach(async () => {
  console = await openPracticeConsole();
});
afterEach(() => console.close());

const presence = (): string | undefined =>
  console.floor.control.people().find(({ userName }) => userName === supervisor.userName)?.presence;
const started = (): number =>
  console.floor.control.requests().filter(({ operation }) => operation === 'StartContactCenterSession').length;

describe('the supervisor’s own channels at sign-in', () => {
  it('keep their state when they are logged in already', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'notReady' });
    await console.goLive();
    expect([presence(), started()]).toEqual(['notReady', 0]);
  });

  it('are opened when they are logged out, because no chat could be supervised without', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'loggedOut' });
    await console.goLive();
    expect([presence() === 'loggedOut', started()]).toEqual([false, 1]);
  });
});
