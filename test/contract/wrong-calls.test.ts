import { expect, test } from 'vitest';
import type { Visit } from '../support/practice/floor-visitor';
import type { Seat } from '../support/practice/stage';
import { Stage } from '../support/practice/stage';

interface Scene {
  readonly stage: Stage;
  readonly supervisor: Seat;
  readonly ana: Seat;
  readonly chatId: string;
}

type Call = (scene: Scene) => Promise<Visit>;
const onChat =
  (operation: string, parameters = {}): Call =>
  ({ ana, chatId }) =>
    ana.visitor.operate(`/me/chats/${chatId}`, operation, parameters);

const calls: readonly [string, number, number, Call][] = [
  ['an unknown path', 6, 404, ({ ana }) => ana.visitor.get('/nowhere')],
  ['an unknown chat', 6, 404, ({ ana }) => ana.visitor.operate('/me/chats/0001Da0000000000', 'Leave')],
  [
    'a chat one has no part in',
    6,
    404,
    ({ supervisor, chatId }) => supervisor.visitor.operate(`/me/chats/${chatId}`, 'Leave'),
  ],
  ['an unknown user', 6, 404, ({ supervisor }) => supervisor.visitor.operate('/users/nobody/channels/chat', 'Monitor')],
  [
    'another channel',
    6,
    404,
    ({ supervisor, ana }) => supervisor.visitor.operate(`/users/${ana.id}/channels/voice`, 'Monitor'),
  ],
  [
    'a chat that is not this agent’s',
    6,
    404,
    ({ supervisor, stage, chatId }) =>
      supervisor.visitor.operate(`/users/${stage.idOf('jonas.weber')}/chats/${chatId}`, 'Intrude', {
        supervisorVisibilityMode: 'Monitor',
      }),
  ],
  ['no operation', 1, 400, ({ ana, chatId }) => ana.visitor.post(`/me/chats/${chatId}`, {})],
  ['an unknown operation', 10, 400, onChat('Dance')],
  ['an operation named like an object’s own', 10, 400, onChat('constructor')],
  ['SendMessage without text', 1, 400, onChat('SendMessage')],
  ['SendMessage with empty text', 1, 400, onChat('SendMessage', { text: '' })],
  ['SendMessage with a number', 1, 400, onChat('SendMessage', { text: 5 })],
  ['SendCustomNotice without its text', 1, 400, onChat('SendCustomNotice')],
  ['SetDisposition without one', 1, 400, onChat('SetDisposition')],
  ['AttachUserData without data', 1, 400, onChat('AttachUserData')],
  ['AttachUserData with nested data', 1, 400, onChat('AttachUserData', { userData: { a: {} } })],
  ['DeleteUserData without keys', 1, 400, onChat('DeleteUserData', { keys: 'all' })],
  ['Transfer to nowhere', 1, 400, onChat('Transfer')],
  ['Transfer to nobody', 6, 404, onChat('Transfer', { targetUri: 'http://x/api/v2/users/nobody' })],
  ['Invite without a target', 1, 400, onChat('Invite')],
  ['Accept twice', 3, 403, onChat('Accept')],
  ['Reject after accepting', 3, 403, onChat('Reject')],
  [
    'a strange monitoring mode',
    10,
    400,
    ({ supervisor, ana }) =>
      supervisor.visitor.operate(`/users/${ana.id}/channels/chat`, 'Monitor', {
        supervisorMonitoringMode: 'Sometimes',
      }),
  ],
  [
    'a strange visibility',
    10,
    400,
    ({ supervisor, ana, chatId }) =>
      supervisor.visitor.operate(`/users/${ana.id}/chats/${chatId}`, 'Intrude', { supervisorVisibilityMode: 'Loud' }),
  ],
  [
    'monitoring as an agent',
    5,
    403,
    ({ ana, stage }) => ana.visitor.operate(`/users/${stage.idOf('jonas.weber')}/channels/chat`, 'Monitor'),
  ],
  [
    'intruding as an agent',
    5,
    403,
    ({ ana, chatId }) => ana.visitor.operate(`/users/${ana.id}/chats/${chatId}`, 'Intrude'),
  ],
  [
    'monitoring a supervisor',
    2,
    409,
    ({ supervisor, stage }) =>
      supervisor.visitor.operate(`/users/${stage.idOf('omar.haddad')}/channels/chat`, 'Monitor'),
  ],
  [
    'an unknown finished chat',
    6,
    404,
    ({ ana }) => ana.visitor.operate('/ucs/interactions/none', 'GetInteractionContent'),
  ],
  [
    'a history from no date',
    10,
    400,
    ({ ana }) => ana.visitor.operate('/ucs/interactions', 'RetrieveInteractionHistory', { fromDate: 'tomorrow' }),
  ],
  ['a contact type that does not exist', 10, 400, ({ ana }) => ana.visitor.get('/contacts?type=Pet')],
  ['a filter that does not exist', 10, 400, ({ ana }) => ana.visitor.get('/contacts?filterName=Mood')],
  [
    'a body that is not JSON',
    10,
    400,
    ({ ana, chatId }) => ana.visitor.post(`/me/chats/${chatId}`, '{"operationName":'),
  ],
  ['a body that is a list', 10, 400, ({ ana, chatId }) => ana.visitor.post(`/me/chats/${chatId}`, [])],
  ['a method that is not allowed', 3, 403, ({ ana }) => ana.visitor.post('/contacts', {})],
];

test.each(calls)('answers %s with status code %i', async (_, statusCode, status, call) => {
  const stage = await Stage.open();
  const supervisor = await stage.seat('supervisor');
  const ana = await stage.seat('ana.ruiz');
  const chatId = stage.chat();
  const before = stage.seen(chatId, 'ana.ruiz');
  const visit = await call({ stage, supervisor, ana, chatId });
  expect([visit.body['statusCode'], visit.status]).toEqual([statusCode, status]);
  expect(Object.keys(visit.body)).toEqual(['statusCode', 'statusMessage']);
  expect(visit.text).not.toMatch(/\bat .+:\d+|Error:/);
  expect(stage.seen(chatId, 'ana.ruiz')).toEqual(before);
});

test.each([
  ['[]', 'application/json', 'Request body must be a JSON object, not a list'],
  ['"Leave"', 'application/json', 'Request body must be a JSON object, not a string'],
  ['7', 'application/json', 'Request body must be a JSON object, not a number'],
  ['', 'application/json', 'Request body is missing: a JSON object is expected'],
  ['{"operationName":', 'application/json', 'Request body is not valid JSON'],
  [
    'operationName=Leave',
    'application/x-www-form-urlencoded',
    'Content-Type must be application/json, not application/x-www-form-urlencoded',
  ],
])('answers a body of %j as %s with an error of its own', async (body, contentType, statusMessage) => {
  const stage = await Stage.open();
  const ana = await stage.seat('ana.ruiz');
  const visit = await ana.visitor.post(`/me/chats/${stage.chat()}`, body, { 'Content-Type': contentType });
  expect([visit.status, visit.body]).toEqual([400, { statusCode: 10, statusMessage }]);
});
