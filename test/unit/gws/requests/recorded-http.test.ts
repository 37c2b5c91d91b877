import { describe, expect, it } from 'vitest';
import type { SentRequest } from '../../../../preload/contract';
import { HttpFailure, type Http, type HttpRequest } from '../../../../main/gws/http-port';
import { describeRequest, recordRequests } from '../../../../main/gws/requests/recorded-http';

const request = (method: 'GET' | 'POST', path: string, body: unknown = null): HttpRequest => ({
  ...{ method, url: `https://gws.example.com/prefix/api/v2${path}`, headers: {}, signal: null },
  body: body === null ? null : JSON.stringify(body),
});

describe('the description of a request', () => {
  it.each([
    ['GET', '/me?subresources=*', null, 'noOne'],
    ['GET', '/me/chats/c1/messages?index=0', null, 'noOne'],
    ['POST', '/notifications/connect', [{ channel: '/meta/connect' }], 'noOne'],
    ['POST', '/notifications', [{ channel: '/meta/connect' }, { channel: '/v2/chat' }], 'unknown'],
    ['POST', '/me/chats/c1', { operationName: 'SendToAgents', text: 'x' }, 'agents'],
    ['POST', '/me/chats/c1', { operationName: 'SendMessage', text: 'x' }, 'everyone'],
    ['POST', '/me/chats/c1', { operationName: 'SendStartTypingNotification' }, 'everyone'],
    ['POST', '/users/u1/chats/c1', { operationName: 'Intrude', supervisorVisibilityMode: 'Monitor' }, 'noOne'],
    ['POST', '/users/u1/chats/c1', { operationName: 'Intrude', supervisorVisibilityMode: 'BargeIn' }, 'everyone'],
    ['POST', '/users/u1/channels/chat', { operationName: 'Coach' }, 'agents'],
    ['POST', '/me/chats/c1', { operationName: 'SetInFocus' }, 'unknown'],
    ['POST', '/me/chats/c1', { text: 'no operation' }, 'unknown'],
    ['GET', '/me/chats/c1/somethingNew', null, 'unknown'],
  ] as const)('%s %s %j is noticed by %s', (method, path, body, noticedBy) => {
    expect(describeRequest(request(method, path, body)).noticedBy).toBe(noticedBy);
  });

  it('holds neither the query nor the content', () => {
    const sent = describeRequest(
      request('POST', '/me/chats/c%201?name=Robin', { operationName: 'SendMessage', text: 'secret' }),
    );
    expect(sent).toEqual({
      ...{ method: 'POST', path: '/me/chats/c%201', operations: ['SendMessage'], noticedBy: 'everyone' },
      ...{ dependsOnMode: false, chatId: 'c 1', mode: null },
    });
  });
});

describe('the recording port', () => {
  it('records each request before it is sent, and how it failed', async () => {
    const events: unknown[] = [];
    let failure: HttpFailure | null = null;
    const network: Http = {
      send: () => {
        events.push('sent');
        if (failure !== null) return Promise.reject(failure);
        return Promise.resolve({ status: 200, header: () => null, text: () => Promise.resolve('') });
      },
      forget: () => Promise.resolve(),
    };
    const http = recordRequests(network, ({ path }: SentRequest) => {
      events.push(path);
      return (outcome) => events.push(outcome);
    });
    await http.send(request('GET', '/me'));
    failure = new HttpFailure('refused', true);
    await expect(http.send(request('GET', '/users'))).rejects.toBe(failure);
    failure = new HttpFailure('timeout', false);
    await expect(http.send(request('GET', '/queues'))).rejects.toBe(failure);
    expect(events).toEqual(['/me', 'sent', '/users', 'sent', 'notSent', '/queues', 'sent', 'unknown']);
  });
});
