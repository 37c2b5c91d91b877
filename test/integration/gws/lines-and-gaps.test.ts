import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
afterEach(() => client.close());

async function follow(
  quirks: NonNullable<Parameters<typeof openPracticeConsole>[0]>['quirks'] & object,
): Promise<string> {
  client = await openPracticeConsole({ quirks });
  await client.goLive();
  const agent = client.floor.control.people().find((person) => !person.isSupervisor)!;
  await client.genesys.watch({ agentId: agent.id, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' });
  const { chatId } = client.floor.control.startChat({ agent: agent.userName });
  client.floor.control.customerTypes({ chatId, isTyping: true });
  client.floor.control.customerSays({ chatId, text: 'first' });
  client.floor.control.agentTypes({ chatId, isTyping: true });
  client.floor.control.agentSays({ chatId, text: 'second' });
  await until('both lines', () => client.sink.textsOf(chatId).length === 2);
  return chatId;
}

describe('the entries of a chat', () => {
  it.each([
    ['a path and a uri', {}],
    ['a uri only', { omitChatPath: true }],
    ['a uri on a foreign host', { omitChatPath: true, foreignUriHost: true }],
    ['a path only', { omitUri: true }],
  ])('find their chat by %s', async (_by, quirks) => {
    const chatId = await follow(quirks);
    expect(client.sink.textsOf(chatId)).toEqual(['first', 'second']);
  });

  it('may skip numbers, without waiting for one', async () => {
    const chatId = await follow({ typingStopping: true });
    const numbers = client.sink.linesOf(chatId).map((line) => line.index);
    const texts = client.sink.linesOf(chatId).filter((line) => line.kind === 'text');
    expect(texts[1]!.index - texts[0]!.index).toBeGreaterThan(1);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('carry number and chat, so that duplicates are recognised', async () => {
    const chatId = await follow({});
    client.floor.control.injectFault({ kind: 'duplicate', times: 1 });
    client.floor.control.customerSays({ chatId, text: 'said once' });
    await until('twice', () => client.sink.newsTexts().filter((text) => text === 'said once').length === 2);
    expect(client.sink.textsOf(chatId).filter((text) => text === 'said once')).toHaveLength(1);
  });
});
