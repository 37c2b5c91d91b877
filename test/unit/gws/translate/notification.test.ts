import { describe, expect, it } from 'vitest';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { translateNotification } from '../../../../main/gws/translate/notification';
import { QuietLog } from '../../../support/gws/quiet-log';

const receivedAt = Date.UTC(2026, 0, 5);
const quiet = new QuietLog();
const translate = (data: unknown) => translateNotification(data, receivedAt, createQuarantine(quiet.for('wire')));

const agent = {
  nickname: 'test_agent',
  type: 'Agent',
  uri: 'http://10.10.15.212:9090/api/v2/users/90cc5439ff6848748e5e67811273f266',
  visibility: 'All',
  participantId: '00AF5367D3D0000A',
};
const supervisor = {
  nickname: 'test_supervisor',
  type: 'Agent',
  path: '/users/991a4bece8dd4184a93e98ad429694f6',
  visibility: 'Supervisors',
  id: '00AF5367D3D0000B',
};
const customer = { nickname: 'test_clientL', type: 'Customer', participantId: '00AF5367D3AD0008' };
const change = (notificationType: string, chat: object) => ({
  messageType: 'ChatStateChangeMessage',
  notificationType,
  chat,
});
const log = (messages: unknown[], where: object = { chatPath: '/chats/c1' }) => ({
  messageType: 'MessageLogUpdated',
  notificationType: 'NewMessages',
  messages,
  ...where,
});

describe('translateNotification for a chat change', () => {
  it("maps all fields to the floor's terms", () => {
    expect(
      translate(
        change('ParticipantsUpdated', {
          id: '0001Da9PFC93000S',
          state: 'Chatting',
          receivedDate: '2014-05-0511:08:45.000-0700',
          chatType: 'Inbound',
          capabilities: [
            'Leave',
            'InFocus',
            'SetInFocus',
            'SwitchBargeIn',
            'SwitchToBargeIn',
            'SendMessage',
            'NewInVersion9',
            7,
          ],
          participants: [agent, supervisor, customer],
          userData: { 'PegAG?:Customer_Service > 1': 12, empty: null, name: 'Robin', deep: { a: 1 } },
          revelantResponseTemplateGroups: [],
        }),
      ),
    ).toEqual([
      {
        type: 'chatUpdated',
        chat: {
          chatId: '0001Da9PFC93000S',
          medium: 'chat',
          state: 'active',
          allowedActions: ['leave', 'setInFocus', 'switchToBargeIn', 'sendToEveryone'],
          receivedAt: Date.UTC(2014, 4, 5, 18, 8, 45),
          participants: [
            {
              participantId: '00AF5367D3D0000A',
              type: 'agent',
              nickname: 'test_agent',
              userId: '90cc5439ff6848748e5e67811273f266',
              visibility: 'everyone',
            },
            {
              participantId: '00AF5367D3D0000B',
              type: 'agent',
              nickname: 'test_supervisor',
              userId: '991a4bece8dd4184a93e98ad429694f6',
              visibility: 'supervisors',
            },
            {
              participantId: '00AF5367D3AD0008',
              type: 'customer',
              nickname: 'test_clientL',
              userId: null,
              visibility: null,
            },
          ],
          customerData: [
            { key: 'PegAG?:Customer_Service > 1', value: '12' },
            { key: 'empty', value: null },
            { key: 'name', value: 'Robin' },
            { key: 'deep', value: '{\n  "a": 1\n}', isStructured: true },
          ],
        },
      },
    ]);
  });

  it('omits fields that are absent or unreadable', () => {
    expect(
      translate(
        change('PropertiesUpdated', { id: 'c1', state: 5, capabilities: 'Leave', participants: {}, userData: [1] }),
      ),
    ).toEqual([{ type: 'chatUpdated', chat: { chatId: 'c1', medium: 'chat' } }]);
  });

  it.each([
    ['Invited', 'invited'],
    ['Chatting', 'active'],
    ['LeftChat', 'left'],
    ['Completed', 'finished'],
    ['Revoked', 'revoked'],
    ['JoinFailed', 'joinFailed'],
    ['Parked', 'unknown'],
    ['constructor', 'unknown'],
  ])('maps %s to %s', (word, state) => {
    expect(translate(change('StatusChange', { id: 'c1', state: word }))).toMatchObject([{ chat: { state } }]);
  });

  it('accepts an empty participant list only in a notification about participants', () => {
    const chat = { id: 'c1', state: 'Chatting', participants: [] };
    expect(translate(change('StatusChange', chat))).toEqual([
      { type: 'chatUpdated', chat: { chatId: 'c1', medium: 'chat', state: 'active' } },
    ]);
    expect(translate(change('ParticipantsUpdated', chat))).toMatchObject([{ chat: { participants: [] } }]);
  });

  it('accepts an unknown kind of change', () => {
    expect(translate(change('MoodChange', { id: 'c1', state: 'Chatting' }))).toMatchObject([
      { chat: { state: 'active' } },
    ]);
  });

  it('drops an invalid participant and keeps the others', () => {
    const reading = translate(
      change('ParticipantsUpdated', { path: '/chats/c1', participants: [{ nickname: 'x' }, 5, null, customer] }),
    );
    expect(reading).toMatchObject([
      { chat: { chatId: 'c1', medium: 'chat', participants: [{ nickname: 'test_clientL' }] } },
    ]);
  });
});

