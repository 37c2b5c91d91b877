import { describe, expect, it } from 'vitest';
import { CheckBench } from '../../support/connection-check/check-bench';

const good = {
  name: 'nameFound',
  proxy: 'noProxy',
  reach: 'reached',
  encryption: 'encrypted',
  server: 'answersWithVersion',
  signIn: 'signedIn',
  cookies: 'cookieKept',
  token: 'tokenKept',
  handshake: 'handshakeKept',
  poll: 'pollAnswered',
  event: 'not tried: noEventYet',
};

async function liveBench(prepare: (bench: CheckBench) => void = () => undefined): Promise<CheckBench> {
  const bench = new CheckBench();
  prepare(bench);
  await bench.goLive();
  return bench;
}

describe('a check while signed in', () => {
  it('looks at the session and the stream in use, and opens neither again', async () => {
    const bench = await liveBench();
    const { server } = bench;
    const before = { handshakes: server.count('/meta/handshake'), credentials: server.credentialAttempts() };
    const ends = await bench.run(11_000, 'https://other.test');
    expect(ends).toEqual(good);
    expect(bench.check.state).toMatchObject({ host: 'gws.test', isSignedIn: true, isRunning: false });
    expect({ handshakes: server.count('/meta/handshake'), credentials: server.credentialAttempts() }).toEqual(before);
    expect(server.count('StartContactCenterSession')).toBe(0);
    expect(bench.sink.isLive).toBe(true);
  });

  it('waits for the poll under way, and says how long it was held', async () => {
    const bench = await liveBench();
    await bench.pass(10_000);
    expect((await bench.run(5_000)).poll).toBe('running');
    await bench.pass(6_000);
    expect(bench.check.state?.results.poll).toEqual({
      is: 'passed',
      finding: 'pollAnswered',
      values: { seconds: 10 },
    });
  });

  it('passes the event once one has arrived', async () => {
    const bench = await liveBench();
    bench.server.bayeux.publish({ messageType: 'ChannelStateChangeMessageV2', channels: [] }, '/v2/me/channels');
    await bench.pass(100);
    expect((await bench.run(11_000)).event).toBe('eventArrived');
  });

  it('names a session that the server no longer knows, and does not renew it', async () => {
    const bench = await liveBench();
    const attempts = bench.server.credentialAttempts();
    bench.server.expireSession();
    const ends = await bench.run();
    expect(ends).toMatchObject({ signIn: 'failed: session.expired', cookies: 'not tried: afterFailure' });
    expect(bench.server.credentialAttempts()).toBe(attempts);
  });

  it('distinguishes servers without cookies or token', async () => {
    const withoutToken = await liveBench(({ server }) => {
      server.usesCsrf = false;
    });
    expect(await withoutToken.run()).toMatchObject({ cookies: 'cookieKept', token: 'tokenNotUsed' });
    const withoutCookies = await liveBench(({ server }) => {
      server.keepsCookies = false;
    });
    expect(await withoutCookies.run()).toMatchObject({ signIn: 'signedIn', cookies: 'cookiesNotUsed' });
  });

  it('names why the stream is interrupted', async () => {
    const bench = await liveBench();
    bench.server.trap(/notifications/, { failure: 'reset' }, 50);
    await bench.pass(11_000);
    expect(await bench.run(16_000)).toMatchObject({
      ...{ signIn: 'signedIn', token: 'tokenKept' },
      ...{ handshake: 'failed: connectionLost', poll: 'not tried: afterFailure' },
    });
  });

  it('names a poll that fails while it waits', async () => {
    const bench = await liveBench();
    bench.server.trap(/notifications/, { hang: true }, 50);
    // The poll under way is answered; the one after it is not.
    await bench.pass(11_000);
    expect((await bench.run(2_000)).poll).toBe('running');
    await bench.pass(12_000);
    expect(bench.ends()).toMatchObject({ handshake: 'handshakeKept', poll: 'failed: noAnswer' });
  });

  it('ends with the session', async () => {
    const bench = await liveBench();
    await bench.run(1_000);
    bench.check.sessionChanged(false);
    expect(bench.ends()).toMatchObject({ handshake: 'handshakeKept', poll: 'not tried: stopped' });
    expect(bench.check.state?.isRunning).toBe(false);
  });
});
