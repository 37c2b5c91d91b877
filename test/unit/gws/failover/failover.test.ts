import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeSites } from '../../../support/gws/fake-sites';

const serverName = (sites: FakeSites): string | undefined => sites.sink.connection?.serverName;
const minute = 60_000;

describe('a profile of several addresses', () => {
  it('is entered at the first, and nobody else is asked anything while that one works', async () => {
    const sites = new FakeSites();
    await sites.goLive();
    await sites.pass(10 * minute);
    expect(sites.hostsOfEachHttp).toEqual([['first.test']]);
    expect(sites.sink.connection).not.toHaveProperty('serverName');
  });

  it('is entered at the next where the first is of no use, and says which it is', async () => {
    const sites = new FakeSites();
    sites.break(sites.first);
    sites.break(sites.second, { answer: { body: '<html>Please sign in to the wifi</html>' } });
    await sites.goLive();
    expect(serverName(sites)).toBe('third.test');
    expect(sites.first.credentialAttempts() + sites.second.credentialAttempts()).toBe(0);
  });

  it('is not tried on with a password that the first refused', async () => {
    const sites = new FakeSites();
    sites.first.password = 'another';
    expect(await sites.signIn()).toEqual({ ok: false, error: { code: 'session.credentials' } });
    expect(sites.hostsOfEachHttp).toEqual([['first.test']]);
  });

  it('tells what is wrong with the first when none can be reached', async () => {
    const sites = new FakeSites();
    sites.break(sites.first, { failure: 'certificate', isCertainlyNotSent: true });
    sites.break(sites.second);
    sites.break(sites.third);
    expect(await sites.signIn()).toEqual({ ok: false, error: { code: 'server.certificate' } });
  });

  it.each([
    ['http://second.test', { code: 'server.insecure', values: { host: 'second.test', address: 'http://second.test' } }],
    ['ftp://x', { code: 'server.addressInvalid', values: { address: 'ftp://x' } }],
  ])('is refused before anything is asked, naming the address, when one of them is %s', async (typed, error) => {
    const sites = new FakeSites(['https://third.test', typed]);
    expect(await sites.signIn()).toEqual({ ok: false, error });
    expect(sites.https).toEqual([]);
  });

  it('counts an address that is listed twice once', async () => {
    const sites = new FakeSites(['first.test/', 'https://second.test', 'second.test/api/v2']);
    sites.break(sites.first);
    sites.break(sites.second);
    await sites.signIn();
    expect(sites.hostsOfEachHttp).toEqual([['first.test'], ['second.test']]);
  });
});

describe('an address that fails', () => {
  it.each([
    ['refuses', { failure: 'refused', isCertainlyNotSent: true }],
    ['resets', { failure: 'reset' }],
    ['hangs', { hang: true }],
    ['has a bad certificate', { failure: 'certificate', isCertainlyNotSent: true }],
    ['is not our server', { answer: { status: 302 } }],
    ['answers 500', { answer: { status: 500, body: 'oops' } }],
  ] as const)('and %s is left for the next within a minute, and not within ten seconds', async (_how, fault) => {
    const sites = new FakeSites();
    await sites.goLive();
    sites.break(sites.first, fault);
    await sites.pass(10_000);
    expect(sites.second.seen).toEqual([]);
    await sites.pass(50_000);
    expect(sites.sink.isLive).toBe(true);
    expect(serverName(sites)).toBe('second.test');
    expect(sites.second.credentialAttempts()).toBe(1);
    expect(sites.third.seen).toEqual([]);
  });

  it('tells the floor in order: doubt, who it is there, everything read with doubt, watches to be made again', async () => {
    const sites = new FakeSites();
    sites.second.user = { ...sites.second.user, id: 'u1-there' };
    await sites.goLive();
    const mark = sites.sink.mark();
    sites.break(sites.first);
    await sites.pass(40_000);
    const told = sites.sink.since(mark).filter(({ what }) => what !== 'connection' && what !== 'agents');
    expect(told.map(({ what }) => what)).toEqual(['doubt', 'server', 'doubt', 'reading', 'renewed']);
    expect(told.find(({ what }) => what === 'server')).toMatchObject({ self: { userId: 'u1-there' } });
    expect(sites.sink.readings.at(-1)?.mayHaveMissedNews).toBe(true);
  });

  it('never makes the floor look younger than it is on the way', async () => {
    const sites = new FakeSites();
    await sites.goLive();
    sites.break(sites.first);
    await sites.pass(17_000);
    const lastGood = sites.sink.connection?.lastSuccessAt;
    expect(sites.sink.connection?.phase).toBe('offline');
    sites.second.trapOperation('/meta/handshake', { hang: true });
    await sites.pass(6_000);
    expect(sites.sink.connection).toMatchObject({ reason: 'switchingServer', phase: 'stale', lastSuccessAt: lastGood });
  });

  it('is not left for a moment of trouble', async () => {
    const sites = new FakeSites();
    await sites.goLive();
    for (let round = 0; round < 10; round += 1) {
      sites.break(sites.first);
      await sites.pass(8_000);
      sites.first.clearTraps();
      await sites.pass(25_000);
    }
    expect(sites.second.seen).toEqual([]);
  });

  it('is given a minute when it speaks and asks to wait', async () => {
    const sites = new FakeSites();
    await sites.goLive();
    sites.break(sites.first, { answer: { status: 503, headers: { 'retry-after': '5' } } });
    await sites.pass(55_000);
    expect(sites.second.seen).toEqual([]);
    await sites.pass(60_000);
    expect(serverName(sites)).toBe('second.test');
  });

  it('is left too when its stream lives but nothing can be read from it', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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
  ] as const)('is left after a minute in which its stream went on and every request got %s', async (_what, fault) => {
    const sites = new FakeSites();
    await sites.goLive();
    sites.first.trapWhere(isNoStream, fault, Number.POSITIVE_INFINITY);
    sites.genesys.resynchronise();
    await sites.pass(58_000);
    expect(sites.second.seen).toEqual([]);
    expect(sites.sink.isLive).toBe(false);
    await sites.pass(90_000);
    expect(serverName(sites)).toBe('second.test');
    expect(sites.sink.isLive).toBe(true);
  });

  it('is kept when it answers requests again within the minute', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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

  it('is kept while one resource alone is refused', async () => {
    const sites = new FakeSites();
    await sites.goLive();
    sites.first.trapWhere(({ url }) => url.includes('/contacts'), refusing, Number.POSITIVE_INFINITY);
    await sites.pass(10 * minute);
    expect(sites.second.seen).toEqual([]);
    expect(sites.sink.isLive).toBe(true);
  });

  it('hears no more of us once it was left, and its cookies are forgotten', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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

describe('the way back', () => {
  it('is not taken while live, only when the one in use fails, and then the first comes first', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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

  it('is not needed when the one in use is back while the next is asked', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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

  it('is not needed either when the next has let one in meanwhile, which then hears no goodbye', async () => {
    const sites = new FakeSites(['https://second.test']);
    await sites.goLive();
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
    // Where both lead to one contact centre, it would end the supervisor's part in every chat.
    expect(sites.second.count('EndContactCenterSession')).toBe(0);
    expect(sites.second.isForgotten).toBe(true);
  });

  it('is open after signing in anew', async () => {
    const sites = new FakeSites();
    await sites.goLive();
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

it('spreads a fleet over the seconds after the proof', async () => {
  const leftAt = await Promise.all(
    Array.from({ length: 21 }, async (_none, at) => {
      const sites = new FakeSites();
      await sites.goLive();
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
