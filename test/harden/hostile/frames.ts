import { poll, whole, type Exchange, type HostileAnswer } from './hostile-answer';

const channel = '/v2/me/chats';
const quarantined = /malformed data from the server was skipped/u;

/** The reply to this poll, with more or other fields. */
function reply(exchange: Exchange, fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const [asked] = JSON.parse(exchange.body) as readonly { id?: string; clientId?: string }[];
  return { channel: '/meta/connect', id: asked?.id, clientId: asked?.clientId, successful: true, ...fields };
}

/** The reply to the poll, and these messages before it. */
function frames(messages: (exchange: Exchange) => readonly unknown[], fields?: Readonly<Record<string, unknown>>) {
  return (exchange: Exchange): void => {
    whole(JSON.stringify([...messages(exchange), reply(exchange, fields)]))(exchange);
  };
}

const advised = (advice: unknown) => frames(() => [], { advice });
const notified = (data: unknown) => frames(() => [{ channel, data }]);

/** A notification as text, because an object can't have a key twice. */
function inText(data: string) {
  return (exchange: Exchange): void => {
    whole(`[{"channel":"${channel}","data":${data}},${JSON.stringify(reply(exchange))}]`)(exchange);
  };
}

const logOf = (chatId: string, messages: readonly unknown[]): object => ({
  ...{ messageType: 'MessageLogUpdated', notificationType: 'NewMessages', chatPath: `/chats/${chatId}`, messages },
});
const chatOf = (chat: object): object => ({
  messageType: 'ChatStateChangeMessage',
  notificationType: 'StatusChange',
  chat,
});
const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
/** The last segment is what a request would reach if the path were not encoded. */
export const plantedPath = 'planted-by-path';

/** Frames of the stream that no CometD server sends, and valid ones with hostile contents. */
export const hostileFrames: readonly HostileAnswer[] = [
  poll('an endless interval', advised({ reconnect: 'retry', interval: 1e308, timeout: 1e308 }), null),
  poll(
    'advice without numbers',
    advised({ reconnect: 7, interval: 'NaN', timeout: { valueOf: 1 }, maxInterval: [] }),
    null,
  ),
  poll('a negative interval', advised({ reconnect: 'retry', interval: -1 })),
  poll('advice to give up', advised({ reconnect: 'none' })),
  poll('advice to begin again, much later', advised({ reconnect: 'handshake', interval: 1e308 })),
  poll(
    'a farewell that was not asked for',
    frames(() => [{ channel: '/meta/disconnect', successful: true }]),
  ),
  poll(
    'a failure without a reason',
    frames(() => [], { successful: false }),
  ),
  poll(
    'another client id',
    frames(() => [], { clientId: '../../other' }),
    null,
  ),
  poll(
    'a handshake that was not asked for',
    frames(() => [
      {
        channel: '/meta/handshake',
        successful: true,
        version: '1.0',
        clientId: 'x',
        supportedConnectionTypes: ['long-polling'],
      },
    ]),
    /cometd|stream interrupted/u,
  ),
  poll('a list of anything but messages', whole('[null,7,"x",[[]],{"channel":{}}]')),
  poll('a refusal in place of a list', whole('{"statusCode":1e999,"statusMessage":"<b>x</b>"}')),
  poll(
    '100,000 malformed notifications',
    frames(() => Array.from({ length: 100_000 }, () => ({ channel, data: { messageType: 7 } }))),
    quarantined,
  ),
  poll('a chat without an id', notified(chatOf({ id: { toString: 1 }, state: 'Chatting' })), quarantined),
  poll(
    'ids with paths',
    notified(chatOf({ id: `../../../${plantedPath}`, state: 'Invited', path: '/chats/..%2F..%2Fx' })),
    null,
  ),
  poll(
    'data 100,000 deep',
    inText(`{"messageType":"ChatStateChangeMessage","chat":{"id":"deep","state":"Chatting","userData":${deep}}}`),
    null,
  ),
  poll(
    'a message without a place',
    (exchange) =>
      notified(
        logOf(exchange.chatId, [
          { index: -1, text: 'x' },
          { index: {}, text: 'x' },
        ]),
      )(exchange),
    quarantined,
  ),
  poll(
    'a message from the end of time',
    (exchange) =>
      notified(
        logOf(exchange.chatId, [
          {
            index: 1e15,
            type: 'Text',
            text: 'x',
            timestampSeconds: 1e300,
            timestamp: '+275760-09-13',
            from: { nickname: '\ud800', participantId: 'x' },
          },
        ]),
      )(exchange),
    null,
  ),
  poll(
    'a text of 5 MB',
    (exchange) =>
      notified(
        logOf(exchange.chatId, [
          {
            index: 900,
            type: 'Text',
            text: 'x'.repeat(5_000_000),
            from: { nickname: 'x'.repeat(100_000), participantId: 'x', type: 'Customer' },
          },
        ]),
      )(exchange),
    null,
  ),
  poll(
    '10,000 participants',
    (exchange) =>
      notified(
        chatOf({
          id: exchange.chatId,
          state: 'Chatting',
          participants: Array.from({ length: 10_000 }, (_, at) => ({
            participantId: `p${at}`,
            type: 'Agent',
            nickname: `p${at}`,
          })),
        }),
      )(exchange),
    null,
  ),
  poll(
    'prototypes in place of fields',
    inText(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"messageType":"MessageLogUpdated","chatPath":"/chats/__proto__","messages":[{"index":1,"__proto__":{"polluted":1}}]}',
    ),
    null,
  ),
  poll(
    'keys twice',
    inText(
      '{"messageType":"ChatStateChangeMessage","chat":{"id":"a"},"chat":7,"messageType":"ChatStateChangeMessage"}',
    ),
    quarantined,
  ),
];
