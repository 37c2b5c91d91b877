import { describe, expect, it } from 'vitest';
import { AvailableMedia } from '../../../../main/gws/media';
import { toNotReadyReasons } from '../../../../main/gws/translate/own-channels';
import { translateNotification } from '../../../../main/gws/translate/notification';
import { decodeAgentStates } from '../../../../main/gws/wire/channel';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { MemoryLog } from '../../../support/floor/memory-log';

const translate = (data: unknown) => translateNotification(data, 7, createQuarantine(new MemoryLog().logger));

describe('notifications of a text-message session', () => {
  it.each([
    ['SMSsessionStateChangeMessage', { messageType: 'SMSsessionStateChangeMessage' }],
    ['no type at all', {}],
  ])('are chat updates with another medium: %s', (_, head) => {
    const data = { ...head, notificationType: 'StatusChange', smssession: { id: 's1', state: 'Chatting' } };
    expect(translate(data)).toEqual([{ type: 'chatUpdated', chat: { chatId: 's1', medium: 'sms', state: 'active' } }]);
  });

  it.each([
    ['smssessionUri', 'http://gws.example.com/api/v2/smssessions/s1'],
    ['smssessionPath', '/smssessions/s1'],
    ['chatPath', '/chats/s1'],
  ])('name the session of a log by %s', (name, reference) => {
    const messages = [{ index: 1, type: 'Text', text: 'hi', visibility: 'All' }];
    expect(translate({ messageType: 'MessageLogUpdated', [name]: reference, messages })).toMatchObject([
      { type: 'messagesReceived', chatId: 's1', entries: [{ text: 'hi', at: 7 }] },
    ]);
  });

  it('report a failed operation with its session', () => {
    const data = { messageType: 'SMSsessionStateChangeMessage', notificationType: 'Error', errorMessage: 'no' };
    expect(translate({ ...data, smssession: { id: 's1', state: 'Chatting' } })).toMatchObject([
      { type: 'chatUpdated', chat: { medium: 'sms' } },
      { type: 'operationFailed', serverMessage: 'no' },
    ]);
  });
});

describe('notifications of the own channels', () => {
  it('include channels with chats and drop the others', () => {
    const channel = (name: string, state: string) => ({
      channel: name,
      userState: { id: `id-${state}`, state, displayName: `is ${state}` },
    });
    const channels = [
      channel('voice', 'Ready'),
      channel('chat', 'NotReady'),
      channel('smssession', 'LoggedOut'),
      { channel: 7 },
    ];
    expect(translate({ messageType: 'ChannelStateChangeMessageV2', channels })).toEqual([
      {
        type: 'ownChannelsUpdated',
        channels: [
          { medium: 'chat', state: 'notReady', text: 'is NotReady', stateId: 'id-NotReady' },
          { medium: 'sms', state: 'loggedOut', text: 'is LoggedOut', stateId: 'id-LoggedOut' },
        ],
      },
    ]);
    expect(translate({ messageType: 'ChannelStateChangeMessageV2', channels: [{ channel: 'chat' }] })).toMatchObject([
      { channels: [{ medium: 'chat', state: 'unknown', text: null, stateId: null }] },
    ]);
  });

  it('take the states with an operation of their own as reasons', () => {
    const states = [
      { id: 'r', state: 'Ready', displayName: 'Ready', operationName: 'Ready' },
      { id: 'n', state: 'NotReady', displayName: 'Not Ready', operationName: 'NotReady' },
      { id: 'l', state: 'NotReady', displayName: 'Lunch', operationName: 'Lunch' },
      { id: 'x', state: 'NotReady', displayName: 'Nobody knows how' },
    ];
    expect(toNotReadyReasons(decodeAgentStates({ 'agent-states': states }) ?? [])).toEqual([
      { id: 'l', label: 'Lunch' },
    ]);
    expect(decodeAgentStates({ statusCode: 0 })).toBeNull();
  });
});

describe('AvailableMedia', () => {
  it("includes chat and the media of the account's channels, without those that cannot be subscribed", () => {
    const media = new AvailableMedia();
    expect(media.current).toEqual(['chat']);
    media.updateFrom(['sms']);
    expect(media.current).toEqual(['chat', 'sms']);
    media.exclude('/v2/me/smssessions');
    expect(media.current).toEqual(['chat']);
    media.updateFrom(['chat', 'sms']);
    expect(media.current).toEqual(['chat']);
  });
});
