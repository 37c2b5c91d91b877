import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { customer, newMessage, wireMessage } from '../../../support/gws/new-message';

const chat = { id: 'c1', state: 'Chatting', participants: [customer], capabilities: ['Leave'] };
const readings = (console: FakeConsole): number =>
  console.server.seen.filter((one) => one.path === '/me?subresources=*').length;

describe('ServerSync', () => {
  it('subscribes before it reads, buffers messages meanwhile, and is live only after both', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = { c1: [wireMessage(1, 'before')] };
    const send = console.server.send.bind(console.server);
    console.server.send = async (request) => {
      if (request.url.endsWith('subresources=*')) {
        console.server.bayeux.publish(newMessage(2, 'while reading'));
        await console.clock.advanceSettled(0);
        expect(console.sink.events).toEqual([]);
      }
      return send(request);
    };
    await console.signIn();
    await console.pass(100);
    const order = console.sink.calls.flatMap((call) =>
      call.what === 'connection' ? [call.connection.phase] : call.what === 'agents' ? [] : [call.what],
    );
    expect(order).toEqual(['connecting', 'connecting', 'catchingUp', 'reading', 'events', 'live']);
    expect(console.sink.textsOf('c1')).toEqual(['before', 'while reading']);
    expect(console.sink.readings).toMatchObject([{ mayHaveMissedEvents: false }]);
  });

  it('does not count a resync that ends long after the last exchange as fresh', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = null;
    const send = console.server.send.bind(console.server);
    console.server.send = (request) =>
      request.url.includes('/messages')
        ? new Promise((resolve, reject) => {
            console.clock.after(2_000, () => void send(request).then(resolve, reject));
          })
        : send(request);
    const startedAt = console.clock.now();
    await console.signIn();
    await console.pass(2_100);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.connection?.lastSuccessAt).toBe(startedAt);
  });

  it('is not live on polls alone before the subscription is confirmed', async () => {
    const console = new FakeConsole();
    console.server.trapOperation('/meta/subscribe', { hang: true }, 1_000);
    await console.signIn();
    await console.pass(30_000);
    expect(console.sink.phases.filter((phase) => phase.startsWith('live'))).toEqual([]);
    console.server.clearTraps();
    await console.pass(60_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('records a possible loss on a stream that sent messages before its subscription was confirmed', async () => {
    const console = new FakeConsole();
    console.server.trapOperation('/meta/subscribe', { failure: 'reset', isExecuted: true });
    const send = console.server.send.bind(console.server);
    console.server.send = async (request) => {
      if (request.body?.includes('/meta/subscribe') !== true) return send(request);
      const sent = send(request).then(
        (response) => ({ response }),
        (cause: unknown) => ({ cause }),
      );
      if (console.sink.newsTexts().length === 0) console.server.bayeux.publish(newMessage(1, 'early'));
      await console.clock.advanceSettled(0);
      const outcome = await sent;
      if ('cause' in outcome) throw outcome.cause;
      return outcome.response;
    };
    await console.signIn();
    await console.pass(60_000);
    expect(console.sink.newsTexts()).toEqual(['early']);
    expect(console.sink.readings[0]?.mayHaveMissedEvents).toBe(true);
  });

  it('resyncs after a failed poll when the server has no acknowledgements', async () => {
    const console = new FakeConsole();
    console.server.bayeux.hasAcknowledgements = false;
    await console.goLive();
    console.server.trapOperation('/meta/connect', { failure: 'reset' });
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(readings(console)).toBe(2);
    expect(console.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
    expect(console.sink.isLive).toBe(true);
  });

  it('does not resync after a failed poll when the server repeats unacknowledged messages', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { failure: 'reset', isExecuted: true });
    console.server.bayeux.publish(newMessage(1, 'first, thrown away'));
    await console.pass(2_000);
    console.server.bayeux.publish(newMessage(2, 'second'));
    await console.pass(2_000);
    expect(console.sink.newsTexts()).toEqual(['first, thrown away', 'second']);
    expect(readings(console)).toBe(1);
    expect(console.sink.isLive).toBe(true);
  });

  it('stays catching up and retries when a resync fails, and applies messages meanwhile', async () => {
    const console = new FakeConsole();
    console.server.trap('subresources=*', { failure: 'reset' }, 3);
    await console.signIn();
    await console.pass(10);
    console.server.bayeux.publish(newMessage(1, 'hello'));
    await console.pass(10);
    expect(console.sink.newsTexts()).toEqual(['hello']);
    expect(console.sink.connection).toMatchObject({ phase: 'catchingUp', reason: 'readingFloor' });
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('resyncs about once a minute while staying live', async () => {
    const console = await new FakeConsole().goLive();
    const mark = console.sink.mark();
    await console.pass(200_000);
    expect(console.sink.since(mark).filter((call) => call.what === 'reading')).toEqual([
      { what: 'reading', reading: { chats: [], transcripts: [], unavailable: ['sms'] }, mayHaveMissedEvents: false },
      { what: 'reading', reading: { chats: [], transcripts: [], unavailable: ['sms'] }, mayHaveMissedEvents: false },
      { what: 'reading', reading: { chats: [], transcripts: [], unavailable: ['sms'] }, mayHaveMissedEvents: false },
    ]);
    expect(
      new Set(console.sink.since(mark).flatMap((call) => (call.what === 'connection' ? [call.connection.phase] : []))),
    ).toEqual(new Set(['live']));
  });

  it('does not buffer messages for long when a routine resync hangs', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trap('subresources=*', { hang: true }, 1_000);
    console.genesys.resynchronise();
    await console.pass(10);
    console.server.bayeux.publish(newMessage(1, 'now'));
    await console.pass(10);
    expect(console.sink.newsTexts()).toEqual([]);
    await console.pass(3_000);
    expect(console.sink.newsTexts()).toEqual(['now']);
    expect(console.sink.isLive).toBe(true);
  });

  it('reads a failed transcript with the next routine resync', async () => {
    const console = new FakeConsole();
    console.server.chats = Array.from({ length: 12 }, (_, at) => ({ ...chat, id: `c${at}` }));
    console.server.transcripts = Object.fromEntries(
      console.server.chats.map((_, at) => [`c${at}`, [wireMessage(1, 'hello')]]),
    );
    console.server.trap(/c5\/messages/, { failure: 'reset' }, 1);
    await console.goLive();
    const read = (): number => console.server.seen.filter(({ path }) => path.includes('/c5/messages')).length;
    expect(read()).toBe(1);
    await console.pass(70_000);
    expect(read()).toBe(2);
    await console.pass(70_000);
    expect(read()).toBe(2);
  });

  it('tests with one request per routine resync whether transcripts exist, and then reads them all', async () => {
    const console = new FakeConsole();
    console.server.chats = Array.from({ length: 12 }, (_, at) => ({ ...chat, id: `c${at}` }));
    console.server.transcripts = null;
    await console.goLive();
    await console.pass(70_000);
    const mark = console.sink.mark();
    console.server.transcripts = Object.fromEntries(
      console.server.chats.map((_, at) => [`c${at}`, [wireMessage(1, 'hello')]]),
    );
    await console.pass(70_000);
    const transcripts = console.sink
      .since(mark)
      .flatMap((one) => (one.what === 'reading' ? [one.reading.transcripts] : []));
    expect(transcripts.map(({ length }) => length)).toEqual([12]);
  });

  it('requests a missing transcript read only a few times per resync', async () => {
    const console = new FakeConsole();
    console.server.chats = Array.from({ length: 40 }, (_, at) => ({ ...chat, id: `c${at}` }));
    console.server.transcripts = null;
    await console.goLive();
    console.genesys.resynchronise();
    await console.pass(200_000);
    const asked = console.server.seen.filter((one) => one.path.includes('/messages'));
    expect(asked.length).toBeLessThanOrEqual(4 * console.sink.readings.length);
    expect(console.sink.readings[0]?.reading.transcripts).toEqual([]);
  });

  it('recovers transcripts after one false "not found"', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = null;
    await console.goLive();
    console.server.transcripts = { c1: [wireMessage(1, 'said meanwhile')] };
    console.genesys.resynchronise();
    await console.pass(1_000);
    expect(console.sink.readings.at(-1)?.reading.transcripts).toMatchObject([
      { chatId: 'c1', entries: [{ index: 1 }] },
    ]);
  });

  it('keeps reading transcripts when only one chat has none', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = { c1: [wireMessage(1, 'a')] };
    await console.goLive();
    console.server.transcripts = {};
    console.genesys.resynchronise();
    await console.pass(100);
    console.server.transcripts = { c1: [wireMessage(1, 'a'), wireMessage(2, 'b')] };
    console.genesys.resynchronise();
    await console.pass(100);
    expect(console.sink.readings.map(({ reading }) => reading.transcripts.length)).toEqual([1, 0, 1]);
  });

  it('reads the chats separately when the account omits them', async () => {
    const console = new FakeConsole();
    console.server.chats = null;
    console.server.trap('/me/chats?fields=*', { answer: { body: { statusCode: 0, chats: [chat] } } });
    await console.goLive();
    expect(console.sink.readings[0]?.reading.chats).toMatchObject([{ chatId: 'c1', state: 'active' }]);
  });

  it('applies the other messages of a response when one is not handled', async () => {
    const console = await new FakeConsole().goLive();
    console.sink.stumbleOnce = new Error('the floor threw');
    console.server.bayeux.publish(newMessage(1, 'one'));
    await console.pass(10);
    console.server.bayeux.publish(newMessage(2, 'two'));
    await console.pass(10_000);
    expect(console.sink.newsTexts()).toEqual(['one', 'two']);
    expect(console.sink.isLive).toBe(true);
  });
});
