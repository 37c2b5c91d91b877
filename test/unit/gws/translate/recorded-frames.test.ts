import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translateNotification } from '../../../../main/gws/translate/notification';
import { toChatReading } from '../../../../main/gws/translate/chat';
import { toAgent } from '../../../../main/gws/translate/agent';
import { decodeAccount } from '../../../../main/gws/wire/account';
import { decodeChat } from '../../../../main/gws/wire/chat';
import { decodeContact, decodeContactPage } from '../../../../main/gws/wire/contact';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { QuietLog } from '../../../support/gws/quiet-log';

const folder = new URL('../../../fixtures/frames/', import.meta.url);
const frame = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as unknown;
const quarantine = () => createQuarantine(new QuietLog().for('wire'));
const translated = (name: string) => translateNotification((frame(name) as { data: unknown }).data, 0, quarantine());

describe('recorded frames', () => {
  const notifications = readdirSync(folder).filter((file) => file.startsWith('notification.'));

  it.each(notifications)('%s decodes', (file) => {
    const kept = quarantine();
    translateNotification((frame(file.replace(/\.json$/, '')) as { data: unknown }).data, 0, kept);
    expect(kept.counts()).toEqual({});
  });

  it.each(['participants-updated', 'participants-updated.as-printed'])("%s contains the supervisor's mode", (name) => {
    expect(translated(`notification.switch-to-barge-in.${name}`)).toMatchObject([
      {
        type: 'chatUpdated',
        chat: {
          chatId: '0001Da9PFC93000S',
          state: 'active',
          receivedAt: Date.UTC(2014, 4, 5, 18, 8, 45),
          allowedActions: expect.arrayContaining([
            'switchToMonitor',
            'switchToCoach',
            'sendToEveryone',
            'leave',
          ]) as unknown,
          participants: [
            { userId: '90cc5439ff6848748e5e67811273f266', type: 'agent' },
            { userId: '991a4bece8dd4184a93e98ad429694f6', visibility: 'everyone' },
            { type: 'customer', userId: null },
          ],
        },
      },
    ]);
  });

  it.each(['participant-rejoined', 'participant-rejoined.as-printed'])('%s is a transcript entry', (name) => {
    expect(translated(`notification.switch-to-barge-in.${name}`)).toMatchObject([
      {
        chatId: '0001Da9PFC93000S',
        entries: [
          {
            index: 4,
            kind: 'rejoined',
            at: 1399313371000,
            from: { userId: '991a4bece8dd4184a93e98ad429694f6', visibility: 'everyone' },
          },
        ],
        typing: [],
      },
    ]);
  });

  it.each([
    ['notification.typing-started-to-agents', [{ isTyping: true, visibility: 'agents' }]],
    ['notification.typing-stopping', [{ isTyping: false }]],
  ])('%s is typing and no entry', (name, typing) => {
    expect(translated(name)).toMatchObject([{ type: 'messagesReceived', entries: [], typing }]);
  });

  it.each(['request-failed', 'user-data'])('error.%s is a refused operation', (name) => {
    expect(translated(`notification.error.${name}`)).toMatchObject([{ type: 'operationFailed', referenceId: 35 }]);
  });

  it('decodes an embedded chat without uri and path', () => {
    const chat = decodeChat(frame('resource.chat.join-failed'), 'chat');
    expect(chat && toChatReading(chat, quarantine())).toMatchObject({
      chatId: '000G1aBT734P0015',
      state: 'joinFailed',
      receivedAt: Date.UTC(2016, 7, 16, 10, 1, 21),
      customerData: expect.arrayContaining([
        { key: 'Priority', value: '90' },
        { key: 'RRequestedSkills', value: null },
      ]) as unknown,
    });
  });

  it('does not take an agent for a supervisor', () => {
    expect(decodeAccount(frame('answer.me'))).toMatchObject({
      userName: 'ksippo',
      name: 'Kristi Sippola',
      isSupervisor: false,
      sessions: { chat: null, sms: null },
    });
  });

  it('maps a contact with presence to an agent', () => {
    const page = decodeContactPage(frame('answer.contacts'));
    const people = (page?.contacts ?? []).flatMap((item) => decodeContact(item) ?? []);
    expect(people.map((person) => toAgent(person, null).presence)).not.toContain('unknown');
  });
});
