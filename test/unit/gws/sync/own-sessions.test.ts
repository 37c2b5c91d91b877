import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import type { RestClient } from '../../../../main/gws/api/rest-client';
import { AvailableMedia } from '../../../../main/gws/media';
import { OwnSessionsReader } from '../../../../main/gws/sync/own-sessions';

const channel = (name: string): unknown => ({ channel: name, userState: { id: '1', state: 'Ready' } });

/** A server with one text-message session and configurable channels. */
function server() {
  const told = { channels: ['chat', 'smssession'], sms: succeed<unknown>({ smssessions: [{ id: 'running' }] }) };
  const asked: string[] = [];
  const caller: RestClient = ({ path }) => {
    asked.push(path);
    if (path.startsWith('/me?')) {
      const user = { id: 's', userName: 'sam', chats: [], channels: told.channels.map(channel) };
      return Promise.resolve(succeed({ statusCode: 0, user }));
    }
    return Promise.resolve(path.startsWith('/me/smssessions') ? told.sms : fail('command.notFound'));
  };
  const reader = new OwnSessionsReader(caller, new AvailableMedia());
  const read = async (): Promise<unknown> => {
    const result = await reader.read(1_000);
    if (!result.ok) return result.error.code;
    return [result.value.sessions.map(({ medium }) => medium), result.value.unavailable];
  };
  return { told, asked, read };
}

describe('OwnSessionsReader', () => {
  it('requests the sessions of a medium whose channel disappeared', async () => {
    const { told, read } = server();
    expect(await read()).toEqual([['sms'], []]);
    told.channels = ['chat'];
    expect(await read()).toEqual([['sms'], []]);
    expect(await read()).toEqual([['sms'], []]);
  });

  it('treats them as gone only when channel and sessions are missing twice in a row', async () => {
    const { told, read } = server();
    await read();
    told.channels = ['chat'];
    told.sms = fail('command.notFound');
    expect(await read()).toEqual([[], ['sms']]);
    expect(await read()).toEqual([[], []]);
  });

  it('requests nothing for a medium that never had a channel', async () => {
    const { told, asked, read } = server();
    told.channels = ['chat'];
    expect(await read()).toEqual([[], []]);
    expect(asked.some((path) => path.includes('sms'))).toBe(false);
  });
});
