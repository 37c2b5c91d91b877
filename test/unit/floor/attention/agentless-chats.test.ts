import { describe, expect, it } from 'vitest';
import { AgentlessChats } from '../../../../main/floor/attention/agentless-chats';
import { emptyTrace, type ChatTrace } from '../../../../main/floor/attention/traces/chat-trace';
import type { Agent, Participant } from '../../../../preload/contract';
import { agentFor, ana, chatFor, kim } from '../../../support/floor/attention-views';

const ben: Participant = { ...ana, participantId: 'part-ben', nickname: 'Ben', userId: 'ben' };
const agents = (...presences: readonly Agent['presence'][]): readonly Agent[] =>
  presences.map((presence, at) => agentFor({ id: ['ana', 'ben'][at] ?? '', presence }));

function setUp() {
  const chats = new AgentlessChats();
  let known: readonly Agent[] = [];
  return {
    chats,
    see: (...presences: readonly Agent['presence'][]): void => {
      known = agents(...presences);
      chats.recordAgents(known);
    },
    aloneSince: (
      now: number,
      participants: readonly Participant[],
      {
        handovers = {},
        agentId = 'ana',
      }: { handovers?: Partial<ChatTrace['handovers']>; agentId?: string | null } = {},
    ): number | null =>
      chats.aloneSince(
        chatFor({ participants, agentId }),
        { ...emptyTrace, handovers: { ...emptyTrace.handovers, ...handovers } },
        (id) => known.find((agent) => agent.id === id),
        now,
      ),
  };
}

describe('since when a chat has no agent', () => {
  it('counts from the reported leave, otherwise from when it was noticed, and once', () => {
    const { aloneSince } = setUp();
    expect(aloneSince(7, [kim], { handovers: { aloneSince: 3 } })).toBe(3);
    const noticed = setUp();
    expect(noticed.aloneSince(7, [kim])).toBe(7);
    expect(noticed.aloneSince(9, [kim])).toBe(7);
    expect(noticed.aloneSince(10, [kim, ana])).toBeNull();
    expect(noticed.aloneSince(11, [kim])).toBe(11);
  });

  it('is not known without participants, and does not apply to a chat that waits for its first agent', () => {
    const { aloneSince } = setUp();
    expect(aloneSince(7, [])).toBeNull();
    expect(aloneSince(7, [kim], { agentId: null })).toBeNull();
    expect(aloneSince(7, [kim], { agentId: null, handovers: { last: 'ana' } })).toBe(7);
  });

  it('counts an agent as gone who signed out, but only one who was there before', () => {
    const { see, aloneSince } = setUp();
    see('loggedOut');
    expect(aloneSince(1, [kim, ana])).toBeNull();
    see('ready');
    expect(aloneSince(2, [kim, ana])).toBeNull();
    see('loggedOut');
    expect(aloneSince(3, [kim, ana])).toBe(3);
  });

  it('does not count while one of two agents is there, or one is unknown', () => {
    const { see, aloneSince } = setUp();
    see('ready', 'ready');
    see('loggedOut', 'ready');
    expect(aloneSince(3, [kim, ana, ben])).toBeNull();
    see('loggedOut');
    expect(aloneSince(3, [kim, ana, ben])).toBeNull();
    expect(aloneSince(3, [kim, ana, { ...ben, userId: null }])).toBeNull();
    see('loggedOut', 'loggedOut');
    expect(aloneSince(4, [kim, ana, ben])).toBe(4);
  });

  it('starts over for a forgotten chat, and for every chat after a sign-out', () => {
    const { chats, see, aloneSince } = setUp();
    expect(aloneSince(1, [kim])).toBe(1);
    chats.forget('c1');
    expect(aloneSince(2, [kim])).toBe(2);
    see('ready');
    chats.clear();
    see('loggedOut');
    expect(aloneSince(3, [kim])).toBe(3);
    expect(aloneSince(4, [kim, ana])).toBeNull();
  });
});
