import { describe, expect, test } from 'vitest';
import { textLike, textWith } from '../support/practice/any-value';
import { FloorVisitor } from '../support/practice/floor-visitor';
import { Stage } from '../support/practice/stage';

describe('the first requests', () => {
  test('read the version without credentials', async () => {
    const { floor } = await Stage.open();
    const visit = await new FloorVisitor(floor.url).get('/diagnostics/version');
    expect(visit).toMatchObject({ status: 200, body: { statusCode: 0, version: textLike(/^8\.5\./) } });
  });

  test.each([
    ['no credentials', async (visitor: FloorVisitor) => visitor.get('/me')],
    ['a wrong password', async (visitor: FloorVisitor) => visitor.signIn('supervisor', 'wrong')],
    ['an unknown user', async (visitor: FloorVisitor) => visitor.signIn('nobody')],
    [
      'a forgotten session',
      async (visitor: FloorVisitor) => {
        visitor.cookies.set('JSESSIONID', 'stale.node1');
        return visitor.get('/me');
      },
    ],
  ])('%s: get 401 with status code 20', async (_, visit) => {
    const { floor } = await Stage.open();
    const answer = await visit(new FloorVisitor(floor.url));
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ statusCode: 20, statusMessage: textWith('Access denied') });
  });

  test('open a session with valid credentials, and get its token', async () => {
    const { floor } = await Stage.open();
    const visitor = new FloorVisitor(floor.url);
    const answer = await visitor.signIn('supervisor');
    expect(answer.headers.get('X-CSRF-HEADER')).toBe('X-CSRF-TOKEN');
    expect(visitor.csrfToken).toMatch(/^[0-9a-f-]{36}$/);
    expect(visitor.cookies.get('JSESSIONID')).toMatch(/\.node1$/);
    expect(answer.body['user']).toMatchObject({
      id: textLike(/^[0-9a-f]{32}$/),
      userName: 'supervisor',
      roles: ['ROLE_SUPERVISOR', 'ROLE_AGENT'],
      enabled: true,
    });
    expect((await visitor.get('/me')).status).toBe(200);
  });

  test('embed everything with `subresources=*`, and the named parts with a list', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('supervisor');
    const all = (await visitor.get('/me?subresources=*')).body['user'] as Record<string, unknown>;
    expect(Object.keys(all)).toEqual(
      expect.arrayContaining(['chats', 'channels', 'settings', 'features', 'skills', 'devices']),
    );
    expect(all['settings']).toMatchObject({ htcc: { roles: 'supervisor,agent' } });
    const some = (await visitor.get('/me?subresources=features')).body['user'] as Record<string, unknown>;
    expect(some).toHaveProperty('features');
    expect(some).not.toHaveProperty('chats');
  });

  test('show an agent without the supervisor role and the monitoring feature', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('ana.ruiz');
    const user = (await visitor.get('/me?subresources=features')).body['user'] as {
      roles: string[];
      features: { id: string }[];
    };
    expect(user.roles).toEqual(['ROLE_AGENT']);
    expect(user.features.map(({ id }) => id)).not.toContain('api-supervisor-monitoring');
  });
});

describe('CSRF', () => {
  test('refuses a write without the token or the cookie with 403 in plain text', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('supervisor');
    const { csrfToken } = visitor;
    visitor.csrfToken = null;
    const withoutToken = await visitor.operate('/me', 'Ready');
    expect([withoutToken.status, withoutToken.text]).toEqual([403, 'Missing or invalid Csrf token']);
    const basic = Buffer.from('supervisor:practice').toString('base64');
    const stranger = new FloorVisitor(stage.floor.url);
    stranger.csrfToken = csrfToken;
    const withoutCookie = await stranger.post('/me', { operationName: 'Ready' }, { Authorization: `Basic ${basic}` });
    expect([withoutCookie.status, withoutCookie.text]).toEqual([403, 'Missing or invalid Csrf token']);
  });

  test('replaces an expired token with the next read', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('supervisor');
    stage.floor.control.expireCsrf();
    expect((await visitor.operate('/me', 'Ready')).status).toBe(403);
    await visitor.get('/me');
    expect((await visitor.operate('/me', 'Ready')).body).toEqual({ statusCode: 0 });
  });
});

describe('the session', () => {
  test('starts on the channels that work and names those that do not', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('supervisor');
    const start = (channels: unknown) => visitor.operate('/me', 'StartContactCenterSession', { channels });
    expect((await start(['chat'])).body).toEqual({ statusCode: 0 });
    expect((await start(['chat', 'voice'])).body).toMatchObject({
      statusCode: 7,
      channels: [
        { channel: 'chat', statusCode: 0 },
        { channel: 'voice', statusCode: 2 },
      ],
    });
    expect((await start(['voice'])).body['statusCode']).toBe(2);
    expect((await start(undefined)).body['statusCode']).toBe(1);
  });

  test('ends with everything in it: cookie, watches, chats, stream', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    await stage.watch(seat, 'Coach');
    expect((await seat.visitor.operate('/me', 'EndContactCenterSession')).body).toEqual({ statusCode: 0 });
    expect((await seat.visitor.get('/me')).status).toBe(401);
    expect(stage.floor.control.watches()).toEqual([]);
    expect(stage.seen(chatId, 'supervisor').state).toBe('Completed');
    expect(stage.floor.control.sessions()).toEqual({ http: 0, stream: 0 });
  });

  test('is forgotten by the server: 401 until the next sign-in, without the watches', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    await stage.watch(seat, 'Monitor');
    stage.floor.control.forgetSessions();
    expect((await seat.visitor.get('/me')).status).toBe(401);
    expect(stage.floor.control.watches()).toEqual([]);
    expect((await seat.visitor.signIn('supervisor')).status).toBe(200);
  });

  test('expires when idle', async () => {
    const stage = await Stage.open({ sessionIdleMs: -1 });
    const visitor = new FloorVisitor(stage.floor.url);
    await visitor.signIn('supervisor');
    expect((await visitor.get('/me')).status).toBe(401);
  });
});

test('sets a channel ready and not ready, and reports it on the stream', async () => {
  const stage = await Stage.open();
  const { visitor, stream } = await stage.seat('ana.ruiz');
  const states = async () =>
    (
      (await visitor.get('/me/channels?fields=*')).body['channels'] as {
        channel: string;
        userState: { state: string };
      }[]
    )
      .filter(({ channel }) => channel === 'chat')
      .map(({ userState }) => userState.state);
  expect((await visitor.operate('/me/channels/chat', 'NotReady')).body).toEqual({ statusCode: 0 });
  expect(await states()).toEqual(['NotReady']);
  await visitor.operate('/me/channels/chat', 'Ready');
  expect(await states()).toEqual(['Ready']);
  const news = await stream.next('channel news', (data) => data['messageType'] === 'ChannelStateChangeMessageV2');
  expect(news['channels']).toMatchObject([
    { channel: 'chat', userState: { displayName: 'Not Ready', state: 'NotReady' } },
    { channel: 'smssession', userState: { displayName: 'Ready', state: 'Ready' } },
  ]);
  expect((await visitor.operate('/me/channels/voice', 'Ready')).body['statusCode']).toBe(6);
});
