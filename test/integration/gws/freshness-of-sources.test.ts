import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
beforeEach(async () => {
  client = await openPracticeConsole();
  await client.goLive();
});
afterEach(() => client.close());

it('is not live while the server refuses every request and its stream works, and live again afterwards', async () => {
  client.floor.control.injectFault({ kind: 'refuse', on: 'rest', status: 503 });
  void client.genesys.operate('sendToEveryone', { id: 'nowhere', medium: 'chat' }, { text: 'hello' });
  await until('requests refused', () => client.sink.connection?.reason === 'requestsRefused', 20_000);
  expect(client.sink.connection).toMatchObject({ phase: 'stale' });
  expect(client.sink.connection?.sources?.requests.failingSince).not.toBeNull();
  client.floor.control.clearFaults();
  await until('live again', () => client.sink.isLive, 30_000);
}, 60_000);

it('reports an old list of agents while it is refused, and the chats stay live', async () => {
  client.genesys.lookAt([]);
  await until('read once', () => client.sink.agents.length > 0);
  client.floor.control.injectFault({ kind: 'refuse', on: 'rest', path: '/contacts', status: 503 });
  await until('reported', () => typeof client.sink.connection?.sources?.agents.failingSince === 'number', 60_000);
  const { phase, sources } = client.sink.connection!;
  expect(phase).toBe('live');
  expect(Date.now() - (sources?.agents.lastSuccessAt ?? 0)).toBeGreaterThan(14_000);
  client.floor.control.clearFaults();
  await until('read again', () => client.sink.connection?.sources?.agents.failingSince === null, 60_000);
}, 140_000);
