import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import type { RestClient } from '../../../../main/gws/api/rest-client';
import { AvailableMedia } from '../../../../main/gws/media';
import { OwnSessionsReader } from '../../../../main/gws/sync/own-sessions';

const channel = (name: string): unknown => ({ channel: name, userState: { id: '1', state: 'Ready' } });

/** A server with one text-message session and configurable channels. */
function server() {
  const served = { channels: ['chat', 'smssession'], sms: succeed<unknown>({ smssessions: [{ id: 'running' }] }) };
  const asked: string[] = [];
  const caller: RestClient = ({ path }) => {
    asked.push(path);
    if (path.startsWith('/me?')) {
      const user = { id: 's', userName: 'sam', chats: [], channels: served.channels.map(channel) };
      return Promise.resolve(succeed({ statusCode: 0, user }));
    }
    return Promise.resolve(path.startsWith('/me/smssessions') ? served.sms : fail('command.notFound'));
  };
  const reader = new OwnSessionsReader(caller, new AvailableMedia());
  const read = async (): Promise<unknown> => {
    const result = await reader.read(1_000);
    if (!result.ok) return result.error.code;
    return [result.value.sessions.map(({ medium }) => medium), result.value.unavailable];
  };
  return { served, asked, read };
}

describe('OwnSessionsReader', () => {
  it('requests the sessions of a medium whose channel disappeared', async () => {
    const { served, read } = server();
    expect(await read()).toEqual([['sms'], []]);
    served.channels = ['chat'];
    expect(await read()).toEqual([['sms'], []]);
    expect(await read()).toEqual([['sms'], []]);
  });

  it('treats them as gone only when channel and sessions are missing twice in a row', async () => {
    const { served, read } = server();
    await read();
    served.channels = ['chat'];
    served.sms = fail('command.notFound');
    expect(await read()).toEqual([[], ['sms']]);
    expect(await read()).toEqual([[], []]);
  });

  it('requests nothing for a medium that never had a channel', async () => {
    const { served, asked, read } = server();
    served.channels = ['chat'];
    expect(await read()).toEqual([[], []]);
    expect(asked.some((path) => path.includes('sms'))).toBe(false);
  });
});
