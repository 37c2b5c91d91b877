import { lookup } from 'node:dns/promises';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { ConnectionCheck } from '../../../main/connection-check/connection-check';
import { HttpServerProbe } from '../../../main/gws/session/server-probe';
import { parseServerAddress } from '../../../main/gws/session/address';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { NodeHttp } from '../../support/node-http';
import { until } from '../../support/until';

/** The check over real sockets, at a practice floor: what it says of a sound connection and of a broken one. */
let open: PracticeConsole | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function consoleWithCheck() {
  const console = (open = await openPracticeConsole());
  const check = new ConnectionCheck({
    network: {
      addressCount: async (host) => (await lookup(host, { all: true })).length,
      proxyFor: () => Promise.resolve(null),
    },
    openProbe: (baseUrl) =>
      new HttpServerProbe({ baseUrl, http: new NodeHttp(), clock: systemClock, random: () => 0.5 }),
    link: () => console.genesys.checked(),
    readAddress: parseServerAddress,
    clock: systemClock,
    log: console.log.for('check'),
    onChange: () => undefined,
  });
  const run = async () => {
    expect(check.start(console.floor.url)).toMatchObject({ ok: true });
    // It waits for a poll that the server holds.
    await until('the check has ended', () => check.state?.isRunning === false, 20_000);
    return check.state?.results;
  };
  return { console, run };
}

it('finds all of a live connection in order, down to an event', async () => {
  const { console, run } = await consoleWithCheck();
  expect(await run()).toMatchObject({
    server: { finding: 'answersWithVersion' },
    signIn: { finding: 'wantsPassword' },
    poll: { is: 'notTried', why: 'notSignedIn' },
  });
  await console.goLive();
  const sessions = console.floor.control.sessions();
  await console.genesys.setReady({ medium: 'chat', logsIn: true });
  expect(await run()).toMatchObject({
    name: { finding: 'nameFound' },
    reach: { finding: 'reached' },
    signIn: { finding: 'signedIn' },
    cookies: { finding: 'cookieKept' },
    token: { is: 'passed' },
    handshake: { finding: 'handshakeKept' },
    poll: { finding: 'pollAnswered' },
    event: { finding: 'eventArrived' },
  });
  expect(console.floor.control.sessions()).toEqual(sessions);
  expect(console.sink.isLive).toBe(true);
});

it('says that the connection is refused once the server is gone', async () => {
  const { console, run } = await consoleWithCheck();
  await console.floor.stop();
  expect(await run()).toMatchObject({
    name: { is: 'passed' },
    reach: { is: 'failed', problem: { error: { code: 'server.refused' } } },
    server: { is: 'notTried', why: 'afterFailure' },
  });
});
