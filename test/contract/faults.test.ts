import { describe, expect, test } from 'vitest';
import { FloorVisitor } from '../support/practice/floor-visitor';
import { hasMessage, Stage } from '../support/practice/stage';

async function speaker() {
  const stage = await Stage.open();
  const ana = await stage.seat('ana.ruiz');
  const chatId = stage.chat();
  await ana.stream.next('history', hasMessage('ParticipantJoined'));
  const say = (text: string) => ana.visitor.operate(`/me/chats/${chatId}`, 'SendMessage', { text });
  return { stage, ana, chatId, say, control: stage.floor.control };
}

describe('faults of exchanges', () => {
  test('refuse: returns the given status, code, message and wait, once', async () => {
    const { control, say } = await speaker();
    control.injectFault({
      kind: 'refuse',
      operation: 'SendMessage',
      times: 1,
      status: 503,
      statusCode: 4,
      statusMessage: 'Busy',
      retryAfterSeconds: 7,
    });
    const refused = await say('x');
    expect([refused.status, refused.body, refused.headers.get('Retry-After')]).toEqual([
      503,
      { statusCode: 4, statusMessage: 'Busy' },
      '7',
    ]);
    expect((await say('y')).body).toEqual({ statusCode: 0 });
  });

  test("refuse: returns a custom body, e.g. a proxy's page", async () => {
    const { control, ana } = await speaker();
    control.injectFault({ kind: 'refuse', path: '/contacts', status: 502, body: '<html>Bad gateway</html>' });
    expect((await ana.visitor.get('/contacts')).text).toBe('<html>Bad gateway</html>');
    expect((await ana.visitor.get('/me')).status).toBe(200);
    control.clearFaults();
    expect((await ana.visitor.get('/contacts')).status).toBe(200);
  });

  test.each([
    ['drop', false],
    ['dropReply', true],
  ] as const)('%s: breaks the connection, with the message sent: %s', async (kind, wasSent) => {
    const { stage, control, say, chatId } = await speaker();
    control.injectFault({ kind, operation: 'SendMessage', times: 1 });
    await expect(say('maybe')).rejects.toThrow();
    expect(stage.received(chatId, 'customer').includes('maybe')).toBe(wasSent);
  });

  test('truncate: sends half a response after the work is done', async () => {
    const { stage, control, say, chatId } = await speaker();
    control.injectFault({ kind: 'truncate', operation: 'SendMessage', times: 1 });
    await expect(say('half')).rejects.toThrow();
    expect(stage.received(chatId, 'customer')).toContain('half');
  });

  test.each([
    ['blackHole', false],
    ['blackHoleReply', true],
  ] as const)('%s: sends no response, with the message sent: %s', async (kind, wasSent) => {
    const { stage, control, say, chatId } = await speaker();
    control.injectFault({ kind, operation: 'SendMessage', times: 1 });
    const answer = say('silence').then(
      () => 'answered',
      () => 'cut',
    );
    expect(
      await Promise.race([
        answer,
        new Promise((resolve) =>
          setTimeout(() => {
            resolve('waiting');
          }, 150),
        ),
      ]),
    ).toBe('waiting');
    expect(stage.received(chatId, 'customer').includes('silence')).toBe(wasSent);
    control.dropConnections();
    expect(await answer).toBe('cut');
  });

  test('delay: sends a complete response late', async () => {
    const { control, say } = await speaker();
    control.injectFault({ kind: 'delay', operation: 'SendMessage', milliseconds: 120, times: 1 });
    const startedAt = performance.now();
    expect((await say('late')).body).toEqual({ statusCode: 0 });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(110);
  });
});

describe('faults of notifications', () => {
  const texts = (received: readonly { data: Record<string, unknown> }[]) =>
    received.flatMap(({ data }) =>
      ((data['messages'] ?? []) as { type: string; text?: string }[]).flatMap(({ type, text }) =>
        type === 'Text' ? [text] : [],
      ),
    );

  test.each([
    ['duplicate', ['one', 'one', 'two', 'three']],
    ['lose', ['two', 'three']],
    ['reorder', ['two', 'one', 'three']],
  ] as const)('%s', async (kind, expected) => {
    const { ana, control, chatId } = await speaker();
    control.injectFault({ kind, times: 1 });
    for (const text of ['one', 'two', 'three']) control.customerSays({ chatId, text });
    await ana.stream.next('three', hasMessage('Text', 'three'));
    expect(texts(ana.stream.received)).toEqual(expected);
  });

  test('late', async () => {
    const { ana, control, chatId } = await speaker();
    control.injectFault({ kind: 'late', milliseconds: 80, times: 1 });
    control.customerSays({ chatId, text: 'one' });
    control.customerSays({ chatId, text: 'two' });
    await ana.stream.next('one', hasMessage('Text', 'one'));
    expect(texts(ana.stream.received)).toEqual(['two', 'one']);
  });

  test('publishes arbitrary content', async () => {
    const { ana, control } = await speaker();
    const content = { messageType: 'SomethingNew', nested: [null] };
    control.publish({ userName: 'ana.ruiz', channel: '/v2/me/chats', content });
    expect(await ana.stream.next('it', (data) => data['messageType'] === 'SomethingNew')).toEqual(content);
  });
});

test('restart: cuts all connections, returns on the same port, and forgets all sessions but no chat', async () => {
  const { stage, ana, control, chatId } = await speaker();
  const { url } = stage.floor;
  const restarted = control.restart({ downMs: 60 });
  await expect(ana.visitor.get('/me')).rejects.toThrow();
  await restarted;
  const visitor = new FloorVisitor(url);
  visitor.cookies.set('JSESSIONID', ana.visitor.cookies.get('JSESSIONID') ?? '');
  expect((await visitor.get('/me')).status).toBe(401);
  expect(control.sessions()).toEqual({ http: 0, stream: 0 });
  await visitor.signIn('ana.ruiz');
  expect((await visitor.get('/me/chats?fields=*')).body['chats']).toMatchObject([{ id: chatId, state: 'Chatting' }]);
});

test('logs every request with its user and operation', async () => {
  const { control, say, ana, chatId } = await speaker();
  control.clearRequests();
  await say('hello');
  await ana.visitor.get('/contacts');
  const seen = control.requests().filter(({ path }) => !path.includes('notifications'));
  expect(seen.map(({ method, path, operation, userName }) => [method, path, operation, userName])).toEqual([
    ['POST', `/api/v2/me/chats/${chatId}`, 'SendMessage', 'ana.ruiz'],
    ['GET', '/api/v2/contacts', null, 'ana.ruiz'],
  ]);
  expect(control.requests().some(({ operation }) => operation === '/meta/connect')).toBe(true);
});
