import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeSites } from '../../../support/gws/fake-sites';

const serverName = (sites: FakeSites): string | undefined => sites.sink.connection?.serverName;
const minute = 60_000;

describe('a profile with several addresses', () => {
  it('signs in at the first address and sends the others nothing while it works', async () => {
    const sites = await new FakeSites().goLive();
    await sites.pass(10 * minute);
    expect(sites.hostsOfEachHttp).toEqual([['first.test']]);
    expect(sites.sink.connection).not.toHaveProperty('serverName');
  });

  it('signs in at the next address when the first is not usable, and reports which one', async () => {
    const sites = new FakeSites();
    sites.break(sites.first);
    sites.break(sites.second, { answer: { body: '<html>Please sign in to the wifi</html>' } });
    await sites.goLive();
    expect(serverName(sites)).toBe('third.test');
    expect(sites.first.credentialAttempts() + sites.second.credentialAttempts()).toBe(0);
  });

  it('does not try the next address with a password that the first refused', async () => {
    const sites = new FakeSites();
    sites.first.password = 'another';
    expect(await sites.signIn()).toEqual({ ok: false, error: { code: 'session.credentials' } });
    expect(sites.hostsOfEachHttp).toEqual([['first.test']]);
  });

  it('reports the error of the first address when none is reachable', async () => {
    const sites = new FakeSites();
    sites.break(sites.first, { failure: 'certificate', isCertainlyNotSent: true });
    sites.break(sites.second);
    sites.break(sites.third);
    expect(await sites.signIn()).toEqual({ ok: false, error: { code: 'server.certificate' } });
  });

  it.each([
    ['http://second.test', { code: 'server.insecure', values: { host: 'second.test', address: 'http://second.test' } }],
    ['ftp://x', { code: 'server.addressInvalid', values: { address: 'ftp://x' } }],
  ])('fails before any request, naming the address, when one of them is %s', async (typed, error) => {
    const sites = new FakeSites(['https://third.test', typed]);
    expect(await sites.signIn()).toEqual({ ok: false, error });
    expect(sites.https).toEqual([]);
  });

  it('treats a duplicate address as one', async () => {
    const sites = new FakeSites(['first.test/', 'https://second.test', 'second.test/api/v2']);
    sites.break(sites.first);
    sites.break(sites.second);
    await sites.signIn();
    expect(sites.hostsOfEachHttp).toEqual([['first.test'], ['second.test']]);
  });
});

describe('a failed address', () => {
  it.each([
    ['refuses', { failure: 'refused', isCertainlyNotSent: true }],
    ['resets', { failure: 'reset' }],
    ['hangs', { hang: true }],
    ['has a bad certificate', { failure: 'certificate', isCertainlyNotSent: true }],
    ['is not our server', { answer: { status: 302 } }],
    ['answers 500', { answer: { status: 500, body: 'oops' } }],
  ] as const)('when %s, is replaced by the next after ten seconds and within a minute', async (_how, fault) => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first, fault);
    await sites.pass(10_000);
    expect(sites.second.seen).toEqual([]);
    await sites.pass(50_000);
    expect(sites.sink.isLive).toBe(true);
    expect(serverName(sites)).toBe('second.test');
    expect(sites.second.credentialAttempts()).toBe(1);
    expect(sites.third.seen).toEqual([]);
  });

  it('publishes in order: lost events, the new server, a full resync, watches to renew', async () => {
    const sites = new FakeSites();
    sites.second.user = { ...sites.second.user, id: 'u1-there' };
    await sites.goLive();
    const mark = sites.sink.mark();
    sites.break(sites.first);
    await sites.pass(40_000);
    const calls = sites.sink.since(mark).filter(({ what }) => what !== 'connection' && what !== 'agents');
    expect(calls.map(({ what }) => what)).toEqual(['doubt', 'server', 'doubt', 'reading', 'renewed']);
    expect(calls.find(({ what }) => what === 'server')).toMatchObject({ self: { userId: 'u1-there' } });
    expect(sites.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
  });

  it('never makes the data look newer during the move', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    await sites.pass(17_000);
    const lastGood = sites.sink.connection?.lastSuccessAt;
    expect(sites.sink.connection?.phase).toBe('offline');
    sites.second.trapOperation('/meta/handshake', { hang: true });
    await sites.pass(6_000);
    expect(sites.sink.connection).toMatchObject({ reason: 'switchingServer', phase: 'stale', lastSuccessAt: lastGood });
  });

  it('is kept after a short problem', async () => {
    const sites = await new FakeSites().goLive();
    for (let round = 0; round < 10; round += 1) {
      sites.break(sites.first);
      await sites.pass(8_000);
      sites.first.clearTraps();
      await sites.pass(25_000);
    }
    expect(sites.second.seen).toEqual([]);
  });

  it('is kept for a minute while it responds and asks to wait', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first, { answer: { status: 503, headers: { 'retry-after': '5' } } });
    await sites.pass(55_000);
    expect(sites.second.seen).toEqual([]);
    await sites.pass(60_000);
    expect(serverName(sites)).toBe('second.test');
  });

  it('is replaced when it streams but cannot be read', async () => {
    const sites = await new FakeSites().goLive();
    sites.first.trapWhere(
      (request) => request.url.includes('/me?'),
      { answer: { status: 500 } },
      Number.POSITIVE_INFINITY,
    );
    sites.first.bayeux.forgetSessions();
    await sites.pass(minute);
    expect(serverName(sites)).toBe('second.test');
  });

  const refusing = { answer: { status: 503, body: '<html>Busy</html>' } };
  const isNoStream = ({ url }: HttpRequest): boolean => !url.includes('/notifications');

  it.each([
    ['503', refusing],
    ['429', { answer: { status: 429 } }],
    ['502', { answer: { status: 502, body: '<html>Bad Gateway</html>' } }],
    ['nothing in time', { hang: true }],
  ] as const)(
    'is replaced after a minute in which its stream worked and every request got %s',
    async (_what, fault) => {
      const sites = await new FakeSites().goLive();
      sites.first.trapWhere(isNoStream, fault, Number.POSITIVE_INFINITY);
      sites.genesys.resynchronise();
      await sites.pass(58_000);
      expect(sites.second.seen).toEqual([]);
      expect(sites.sink.isLive).toBe(false);
      await sites.pass(90_000);
      expect(serverName(sites)).toBe('second.test');
      expect(sites.sink.isLive).toBe(true);
    },
  );

  it('is kept when it answers requests again within the minute', async () => {
    const sites = await new FakeSites().goLive();
    for (let round = 0; round < 5; round += 1) {
      sites.first.trapWhere(isNoStream, refusing, Number.POSITIVE_INFINITY);
      sites.genesys.resynchronise();
      await sites.pass(45_000);
      sites.first.clearTraps();
      await sites.pass(25_000);
      expect(sites.sink.isLive).toBe(true);
    }
    expect(sites.second.seen).toEqual([]);
  });

  it('is kept while only one resource is refused', async () => {
    const sites = await new FakeSites().goLive();
    sites.first.trapWhere(({ url }) => url.includes('/contacts'), refusing, Number.POSITIVE_INFINITY);
    await sites.pass(10 * minute);
    expect(sites.second.seen).toEqual([]);
    expect(sites.sink.isLive).toBe(true);
  });

  it('gets no more requests after it is replaced, and its cookies are deleted', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    await sites.pass(40_000);
    const asked = sites.first.seen.length;
    sites.first.clearTraps();
    await sites.pass(10 * minute);
    expect(sites.first.seen).toHaveLength(asked);
    expect(sites.first.isForgotten).toBe(true);
    expect(sites.hostsOfEachHttp).toEqual([['first.test'], ['second.test']]);
  });
});

