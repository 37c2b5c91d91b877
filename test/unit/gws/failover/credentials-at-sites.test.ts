import { describe, expect, it } from 'vitest';
import { FakeSites } from '../../../support/gws/fake-sites';

const serverName = (sites: FakeSites): string | undefined => sites.sink.connection?.serverName;
const minute = 60_000;

describe('credentials at several addresses', () => {
  it('are sent to an address once per outage, however long it lasts', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    for (const other of [sites.second, sites.third]) {
      other.trapWhere((request) => request.headers['Authorization'] !== undefined, { answer: { status: 500 } }, 100);
    }
    await sites.pass(60 * minute);
    expect([sites.second, sites.third].map((other) => other.credentialAttempts())).toEqual([1, 1]);
  });

  it('are not sent in a later outage to an address that refused them', async () => {
    const sites = new FakeSites(['https://second.test']);
    sites.second.password = 'another';
    await sites.goLive();
    for (let outage = 0; outage < 3; outage += 1) {
      sites.break(sites.first);
      await sites.pass(5 * minute);
      sites.first.clearTraps();
      await sites.pass(minute);
      expect(sites.sink.isLive).toBe(true);
    }
    expect(sites.second.credentialAttempts()).toBe(1);
  });

  it('report an address that refused them until sign-out', async () => {
    const sites = new FakeSites(['https://second.test']);
    sites.second.password = 'another';
    await sites.goLive();
    expect(sites.sink.connection).not.toHaveProperty('refusedBy');
    sites.break(sites.first);
    await sites.pass(minute);
    expect(sites.sink.connection).toMatchObject({ refusedBy: 'second.test', reason: 'serverUnreachable' });
    sites.first.clearTraps();
    await sites.pass(minute);
    expect(sites.sink.connection).toMatchObject({ refusedBy: 'second.test', phase: 'live' });
  });

  it('are not sent again in the same outage to the address whose session they restored', async () => {
    const sites = await new FakeSites(['https://second.test']).goLive();
    sites.first.expireSession();
    sites.first.trapWhere((request) => request.headers['Authorization'] !== undefined, { failure: 'reset' });
    sites.first.bayeux.wakePolls();
    await sites.pass(100);
    expect(sites.first.credentialAttempts()).toBe(2);
    sites.break(sites.first);
    sites.second.trapOperation('/meta/handshake', { hang: true }, Number.POSITIVE_INFINITY);
    await sites.pass(minute);
    expect(serverName(sites)).toBe('second.test');
    sites.first.clearTraps();
    await sites.pass(10 * minute);
    expect(sites.first.credentialAttempts()).toBe(2);
    expect(sites.second.credentialAttempts()).toBe(1);
  });

  it('end the sign-in when the address in use refuses them, without trying another', async () => {
    const sites = await new FakeSites().goLive();
    sites.first.password = 'changed';
    sites.first.expireSession();
    sites.first.bayeux.wakePolls();
    await sites.pass(10 * minute);
    expect(sites.sink.calls).toContainEqual({ what: 'ended', reason: 'credentialsRefused' });
    expect(sites.second.seen).toEqual([]);
  });

  it('are not sent anywhere after sign-out', async () => {
    const sites = await new FakeSites().goLive();
    sites.break(sites.first);
    await sites.pass(12_000);
    const leaving = sites.genesys.signOut();
    await sites.pass(10 * minute);
    await leaving;
    expect(sites.second.seen).toEqual([]);
    expect(sites.clock.waiting).toEqual([]);
  });

  it('stay with the first address when the others do not respond, which are tried at most three times a minute', async () => {
    const sites = await new FakeSites().goLive();
    for (const server of [sites.first, sites.second, sites.third]) sites.break(server);
    await sites.pass(10 * minute);
    expect(sites.second.seen.length).toBeLessThan(32);
    expect(sites.second.seen.length).toBeGreaterThan(10);
    sites.first.clearTraps();
    await sites.pass(25_000);
    expect(sites.sink.isLive).toBe(true);
    expect(serverName(sites)).toBeUndefined();
  });
});
