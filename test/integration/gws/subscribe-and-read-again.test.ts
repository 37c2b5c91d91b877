import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let desk: PracticeConsole;
afterEach(() => desk.close());

const firstAgent = () => desk.floor.control.people().find((person) => !person.isSupervisor)!;
const readings = () => desk.sink.readings.length;
const subscriptions = () =>
  desk.floor.control.requests().filter((request) => request.operation === '/meta/subscribe').length;

async function joinedChat(): Promise<string> {
  const { id, userName } = firstAgent();
  await desk.goLive();
  await desk.genesys.watch({ agentId: id, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' });
  const { chatId } = desk.floor.control.startChat({ agent: userName });
  desk.floor.control.customerSays({ chatId, text: 'one' });
  await until('joined', () => desk.sink.textsOf(chatId).includes('one'));
  return chatId;
}

describe('after the server forgot the stream', () => {
  it('subscribes again, reads what was missed, and receives new messages', async () => {
    desk = await openPracticeConsole();
    const chatId = await joinedChat();
    const before = { readings: readings(), subscriptions: subscriptions() };
    desk.floor.control.forgetStream();
    desk.floor.control.customerSays({ chatId, text: 'said in between' });
    // A held poll ends first, after at most ten seconds; only the next one shows the loss.
    await until('live again', () => readings() > before.readings && desk.sink.isLive, 20_000);
    expect(subscriptions()).toBe(2 * before.subscriptions);
    expect(desk.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
    desk.floor.control.customerSays({ chatId, text: 'said after' });
    await until('followed', () => desk.sink.textsOf(chatId).includes('said after'));
    expect(desk.sink.textsOf(chatId)).toEqual(['one', 'said in between', 'said after']);
  }, 30_000);
});

describe('after a cut connection', () => {
  it('resyncs when the server keeps no messages', async () => {
    desk = await openPracticeConsole({ quirks: { acknowledgements: false } });
    const chatId = await joinedChat();
    const before = readings();
    desk.floor.control.dropConnections();
    desk.floor.control.customerSays({ chatId, text: 'into the dead socket' });
    await until('read again', () => readings() > before && desk.sink.isLive);
    expect(desk.sink.textsOf(chatId)).toEqual(['one', 'into the dead socket']);
  });

  it('receives unacknowledged messages again without a resync', async () => {
    desk = await openPracticeConsole();
    const chatId = await joinedChat();
    const before = readings();
    desk.floor.control.dropConnections();
    desk.floor.control.customerSays({ chatId, text: 'on its way' });
    await until('sent again', () => desk.sink.textsOf(chatId).includes('on its way'));
    await until('live', () => desk.sink.isLive);
    expect(readings()).toBe(before);
    expect(desk.sink.newsTexts().filter((text) => text === 'on its way')).toHaveLength(1);
  });
});

describe('after a restart of the server', () => {
  it('signs in automatically once, is live again, and reports that watches must be renewed', async () => {
    desk = await openPracticeConsole();
    const chatId = await joinedChat();
    const mark = desk.sink.mark();
    await desk.floor.control.restart({ downMs: 300 });
    desk.floor.control.customerSays({ chatId, text: 'welcome back' });
    await until('renewed', () => desk.sink.since(mark).some((told) => told.what === 'renewed'), 20_000);
    expect(desk.sink.isLive).toBe(true);
    await until('the rest', () => desk.sink.textsOf(chatId).includes('welcome back'));
    expect(desk.sink.since(mark).filter((told) => told.what === 'renewed')).toHaveLength(1);
  }, 30_000);
});