describe('the return to the first address', () => {
  it('happens only when the address in use fails, never while live', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    await sites.pass(40_000);
    sites.first.clearTraps();
    await sites.pass(10 * minute);
    expect(serverName(sites)).toBe('second.test');
    sites.break(sites.second);
    await sites.pass(40_000);
    expect(sites.sink.isLive).toBe(true);
    expect(serverName(sites)).toBeUndefined();
    expect(sites.third.seen).toEqual([]);
    expect(sites.hostsOfEachHttp).toEqual([['first.test'], ['second.test'], ['first.test']]);
  });

  it('does not run when the address in use recovers while the next is probed', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    for (const other of [sites.second, sites.third]) other.trap('/diagnostics/version', { hang: true });
    await sites.pass(25_000);
    expect(sites.second.seen).not.toEqual([]);
    sites.first.clearTraps();
    await sites.pass(minute);
    expect(sites.sink.isLive).toBe(true);
    expect(serverName(sites)).toBeUndefined();
    expect(sites.second.credentialAttempts() + sites.third.credentialAttempts()).toBe(0);
  });

  it('discards the next address without a sign-out when the old one recovered meanwhile', async () => {
    const sites = await new FakeSites(['https://second.test']).goLive();
    sites.break(sites.first);
    let timesLetIn = 0;
    const send = sites.second.send.bind(sites.second);
    sites.second.send = async (request) => {
      if (request.url.includes('/me/channels')) {
        timesLetIn += 1;
        sites.first.clearTraps();
        await new Promise<void>((resolve) => void sites.clock.after(9_500, resolve));
      }
      return send(request);
    };
    await sites.pass(2 * minute);
    expect([sites.sink.isLive, serverName(sites)]).toEqual([true, undefined]);
    expect(timesLetIn).toBe(1);
    // If both lead to one contact centre, it would remove the supervisor from every chat.
    expect(sites.second.count('EndContactCenterSession')).toBe(0);
    expect(sites.second.isForgotten).toBe(true);
  });

  it('says that the server of the session did not confirm the sign-out', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    const leaving = sites.genesys.signOut();
    await sites.pass(30_000);
    expect(await leaving).toBe(false);
  });

  it('starts at the first address after a new sign-in', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    await sites.pass(40_000);
    sites.first.clearTraps();
    const leaving = sites.genesys.signOut();
    await sites.pass(10_000);
    await leaving;
    expect(sites.second.count('EndContactCenterSession')).toBe(1);
    await sites.goLive();
    expect(serverName(sites)).toBeUndefined();
  });
});

it('spreads a fleet over the seconds after the failure is proven', async () => {
  const leftAt = await Promise.all(
    Array.from({ length: 21 }, async (_none, at) => {
      const sites = await new FakeSites().goLive();
      sites.chance = at / 20;
      sites.break(sites.first);
      for (let second = 1; second < 60; second += 1) {
        await sites.pass(1_000);
        if (sites.second.seen.length > 0) return second;
      }
      return null;
    }),
  );
  const perSecond = new Map<number | null, number>();
  for (const second of leftAt) perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  expect(perSecond.has(null)).toBe(false);
  expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(3);
});
