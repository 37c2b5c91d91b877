import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../main/base/result';
import { acceptChat, switchChatMode } from '../../../../main/gws/api/chats';
import { routeByMedium } from '../../../../main/gws/api/route-by-medium';
import { intrudeIntoChat, watchAgent } from '../../../../main/gws/api/supervision';
import type { ApiRequest } from '../../../../main/gws/session/api-client';

function asked(): { caller: (call: ApiRequest) => Promise<ReturnType<typeof succeed<null>>>; paths: string[] } {
  const paths: string[] = [];
  const bare = (call: ApiRequest) => {
    paths.push(call.path);
    return Promise.resolve(succeed(null));
  };
  const mediumOf = (chatId: string) => (chatId.startsWith('t') ? 'sms' : 'chat');
  return { caller: routeByMedium(bare, mediumOf) as never, paths };
}

describe('routeByMedium', () => {
  it("sends an operation to the resource of the session's medium", async () => {
    const { caller, paths } = asked();
    await acceptChat(caller, 'c1', '');
    await acceptChat(caller, 't1', '');
    await switchChatMode(caller, 't/../2', 'coach');
    await intrudeIntoChat(caller, { agentId: 'a1', chatId: 't3', mode: 'monitor' });
    expect(paths).toEqual([
      '/me/chats/c1',
      '/me/smssessions/t1',
      '/me/smssessions/t%2F..%2F2',
      '/users/a1/smssessions/t3',
    ]);
  });

  it('leaves paths unchanged that name no session', async () => {
    const { caller, paths } = asked();
    const request = { agentId: 't-agent', mode: 'coach', scope: 'nextChat', nickname: '' } as const;
    await watchAgent(caller, { ...request, medium: 'chat' });
    await watchAgent(caller, { ...request, medium: 'sms' });
    await caller({ method: 'GET', path: '/me/chats?fields=*' });
    await caller({ method: 'GET', path: '/contacts?name=/me/chats/t1' });
    expect(paths).toEqual([
      '/users/t-agent/channels/chat',
      '/users/t-agent/channels/smssession',
      '/me/chats?fields=*',
      '/contacts?name=/me/chats/t1',
    ]);
  });
});
