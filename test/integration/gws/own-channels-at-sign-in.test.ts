import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done } from '../../../main/base/result';
import { until } from '../../support/until';
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

describe('the own channels at sign-in', () => {
  it('keep their state when they are logged in already', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'notReady' });
    await console.goLive();
    expect([presence(), started()]).toEqual(['notReady', 0]);
  });

  it('stay logged out when they were', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'loggedOut' });
    await console.goLive();
    expect([presence(), started()]).toEqual(['loggedOut', 0]);
  });

  it('are logged in with the state that the supervisor chooses', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'loggedOut' });
    await console.goLive();
    expect(await console.genesys.setNotReady({ medium: 'chat', reasonId: null, logsIn: true })).toEqual(done);
    expect([presence(), started()]).toEqual(['notReady', 1]);
  });

  it.each(['ready', 'notReady'] as const)('are %s again when a lost session had logged them out', async (state) => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: state });
    await console.goLive();
    console.status.push({ medium: 'chat', state, text: null, reasonId: null, reasons: [] });
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'loggedOut' });
    console.floor.control.forgetSessions();
    const [agent] = console.floor.control.people().filter(({ isSupervisor }) => !isSupervisor);
    await console.genesys.stopWatching({ agentId: agent!.id, medium: 'chat' });
    expect([presence(), started()]).toEqual([state, 1]);
  });

  it('stay logged out when they were before the session was lost', async () => {
    console.floor.control.setPresence({ userName: supervisor.userName, presence: 'loggedOut' });
    await console.goLive();
    console.status.push({ medium: 'chat', state: 'loggedOut', text: null, reasonId: null, reasons: [] });
    console.floor.control.forgetSessions();
    console.genesys.resynchronise();
    await until('renewed', () => console.sink.calls.some(({ what }) => what === 'renewed'));
    expect([presence(), started()]).toEqual(['loggedOut', 0]);
  });
});
