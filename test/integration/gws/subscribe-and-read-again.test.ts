import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
afterEach(() => client.close());

const firstAgent = () => client.floor.control.people().find((person) => !person.isSupervisor)!;
const readings = () => client.sink.readings.length;
const subscriptions = () =>
  client.floor.control.requests().filter((request) => request.operation === '/meta/subscribe').length;

async function joinedChat(): Promise<string> {
  const { id, userName } = firstAgent();
  await client.goLive();
  await client.genesys.watch({ agentId: id, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' });
  const { chatId } = client.floor.control.startChat({ agent: userName });
  client.floor.control.customerSays({ chatId, text: 'one' });
  await until('joined', () => client.sink.textsOf(chatId).includes('one'));
  return chatId;
}

describe('after the server forgot the stream', () => {
  it('subscribes again, reads what was missed, and receives new messages', async () => {
    client = await openPracticeConsole();
    const chatId = await joinedChat();
    const before = { readings: readings(), subscriptions: subscriptions() };
    client.floor.control.forgetStream();
    client.floor.control.customerSays({ chatId, text: 'said in between' });
    // A held poll ends first, after at most ten seconds; only the next one shows the loss.
    await until('live again', () => readings() > before.readings && client.sink.isLive, 20_000);
    expect(subscriptions()).toBe(2 * before.subscriptions);
    expect(client.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
    client.floor.control.customerSays({ chatId, text: 'said after' });
    await until('followed', () => client.sink.textsOf(chatId).includes('said after'));
    expect(client.sink.textsOf(chatId)).toEqual(['one', 'said in between', 'said after']);
  }, 30_000);
});

describe('after a cut connection', () => {
  it('resyncs when the server keeps no messages', async () => {
    client = await openPracticeConsole({ quirks: { acknowledgements: false } });
    const chatId = await joinedChat();
    const before = readings();
    client.floor.control.dropConnections();
    client.floor.control.customerSays({ chatId, text: 'into the dead socket' });
    await until('read again', () => readings() > before && client.sink.isLive);
    expect(client.sink.textsOf(chatId)).toEqual(['one', 'into the dead socket']);
  });

  it('receives unacknowledged messages again without a resync', async () => {
    client = await openPracticeConsole();
    const chatId = await joinedChat();
    const before = readings();
    client.floor.control.dropConnections();
    client.floor.control.customerSays({ chatId, text: 'on its way' });
    await until('sent again', () => client.sink.textsOf(chatId).includes('on its way'));
    await until('live', () => client.sink.isLive);
    expect(readings()).toBe(before);
    expect(client.sink.newsTexts().filter((text) => text === 'on its way')).toHaveLength(1);
  });
});

describe('after a restart of the server', () => {
  it('signs in automatically once, is live again, and reports that watches must be renewed', async () => {
    client = await openPracticeConsole();
    const chatId = await joinedChat();
    const mark = client.sink.mark();
    await client.floor.control.restart({ downMs: 300 });
    client.floor.control.customerSays({ chatId, text: 'welcome back' });
    await until('renewed', () => client.sink.since(mark).some((call) => call.what === 'renewed'), 20_000);
    expect(client.sink.isLive).toBe(true);
    await until('the rest', () => client.sink.textsOf(chatId).includes('welcome back'));
    expect(client.sink.since(mark).filter((call) => call.what === 'renewed')).toHaveLength(1);
  }, 30_000);
});
