import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anyText } from '../support/practice/any-value';
import type { Quirks } from '../../main/practice/wire/quirks';
import { FloorVisitor } from '../support/practice/floor-visitor';
import type { WireMessage } from '../support/practice/stage';
import { chatIn, hasMessage, isParticipants, messagesIn, Stage } from '../support/practice/stage';

type Data = Record<string, unknown>;

function frame(name: string): { data: Data } {
  const path = new URL(`../fixtures/frames/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as { data: Data };
}

/** Returns the notifications of a supervisor who barged in, and the agent's typing, under the given quirks. */
async function bargeIn(quirks: Partial<Quirks>) {
  const stage = await Stage.open({ quirks });
  const seat = await stage.seat('supervisor');
  const chatId = await stage.watched(seat, 'Monitor');
  await seat.stream.next('history', hasMessage('ParticipantJoined'));
  const joined = await seat.stream.next('participants', isParticipants);
  await seat.visitor.operate(`/me/chats/${chatId}`, 'SwitchToBargeIn');
  const participants = await seat.stream.next('participants', isParticipants);
  const rejoin = await seat.stream.next('rejoin', hasMessage('ParticipantRejoined'));
  return { stage, seat, chatId, joined, participants, rejoin, message: messagesIn(rejoin)[0] as WireMessage & Data };
}

test('answers barge in with every field of the documented sample, of the same type', async () => {
  const { participants, rejoin } = await bargeIn({ supervisorsOfferedMore: false });
  const [wantedParticipants, wantedRejoin] = ['participants-updated', 'participant-rejoined'].map(
    (name) => frame(`notification.switch-to-barge-in.${name}`).data,
  );
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
    if (typeof value !== 'object' || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, shape(held)]));
  };
  const agentFirst = (data: Data): Data => ({
    ...data,
    chat: { ...(data['chat'] as Data), participants: chatIn(data).participants.filter(({ type }) => type === 'Agent') },
  });
  expect(shape(agentFirst(participants))).toMatchObject(shape(agentFirst(wantedParticipants ?? {})) as Data);
  expect(shape(rejoin)).toMatchObject(shape(wantedRejoin) as Data);
  expect(chatIn(participants).capabilities).toEqual(chatIn(wantedParticipants ?? {}).capabilities);
});

describe('each quirk, on and off', () => {
  test.each([
    [true, 'SwitchBargeIn', 'SwitchToBargeIn'],
    [false, 'SwitchToBargeIn', 'SwitchBargeIn'],
  ])('switchBargeInCapability %s', async (switchBargeInCapability, there, absent) => {
    const { joined } = await bargeIn({ switchBargeInCapability });
    expect(chatIn(joined).capabilities).toContain(there);
    expect(chatIn(joined).capabilities).not.toContain(absent);
  });

  test.each([true, false])('monitorListsSending %s', async (monitorListsSending) => {
    const { joined } = await bargeIn({ monitorListsSending });
    expect(chatIn(joined).capabilities.includes('SendMessage')).toBe(monitorListsSending);
  });

  test.each([
    [{}, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+0000$/],
    [{ datesWithoutBlank: true }, /^\d{4}-\d\d-\d{4}:\d\d:\d\d\.\d{3}\+0000$/],
    [{ datesWithSpacedColons: true }, /^\d{4}-\d\d-\d\d \d\d: \d\d: \d\d\.\d{3}\+0000$/],
  ])('dates under %j', async (quirks, pattern) => {
    const { participants, message } = await bargeIn(quirks);
    expect(chatIn(participants).receivedDate).toMatch(pattern);
    expect(message['timestamp']).toMatch(pattern);
  });

  test.each([
    [false, 13],
    [true, 10],
  ])('timestampsInSeconds %s: %i digits', async (timestampsInSeconds, digits) => {
    const { message } = await bargeIn({ timestampsInSeconds });
    expect(String(message['timestampSeconds'])).toHaveLength(digits);
  });

  test('omitUri, omitPath, omitChatPath, participantIdOnly, omitParticipantVisibility', async () => {
    const full = await bargeIn({});
    expect(full.rejoin).toMatchObject({ chatUri: anyText, chatPath: `/chats/${full.chatId}` });
    expect(full.message.from).toMatchObject({
      id: full.message.from.participantId,
      uri: anyText,
      path: anyText,
    });
    const bare = await bargeIn({
      omitUri: true,
      omitPath: true,
      participantIdOnly: true,
      omitParticipantVisibility: true,
    });
    expect(chatIn(bare.participants)).not.toHaveProperty('uri');
    expect(chatIn(bare.participants)).not.toHaveProperty('path');
    expect(bare.message.from).toEqual({ nickname: 'supervisor', type: 'Agent', participantId: anyText });
    expect(bare.rejoin).not.toHaveProperty('chatUri');
    const uriOnly = await bargeIn({ omitChatPath: true, omitUri: true });
    expect(uriOnly.rejoin).not.toHaveProperty('chatPath');
    expect(uriOnly.rejoin['chatUri']).toMatch(new RegExp(`/chats/${uriOnly.chatId}$`));
  });

  test.each([
    [true, 'RobinVale'],
    [false, 'Robin Vale'],
  ])('nicknameConcatenated %s', async (nicknameConcatenated, nickname) => {
    const { participants } = await bargeIn({ nicknameConcatenated });
    expect(chatIn(participants).participants.find(({ type }) => type === 'Customer')?.nickname).toBe(nickname);
  });

  test.each([
    [true, 'TypingStopping'],
    [false, 'TypingStopped'],
  ])('typingStopping %s', async (typingStopping, type) => {
    const { stage, seat, chatId } = await bargeIn({ typingStopping });
    stage.floor.control.agentTypes({ chatId, isTyping: false });
    await seat.stream.next(type, hasMessage(type));
  });

  test.each([
    [true, { status: 0 }],
    [false, { statusCode: 0 }],
  ])('rejectAnswersStatus %s', async (rejectAnswersStatus, body) => {
    const stage = await Stage.open({ quirks: { rejectAnswersStatus } });
    const ana = await stage.seat('ana.ruiz');
    const { chatId } = stage.floor.control.startChat({ agent: 'ana.ruiz', isAccepted: false });
    expect((await ana.visitor.operate(`/me/chats/${chatId}`, 'Reject')).body).toEqual(body);
  });

  test.each([true, false])('oddUserDataKeys and revelantTemplates %s', async (isOn) => {
    const { participants } = await bargeIn({ oddUserDataKeys: isOn, revelantTemplates: isOn });
    expect('PegAG?:Customer_Service > 1' in chatIn(participants).userData).toBe(isOn);
    expect('revelantResponseTemplateGroups' in chatIn(participants)).toBe(isOn);
  });

  test.each([true, false])('foreignUriHost %s', async (foreignUriHost) => {
    const { stage, participants } = await bargeIn({ foreignUriHost });
    const { uri } = participants['chat'] as { uri: string };
    expect(uri.startsWith(stage.floor.url)).toBe(!foreignUriHost);
  });

  test.each([true, false])('embeddedChatsWithoutUri %s', async (embeddedChatsWithoutUri) => {
    const { seat } = await bargeIn({ embeddedChatsWithoutUri });
    const { user } = (await seat.visitor.get('/me?subresources=*')).body as { user: { chats: object[] } };
    expect('uri' in (user.chats[0] ?? {})).toBe(!embeddedChatsWithoutUri);
  });

  test.each([true, false])('errorsWithoutMessageType %s', async (errorsWithoutMessageType) => {
    const { stage, chatId } = await bargeIn({ errorsWithoutMessageType });
    const ana = await stage.seat('ana.ruiz');
    await ana.visitor.operate(`/me/chats/${chatId}`, 'CancelConsult');
    const error = await ana.stream.next('error', (data) => data['notificationType'] === 'Error');
    expect('messageType' in error).toBe(!errorsWithoutMessageType);
  });

  test.each([true, false])('switches the undocumented reads: %s', async (isOn) => {
    const { stage, seat, chatId } = await bargeIn({ usersChatsRead: isOn, chatMessagesRead: isOn });
    const reads = [`/me/chats/${chatId}/messages`, `/users/${stage.idOf('ana.ruiz')}/chats?fields=*`];
    for (const path of reads) {
      const { status, body } = await seat.visitor.get(path);
      expect([status, body['statusCode']]).toEqual(isOn ? [200, 0] : [404, 6]);
    }
  });

  test('usersReadForbidden', async () => {
    const stage = await Stage.open({ quirks: { usersReadForbidden: true } });
    const { visitor, id } = await stage.seat('supervisor');
    for (const path of ['/users', `/users/${id}`]) expect((await visitor.get(path)).body['statusCode']).toBe(5);
  });

  test('csrf off: sends and requires no token', async () => {
    const stage = await Stage.open({ quirks: { csrf: false } });
    const visitor = new FloorVisitor(stage.floor.url);
    await visitor.signIn('supervisor');
    expect(visitor.csrfToken).toBeNull();
    expect((await visitor.operate('/me', 'Ready')).body).toEqual({ statusCode: 0 });
  });

  test.each([
    [false, 401],
    [true, 403],
  ])(
    'expiredWriteAnswersCsrf %s: answers a write with a lost session with %i',
    async (expiredWriteAnswersCsrf, status) => {
      const stage = await Stage.open({ quirks: { expiredWriteAnswersCsrf } });
      const { visitor } = await stage.seat('supervisor');
      stage.floor.control.forgetSessions();
      expect((await visitor.operate('/me', 'Ready')).status).toBe(status);
      expect((await visitor.get('/me')).status).toBe(401);
    },
  );

  test('acknowledgements off: does not offer them at the handshake', async () => {
    const stage = await Stage.open({ quirks: { acknowledgements: false } });
    const { stream } = await stage.seat('supervisor');
    expect(await stream.handshake()).not.toHaveProperty('ext');
  });

  test('switches a quirk at run time', async () => {
    const { stage, seat, chatId } = await bargeIn({});
    stage.floor.control.setQuirks({ omitChatPath: true });
    stage.floor.control.customerSays({ chatId, text: 'after the switch' });
    expect(await seat.stream.next('text', hasMessage('Text', 'after the switch'))).not.toHaveProperty('chatPath');
  });
});
