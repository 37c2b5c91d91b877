import { describe, expect, it, vi } from 'vitest';
import type { ConnectionReason, ConnectionState } from '../../../../preload/contract';
import ConnectionPill from '../../../../renderer/features/connection/ConnectionPill.vue';
import catalogue from '../../../../renderer/locales/en.json';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

function show(connection: ConnectionState) {
  const { wrapper, bridge } = mountOnFloor(ConnectionPill, { snapshot: { ...busyFloor(now), connection } });
  const pill = () => wrapper.get('[data-testid="connection"]');
  return { pill, bridge, wrapper };
}

describe('the connection pill', () => {
  it('ages while live, turns stale without a report, and is live again after the next successful exchange', async () => {
    const { pill, bridge, wrapper } = show({
      phase: 'live',
      reason: 'healthy',
      lastSuccessAt: now,
      nextAttemptAt: null,
    });
    expect(pill().text()).toBe('Live · 0 s');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(pill().text()).toBe('Live · 3 s');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([pill().text(), pill().attributes('data-phase')]).toEqual(['Not updating · 23 s', 'stale']);
    bridge.tell({
      type: 'connectionChanged',
      connection: { phase: 'live', reason: 'healthy', lastSuccessAt: now + 23_000, nextAttemptAt: null },
    });
    await wrapper.vm.$nextTick();
    expect(pill().text()).toBe('Live · 0 s');
  });

  it('counts down while offline', async () => {
    const { pill } = show({
      phase: 'offline',
      reason: 'networkDown',
      lastSuccessAt: now - 90_000,
      nextAttemptAt: now + 5_000,
    });
    expect(pill().text()).toBe('Offline · retrying in 5 s');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(pill().text()).toBe('Offline · retrying in 3 s');
  });

  it('says minutes and hours where seconds would be noise', () => {
    const { pill } = show({ phase: 'stale', reason: 'noAnswer', lastSuccessAt: now - 3_723_000, nextAttemptAt: null });
    expect(pill().text()).toBe('Not updating · 1 h 2 min');
  });

  it.each([
    ['connecting', 'Connecting'],
    ['catchingUp', 'Catching up'],
    ['interrupted', 'Interrupted, trying again'],
    ['signedOut', 'Signed out'],
  ] as const)('names %s in a word', (phase, word) => {
    const { pill } = show({ phase, reason: 'starting', lastSuccessAt: null, nextAttemptAt: null });
    expect(pill().text()).toBe(word);
  });

  it('does not say live when the list of agents is old, and says how old', async () => {
    const { pill, wrapper, bridge } = show({
      phase: 'live',
      reason: 'healthy',
      lastSuccessAt: now,
      nextAttemptAt: null,
      sources: {
        requests: { lastSuccessAt: null, failingSince: null },
        agents: { lastSuccessAt: now - 75_000, failingSince: now - 60_000 },
      },
    });
    expect(pill().attributes('aria-label')).toBe('Connection: Agents not updating · 1 min 15 s');
    expect(pill().get('.cut').text()).toBe('Agents not updating · 1 min 15 s');
    await pill().trigger('click');
    expect(document.body.textContent).toContain('Chats are live. What you see of the agents is 1 min 15 s old.');
    bridge.tell({
      type: 'connectionChanged',
      connection: { phase: 'live', reason: 'healthy', lastSuccessAt: now, nextAttemptAt: null },
    });
    await wrapper.vm.$nextTick();
    expect(pill().text()).toBe('Live · 0 s');
  });

  it('counts from the last answered request when the server refuses every request', async () => {
    const { pill } = show({
      phase: 'stale',
      reason: 'requestsRefused',
      lastSuccessAt: now - 1_000,
      nextAttemptAt: null,
      sources: {
        requests: { lastSuccessAt: now - 40_000, failingSince: now - 20_000 },
        agents: { lastSuccessAt: now - 40_000, failingSince: null },
      },
    });
    expect(pill().text()).toBe('Not updating · 40 s');
    await pill().trigger('click');
    expect(document.body.textContent).toContain('the server refuses all other requests');
  });

  it('gives the reason in a sentence when pressed', async () => {
    const { pill } = show({ phase: 'stale', reason: 'proxy', lastSuccessAt: now - 16_000, nextAttemptAt: null });
    await pill().trigger('click');
    expect(document.body.textContent).toContain(
      'The proxy refused the connection to the server. Ask your network administrator.',
    );
  });
});

it('says which certificate is wrong, with its date in the language of the window', async () => {
  const { pill } = show({
    phase: 'offline',
    reason: 'certificateExpired',
    reasonValues: { date: Date.UTC(2026, 10, 20, 12), issuer: 'Example CA' },
    lastSuccessAt: now - 16_000,
    nextAttemptAt: null,
  });
  await pill().trigger('click');
  expect(document.body.textContent).toContain('The server’s certificate expired on 20 Nov 2026.');
});

it('says that something on the way cuts waiting connections', async () => {
  const { pill } = show({
    ...{ phase: 'live', reason: 'healthy', lastSuccessAt: now, nextAttemptAt: null },
    shortenedHoldMs: 2_400,
  });
  await pill().trigger('click');
  expect(document.body.textContent).toContain('Sightline now asks the server every 2 s.');
});

it('has a sentence for every reason', () => {
  const reasons: Record<ConnectionReason, true> = {
    starting: true,
    signedIn: true,
    healthy: true,
    readingFloor: true,
    requestsRefused: true,
    serverBusy: true,
    serverError: true,
    serverUnreachable: true,
    networkDown: true,
    connectionLost: true,
    noAnswer: true,
    signInPage: true,
    sessionLost: true,
    switchingServer: true,
    streamForgotten: true,
    tokenStale: true,
    forbidden: true,
    garbled: true,
    portal: true,
    signInExpired: true,
    credentialsRefused: true,
    notOurServer: true,
    certificate: true,
    certificateExpired: true,
    certificateNotYetValid: true,
    certificateWrongHost: true,
    certificateSelfSigned: true,
    certificateUnknownAuthority: true,
    certificateRevoked: true,
    certificateWeak: true,
    clientCertificate: true,
    tlsProtocol: true,
    proxySignIn: true,
    proxyConfiguration: true,
    proxy: true,
    serverStopped: true,
    signedOutByUser: true,
    signOutNotConfirmed: true,
    neverSignedIn: true,
  };
  expect(Object.keys(catalogue.connection.reason).sort()).toEqual(Object.keys(reasons).sort());
});