describe('translateNotification for a refused operation', () => {
  it("returns its reference and the server's message on one line", () => {
    expect(
      translate({
        ...change('Error', { id: 'c1', state: 'Chatting' }),
        referenceId: 83,
        errorMessage: ' No\u202E way\n ',
      }),
    ).toEqual([
      { type: 'chatUpdated', chat: { chatId: 'c1', medium: 'chat', state: 'active' } },
      { type: 'operationFailed', referenceId: 83, serverMessage: 'No way' },
    ]);
  });

  it('accepts a notification that is only a message', () => {
    expect(translate({ errorMessage: 'Target is busy' })).toEqual([
      { type: 'operationFailed', referenceId: null, serverMessage: 'Target is busy' },
    ]);
  });
});

describe('translateNotification for new messages', () => {
  it('finds the chat by path, or by the end of the URI with any host', () => {
    const line = [{ index: 1, text: 'a' }];
    const chatIds = [
      log(line, { chatPath: '/chats/c1' }),
      log(line, { chatUri: 'http: //10.1.1.1: 9090/api/v2/chats/c1' }),
      log(line, { chatUri: 'https://balancer/api/v2/chats/c1/' }),
    ].map((data) => translate(data)[0]);
    expect(chatIds).toMatchObject([{ chatId: 'c1' }, { chatId: 'c1' }, { chatId: 'c1' }]);
    expect(translate(log(line, {}))).toEqual([]);
  });

  it.each([
    ['an epoch in quotes', { timestamp: '1389261492035' }, { at: 1_389_261_492_035 }],
    ['an offset in hours', { timestamp: '2014-01-09 11:58:12.035+02' }, { at: 1_389_261_492_035 }],
    ['the name of a zone', { timestamp: '2014-01-09 10:58:12.035 CET' }, { at: 1_389_261_492_035 }],
    [
      'no zone next to an epoch',
      { timestamp: '2026-07-01 10:00:00.000', timestampSeconds: Date.UTC(2026, 6, 1, 8) },
      { at: Date.UTC(2026, 6, 1, 8) },
    ],
    ['no zone', { timestamp: '2014-01-09 09:58:12.035' }, { at: 1_389_261_492_035, isTimeGuessed: true }],
    ['nothing readable', { timestamp: 'a while ago' }, { at: receivedAt, isTimeGuessed: true }],
    ['nothing at all', {}, { at: receivedAt, isTimeGuessed: true }],
  ])('uses the time sent, or marks a guess: %s', (_what, fields, expected) => {
    const [event] = translate(log([{ index: 1, type: 'Text', text: 'x', visibility: 'All', ...fields }]));
    const [entry] = event?.type === 'messagesReceived' ? event.entries : [];
    expect({ at: entry?.at, ...(entry?.isTimeGuessed ? { isTimeGuessed: true } : {}) }).toEqual(expected);
  });

  it('separates transcript and typing, in both spellings, with gaps in the numbers', () => {
    const at = '2014-01-09 12:13:15.009+0200';
    const from = customer;
    expect(
      translate(
        log([
          { index: 4, from, timestamp: at, visibility: 'Agents', type: 'TypingStarted' },
          { index: 7, from, timestamp: at, visibility: 'All', type: 'TypingStopped' },
          { index: '9', from, timestamp: at, visibility: 'All', type: 'TypingStopping' },
          { index: 12, from, timestampSeconds: 1389262395009, visibility: 'All', type: 'Text', text: 'hello <b>' },
          { index: 13, from, visibility: 'All', type: 'ParticipantRejoined' },
          { index: 14, from, visibility: 'Agents', type: 'CustomNotice', noticeText: 'look' },
          {
            index: 15,
            visibility: 'Agents',
            type: 'Notice',
            text: 'REMOVE_PARTICIPANT_FROM_CONFERENCE991a4bece8dd4184a93e98ad429694f6',
          },
          { index: 16, from, visibility: 'All', type: 'Hologram', text: 'wave' },
          { text: 'no number' },
        ]),
      ),
    ).toMatchObject([
      {
        type: 'messagesReceived',
        chatId: 'c1',
        typing: [
          { index: 4, isTyping: true, visibility: 'agents' },
          { index: 7, isTyping: false },
          { index: 9, isTyping: false },
        ],
        entries: [
          { index: 12, kind: 'text', text: 'hello <b>', at: 1389262395009, visibility: 'everyone' },
          { index: 13, kind: 'rejoined', at: receivedAt },
          { index: 14, kind: 'customNotice', text: 'look', visibility: 'agents' },
          { index: 15, kind: 'notice', text: '', from: null },
          { index: 16, kind: 'unknown', text: 'wave' },
        ],
      },
    ]);
  });

  it("uses the author's visibility for entries without one", () => {
    const lines = translate(
      log([
        { index: 1, text: 'psst', from: { ...supervisor, visibility: 'Agents' } },
        { index: 2, text: 'x' },
      ]),
    );
    expect(lines).toMatchObject([{ entries: [{ visibility: 'agents' }, { visibility: 'everyone' }] }]);
  });
});

