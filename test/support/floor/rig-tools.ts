import type { FoundTarget, Medium, Mode, Result } from '../../../preload/contract';
import { FloorVisitor } from '../practice/floor-visitor';
import { until } from '../until';
import { openPracticeDesk, type PracticeRig } from './practice-rig';

/** An operation that was accepted and whose effect was seen. */
export const worked = { answer: 'accepted', error: null };

/** A rig with a practice server where every agent is ready and responds ten times faster than people do. */
export async function openReadyDesk(timeScale = 10): Promise<PracticeRig> {
  const desk = await openPracticeDesk({ timeScale });
  for (const { userName, isSupervisor } of desk.floor.control.people()) {
    if (!isSupervisor) desk.floor.control.setPresence({ userName, presence: 'ready' });
  }
  return desk;
}

/** What a test does at a desk, and what it looks at from the server's side and the other parties'. */
export function rigTools(desk: () => PracticeRig) {
  let asked = 0;
  const once = (): string => `request-${(asked += 1)}`;
  const idOf = (userName: string): string =>
    desk()
      .floor.control.people()
      .find((person) => person.userName === userName)?.id ?? '';

  /** A chat of Ana's that the supervisor is in. */
  async function chatIn(mode: Mode, customer = 'Robin Vale', medium: Medium = 'chat'): Promise<string> {
    await desk().commands['agents.watch']({ requestId: once(), agentId: idOf('ana.ruiz'), mode, scope: 'nextChat' });
    const { chatId } = desk().floor.control.startChat({ agent: 'ana.ruiz', customer, medium });
    await desk().chatWhen(chatId, `in ${mode}`, (chat) => chat.mode === mode && chat.customerName !== null);
    return chatId;
  }

  /** The answer to the click, and how the intent ended once it was over. */
  async function performed(result: Promise<Result<unknown>>): Promise<unknown> {
    const answer = await result;
    await until('nothing under way', () => desk().floorStore.snapshot().pending.length === 0);
    const last = desk().changes.findLast((change) => change.type === 'commandSettled');
    return {
      answer: answer.ok ? 'accepted' : answer.error,
      error: last?.type === 'commandSettled' ? last.error : 'none',
    };
  }

  const stateOf = (chatId: string, name: string): string | undefined =>
    desk()
      .floor.control.chats()
      .find((chat) => chat.chatId === chatId)
      ?.parties.findLast((party) => party.name === name)?.state;
  const present = (chatId: string, viewer: string): readonly string[] =>
    desk()
      .floor.control.seenBy({ chatId, party: viewer })
      .participants.map(({ nickname }) => nickname);
  const heard = (chatId: string, party: string, type = 'Text'): readonly (string | null)[] =>
    desk()
      .floor.control.seenBy({ chatId, party })
      .messages.flatMap((message) => (message.type === type ? message.text : []));
  const sent = (operation: string): number =>
    desk()
      .floor.control.requests()
      .filter((request) => request.operation === operation).length;

  /** The chat's data as the agent has it. */
  async function dataOfAgent(chatId: string): Promise<Record<string, unknown>> {
    const ana = new FloorVisitor(desk().floor.url);
    await ana.signIn('ana.ruiz');
    const { chat } = (await ana.get(`/me/chats/${chatId}`)).body as { chat: { userData: Record<string, unknown> } };
    return chat.userData;
  }

  async function find(query: string, kinds: readonly FoundTarget['kind'][]): Promise<readonly FoundTarget[]> {
    const found = await desk().commands['directory.find']({ query, kinds });
    if (!found.ok) throw new Error(found.error.code);
    return found.value.targets;
  }

  return { once, idOf, chatIn, performed, stateOf, present, heard, sent, dataOfAgent, find };
}
