import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../../../main/gws/session/api-client';
import { createContactCentre } from '../../../../main/gws/contact-centre-adapter';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { QuietLog } from '../../../support/gws/quiet-log';
import { startContactCentreSession } from '../../../../main/gws/api/contact-centre-session';

const frame = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/frames/${name}.json`, import.meta.url), 'utf8')) as unknown;

function setUp(nickname = '') {
  const calls: ApiRequest[] = [];
  const caller = (call: ApiRequest) => {
    calls.push(call);
    return Promise.resolve({ ok: true, value: { statusCode: 0 } } as const);
  };
  const quarantine = createQuarantine(new QuietLog().for('wire'));
  const options = { client: caller, asyncClient: caller, baseUrl: () => '', nickname, quarantine };
  return { calls, caller, adapter: createContactCentre(options) };
}

const chat = { id: 'c1', medium: 'chat' } as const;

describe('requests of a supervisor', () => {
  it('match the documentation', async () => {
    const { calls, caller, adapter: at } = setUp();
    await at.watch({ agentId: 'a1', medium: 'chat', mode: 'monitor', scope: 'nextChat', nickname: '' });
    await at.operate('intrude', chat, { agentId: 'a1', mode: 'monitor' });
    await at.operate('bargeIn', chat, {});
    await startContactCentreSession(caller, ['chat']);
    expect(calls.map((call) => [call.path, call.body])).toEqual([
      ['/users/a1/channels/chat', frame('request.monitor-next-chat')],
      ['/users/a1/chats/c1', frame('request.intrude')],
      ['/me/chats/c1', frame('request.switch-to-barge-in')],
      ['/me', frame('request.start-contact-center-session')],
    ]);
  });

  it('carry the display name where the server accepts one', async () => {
    const { calls, adapter: at } = setUp('Imani');
    await at.watch({ agentId: 'a1', medium: 'chat', mode: 'coach', scope: 'allChats', nickname: '' });
    await at.operate('accept', chat, {});
    await at.stopWatching({ agentId: 'a1', medium: 'chat' });
    expect(calls.map((call) => call.body)).toEqual([
      { operationName: 'Coach', supervisorMonitoringMode: 'AllChats', nickname: 'Imani' },
      { operationName: 'Accept', nickname: 'Imani' },
      { operationName: 'CancelSupervisorMonitoring' },
    ]);
  });

  it('select the audience by the operation name alone', async () => {
    const { calls, adapter: at } = setUp();
    await at.operate('sendToEveryone', chat, { text: 'hi' });
    await at.operate('sendToAgents', chat, { text: 'psst' });
    await at.typing(chat, { audience: 'everyone', isTyping: true });
    await at.typing(chat, { audience: 'agents', isTyping: false });
    await at.operate('leave', chat, {});
    await at.operate('reject', chat, {});
    expect(calls.map((call) => call.body)).toEqual([
      { operationName: 'SendMessage', text: 'hi' },
      { operationName: 'SendToAgents', text: 'psst' },
      { operationName: 'SendStartTypingNotification' },
      { operationName: 'SendStopTypingToAgentsNotification' },
      { operationName: 'Leave' },
      { operationName: 'Reject' },
    ]);
  });

  it.each(['../../me', 'a/b?c#d', '..', '.', 'ü %'])('stay within their path for the id %s', async (id) => {
    const { calls, adapter: at } = setUp();
    await at.operate('leave', { id, medium: 'chat' }, {});
    const url = new URL(`https://gws.test/api/v2${calls[0]!.path}`);
    expect(url.pathname.split('/')).toHaveLength(6);
    expect(url.pathname.startsWith('/api/v2/me/chats/')).toBe(true);
    expect(url.search + url.hash).toBe('');
  });
});