describe('translateNotification for malformed data', () => {
  it.each([
    null,
    5,
    'text',
    [],
    {},
    { messageType: 'ChatStateChangeMessage' },
    { messageType: 'Surprise' },
    log('no list' as unknown as unknown[]),
  ])('counts and drops %o', (data) => {
    const quarantine = createQuarantine(quiet.for('wire'));
    expect(translateNotification(data, receivedAt, quarantine)).toEqual([]);
    expect(quarantine.counts()).toEqual({ notification: 1 });
  });

  it('logs its shape and none of its values', () => {
    const own = new QuietLog();
    const quarantine = createQuarantine(own.for('wire'));
    for (let round = 0; round < 50; round += 1) {
      quarantine.keep('chat', { state: 'PRIVATE', list: [{ text: 'PRIVATE' }], 'call +49 170 1234567': 1 });
    }
    expect(own.lines.map(({ facts }) => facts['count'])).toEqual([1, 10]);
    expect(own.lines[0]?.facts['shape']).toBe('{state: string, list: [{text: string} x1], ?: number}');
    expect(own.text).not.toContain('PRIVATE');
    expect(quarantine.counts()).toEqual({ chat: 50 });
  });

  it('logs another shape after a flood of one, and at most 20 shapes of a kind', () => {
    const own = new QuietLog();
    const quarantine = createQuarantine(own.for('wire'));
    for (let round = 0; round < 1_005; round += 1) quarantine.keep('chat', { id: 7 });
    for (let round = 0; round < 100; round += 1) quarantine.keep('chat', { [`field${round}x`]: 7 });
    const shapes = new Set(own.lines.map(({ facts }) => facts['shape']));
    expect(shapes.size).toBe(20);
    expect(own.lines.map(({ facts }) => facts['count']).slice(0, 5)).toEqual([1, 10, 100, 1_000, 1_006]);
  });

  it('ignores notifications for others without a log entry', () => {
    const quarantine = createQuarantine(quiet.for('wire'));
    expect(
      translateNotification({ messageType: 'ChannelStateChangeMessageV2', channels: [] }, receivedAt, quarantine),
    ).toEqual([]);
    expect(quarantine.counts()).toEqual({});
  });
});
