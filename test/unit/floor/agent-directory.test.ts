import { expect, it } from 'vitest';
import { AgentDirectory } from '../../../main/floor/agent-directory';
import { agentFor } from '../../support/floor/attention-views';

const agents = [
  agentFor({ id: 'ada', name: 'Ada', chats: null }),
  agentFor({
    id: 'ben',
    name: 'Ben',
    chats: [
      { chatId: 'c', medium: 'chat', customerName: 'Kim', startedAt: null },
      { chatId: 's', medium: 'sms', customerName: null, startedAt: null },
    ],
  }),
];

it('says whether a directory differs from the last one', () => {
  const directory = new AgentDirectory();
  expect([directory.all, directory.replaceAll(agents), directory.replaceAll(structuredClone(agents))]).toEqual([
    [],
    true,
    false,
  ]);
  expect(directory.all).toBe(agents);
  directory.clear();
  expect(directory.all).toEqual([]);
});

it('knows the medium and the names of a chat that is listed with an agent', () => {
  const directory = new AgentDirectory();
  directory.replaceAll(agents);
  expect(['c', 's', 'x'].map((chatId) => directory.mediumOf(chatId))).toEqual(['chat', 'sms', null]);
  expect(directory.namesIn('c', 'ben')).toEqual({ agentId: 'ben', agentName: 'Ben', customerName: 'Kim' });
  expect(directory.namesIn('x', 'ben')).toEqual({ agentId: 'ben', agentName: 'Ben', customerName: null });
  expect(directory.namesIn('c', 'ada')).toEqual({ agentId: 'ada', agentName: 'Ada', customerName: null });
  expect(directory.namesIn('c', 'eve')).toEqual({ agentId: 'eve', agentName: null, customerName: null });
});
