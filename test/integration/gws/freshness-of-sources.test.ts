import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let desk: PracticeConsole;
beforeEach(async () => {
  desk = await openPracticeConsole();
  await desk.goLive();
});
afterEach(() => desk.close());

it('is not live while the server refuses every request and its stream works, and live again afterwards', async () => {
  desk.floor.control.injectFault({ kind: 'refuse', on: 'rest', status: 503 });
  void desk.genesys.sendToEveryone({ chatId: 'nowhere', text: 'hello' });
  await until('requests refused', () => desk.sink.connection?.reason === 'requestsRefused', 20_000);
  expect(desk.sink.connection).toMatchObject({ phase: 'stale' });
  expect(desk.sink.connection?.sources?.requests.failingSince).not.toBeNull();
  desk.floor.control.clearFaults();
  await until('live again', () => desk.sink.isLive, 30_000);
}, 60_000);

it('reports an old list of agents while it is refused, and the chats stay live', async () => {
  desk.genesys.lookAt([]);
  await until('read once', () => desk.sink.agents.length > 0);
  desk.floor.control.injectFault({ kind: 'refuse', on: 'rest', path: '/contacts', status: 503 });
  await until('told', () => typeof desk.sink.connection?.sources?.agents.failingSince === 'number', 60_000);
  const { phase, sources } = desk.sink.connection!;
  expect(phase).toBe('live');
  expect(Date.now() - (sources?.agents.lastSuccessAt ?? 0)).toBeGreaterThan(14_000);
  desk.floor.control.clearFaults();
  await until('read again', () => desk.sink.connection?.sources?.agents.failingSince === null, 60_000);
}, 140_000);
