import { flushPromises } from '@vue/test-utils';
import { defineComponent, h } from 'vue';
import { describe, expect, it } from 'vitest';
import { notifyRenewedWatches } from '../../../../renderer/features/watches/notify-renewed-watches';
import { notifyServerChange } from '../../../../renderer/features/connection/notify-server-change';
import { useAgentsStore } from '../../../../renderer/stores/agents.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const Follower = defineComponent({
  setup() {
    notifyServerChange();
    notifyRenewedWatches();
    return () => h('p');
  },
});

async function open(serverName?: string) {
  const busy = busyFloor(Date.UTC(2026, 0, 5));
  if (busy.session.phase !== 'signedIn') throw new Error('somebody is signed in on the busy floor');
  const who = { ...busy.session.who, serverName: 'first.test', isPractice: false };
  const connection = serverName === undefined ? busy.connection : { ...busy.connection, serverName };
  mountOnFloor(Follower, { snapshot: { ...busy, session: { phase: 'signedIn', who }, connection } });
  const toasts = () => useToastsStore().toasts.map(({ tone, key, values }) => [tone, key, ...Object.values(values)]);
  const change = async (act: () => void): Promise<void> => {
    act();
    await flushPromises();
  };
  await flushPromises();
  return { toasts, change, busy };
}

describe('the server one speaks to', () => {
  it('is not worth a word while it is the first', async () => {
    const { toasts } = await open();
    expect(toasts()).toEqual([]);
  });

  it('is shown when the sign-in used another address, after a failover, and when an address is back', async () => {
    const { toasts, change, busy } = await open('second.test');
    const session = useSessionStore();
    await change(() => (session.connection = { ...session.connection, serverName: 'third.test' }));
    await change(() => (session.connection = busy.connection));
    expect(toasts()).toEqual([
      ['info', 'connection.serverChanged.entered', 'second.test'],
      ['problem', 'connection.serverChanged.moved', 'third.test'],
      ['problem', 'connection.serverChanged.back', 'first.test'],
    ]);
  });

  it('is toasts to be alone when another address refused the sign-in, once', async () => {
    const { toasts, change } = await open();
    const session = useSessionStore();
    await change(() => (session.connection = { ...session.connection, refusedBy: 'second.test' }));
    await change(() => (session.connection = { ...session.connection, lastSuccessAt: 1 }));
    expect(toasts()).toEqual([['problem', 'connection.serverChanged.refused', 'second.test']]);
  });

  it('is not toasts on the way out', async () => {
    const { toasts, change } = await open('second.test');
    const session = useSessionStore();
    const before = toasts();
    await change(() => {
      session.connection = { phase: 'signedOut', reason: 'signedOutByUser', lastSuccessAt: null, nextAttemptAt: null };
    });
    await change(() => (session.session = { phase: 'signedOut' }));
    expect(toasts()).toEqual(before);
  });
});

describe('watches lost with a session', () => {
  it('are toasts once all are settled: those made again and those that were refused, by name', async () => {
    const { toasts, change, busy } = await open();
    const agents = useAgentsStore();
    const [one, other] = busy.agents;
    if (one === undefined || other === undefined) throw new Error('the busy floor has agents');
    const watch = (agentId: string, state: 'active' | 'renewing' | 'lost') =>
      ({ agentId, mode: 'coach', scope: 'allChats', nickname: '', media: ['chat'], state, since: 0 }) as const;
    await change(() => (agents.watches = [watch(one.id, 'renewing'), watch(other.id, 'renewing')]));
    await change(() => (agents.watches = [watch(one.id, 'active'), watch(other.id, 'renewing')]));
    await change(() => (agents.agents = []));
    expect(toasts()).toEqual([]);
    await change(() => (agents.watches = [watch(one.id, 'active'), watch(other.id, 'lost')]));
    expect(toasts()).toEqual([
      ['done', 'connection.watches.again', one.name],
      ['problem', 'connection.watches.lost', other.name],
    ]);
  });
});
