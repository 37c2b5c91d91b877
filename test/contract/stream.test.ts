import { describe, expect, test } from 'vitest';
import { FloorVisitor } from '../support/practice/floor-visitor';
import { hasMessage, Stage } from '../support/practice/stage';
import { StreamListener } from '../support/practice/stream-listener';

async function signedIn(stage: Stage, userName = 'supervisor') {
  const visitor = new FloorVisitor(stage.floor.url);
  await visitor.signIn(userName);
  return visitor;
}

describe('the handshake', () => {
  test('offers long-polling and acknowledgements, and sets the browser cookie', async () => {
    const stage = await Stage.open();
    const visitor = await signedIn(stage);
    const reply = await new StreamListener(visitor).handshake();
    expect(reply).toMatchObject({
      successful: true,
      supportedConnectionTypes: ['long-polling'],
      advice: { reconnect: 'retry', interval: 0, timeout: 30_000 },
      ext: { ack: true },
    });
    expect(visitor.cookies.has('BAYEUX_BROWSER')).toBe(true);
  });

  test('requires a signed-in session and its token', async () => {
    const stage = await Stage.open();
    const stranger = await new StreamListener(new FloorVisitor(stage.floor.url)).handshake();
    expect(stranger).toMatchObject({ successful: false, httpStatus: 401 });
    const visitor = await signedIn(stage);
    visitor.csrfToken = null;
    expect(await new StreamListener(visitor).handshake()).toMatchObject({
      httpStatus: 403,
      text: 'Missing or invalid Csrf token',
    });
  });

  test('makes a client without the browser cookie handshake again', async () => {
    const stage = await Stage.open();
    const { visitor, stream } = await stage.seat('supervisor');
    visitor.cookies.delete('BAYEUX_BROWSER');
    expect(await stream.send({ channel: '/meta/connect', connectionType: 'long-polling' })).toMatchObject({
      successful: false,
      advice: { reconnect: 'handshake' },
    });
  });
});

describe('subscriptions', () => {
  test.each([
    ['/v2/me/chats', 1],
    ['/v2/me/*', 1],
    ['/**', 1],
    ['/v2/me/channels', 0],
  ])('to %s receive a chat %i time(s)', async (subscription, times) => {
    const stage = await Stage.open();
    const stream = new StreamListener(await signedIn(stage, 'ana.ruiz'));
    await stream.open(subscription);
    stage.floor.control.customerSays({ chatId: stage.chat(), text: 'hello' });
    stage.floor.control.setPresence({ userName: 'ana.ruiz', presence: 'ready' });
    await stream.next('anything', () => true);
    await stream.close();
    expect(stream.received.filter(({ data }) => hasMessage('Text', 'hello')(data))).toHaveLength(times);
  });

  test('do not duplicate messages when they overlap', async () => {
    const stage = await Stage.open();
    const stream = new StreamListener(await signedIn(stage, 'ana.ruiz'));
    await stream.open('/v2/me/chats', '/v2/me/*', '/**');
    stage.floor.control.customerSays({ chatId: stage.chat(), text: 'once' });
    await stream.next('the word', hasMessage('Text', 'once'));
    await stream.close();
    expect(stream.received.filter(({ data }) => hasMessage('Text', 'once')(data))).toHaveLength(1);
  });

  test.each(['/meta/connect', '/v2/you/chats', 'nonsense', '/v2/me/chats/../../x y'])(
    'to %s are refused without ending the stream',
    async (subscription) => {
      const stage = await Stage.open();
      const { stream } = await stage.seat('supervisor');
      expect(await stream.send({ channel: '/meta/subscribe', subscription })).toMatchObject({ successful: false });
      expect(await stream.send({ channel: '/meta/subscribe', subscription: '/v2/me/chats' })).toMatchObject({
        successful: true,
      });
    },
  );

  test('do not let a client publish to others', async () => {
    const stage = await Stage.open();
    const [seat, other] = [await stage.seat('supervisor'), await stage.seat('omar.haddad')];
    const reply = await seat.stream.send({ channel: '/v2/me/chats', data: { messageType: 'Fake' } });
    expect(reply).toMatchObject({ successful: false });
    expect(other.stream.received).toEqual([]);
  });

  test('deliver to all sessions of the addressed user only', async () => {
    const stage = await Stage.open();
    const [one, two, stranger] = [
      await stage.seat('ana.ruiz'),
      await stage.seat('ana.ruiz'),
      await stage.seat('jonas.weber'),
    ];
    stage.floor.control.customerSays({ chatId: stage.chat(), text: 'for Ana' });
    for (const { stream } of [one, two]) await stream.next('the word', hasMessage('Text', 'for Ana'));
    expect(stranger.stream.received).toEqual([]);
  });
});

describe('delivery', () => {
  test('repeats messages sent into a cut connection with the next poll, once', async () => {
    const stage = await Stage.open();
    const visitor = await signedIn(stage, 'ana.ruiz');
    const stream = new StreamListener(visitor);
    await stream.open('/v2/me/chats');
    const chatId = stage.chat();
    await stream.next('history', hasMessage('ParticipantJoined'));
    stage.floor.control.injectFault({ kind: 'dropReply', operation: '/meta/connect', times: 1 });
    stage.floor.control.customerSays({ chatId, text: 'first' });
    stage.floor.control.customerSays({ chatId, text: 'second' });
    await stream.next('first', hasMessage('Text', 'first'));
    await stream.next('second', hasMessage('Text', 'second'));
    await stream.close();
    expect(stream.received.filter(({ data }) => hasMessage('Text', 'first')(data))).toHaveLength(1);
  });
});

test('makes a forgotten session handshake again, and sends a disconnect to one it ends', async () => {
  const stage = await Stage.open();
  const forgotten = await stage.seat('supervisor');
  stage.floor.control.forgetStream();
  expect(await forgotten.stream.send({ channel: '/meta/connect', connectionType: 'long-polling' })).toMatchObject({
    successful: false,
    error: '402::session_unknown',
    advice: { reconnect: 'handshake', interval: 0 },
  });
  await stage.seat('omar.haddad');
  expect(stage.floor.control.sessions().stream).toBe(1);
  stage.floor.control.disconnectStream();
  expect(stage.floor.control.sessions().stream).toBe(0);
});

test.each(['[', '[]', '[1]', 'null', '{"channel":5}', '[{"channel":"/meta/handshake"},{"channel":"/meta/handshake"}]'])(
  'answers a malformed envelope %s without crashing',
  async (body) => {
    const stage = await Stage.open();
    const visitor = await signedIn(stage);
    const { status, text } = await visitor.post('/notifications', body);
    expect([200, 400, 500]).toContain(status);
    expect(text).not.toContain('Error:');
    expect((await visitor.get('/me')).status).toBe(200);
  },
);
