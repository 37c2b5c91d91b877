import type { FoundTarget, Medium, Mode, Result } from '../../../preload/contract';
import { FloorVisitor } from '../practice/floor-visitor';
import { until } from '../until';
import { openPracticeRig, type PracticeRig } from './practice-rig';

/** An operation that was accepted and whose effect was seen. */
export const worked = { answer: 'accepted', error: null };

/** A rig with a practice server where every agent is ready and responds ten times faster than people do. */
export async function openReadyRig(timeScale = 10): Promise<PracticeRig> {
  const rig = await openPracticeRig({ timeScale });
  for (const { userName, isSupervisor } of rig.floor.control.people()) {
    if (!isSupervisor) rig.floor.control.setPresence({ userName, presence: 'ready' });
  }
  return rig;
}

/** Actions of a test, and queries of the server and the other parties. */
export function rigTools(rig: () => PracticeRig) {
  let asked = 0;
  const once = (): string => `request-${(asked += 1)}`;
  const idOf = (userName: string): string =>
    rig()
      .floor.control.people()
      .find((person) => person.userName === userName)?.id ?? '';

  /** A chat of Ana's that the supervisor is in. */
  async function chatIn(mode: Mode, customer = 'Robin Vale', medium: Medium = 'chat'): Promise<string> {
    await rig().commands['agents.watch']({ requestId: once(), agentId: idOf('ana.ruiz'), mode, scope: 'nextChat' });
    const { chatId } = rig().floor.control.startChat({ agent: 'ana.ruiz', customer, medium });
    await rig().chatWhen(chatId, `in ${mode}`, (chat) => chat.mode === mode && chat.customerName !== null);
    return chatId;
  }

  /** The answer to the click, and how the command ended once it was over. */
  async function performed(result: Promise<Result<unknown>>): Promise<unknown> {
    const answer = await result;
    await until('nothing under way', () => rig().floorStore.snapshot().pending.length === 0);
    const last = rig().changes.findLast((change) => change.type === 'commandSettled');
    return {
      answer: answer.ok ? 'accepted' : answer.error,
      error: last?.type === 'commandSettled' ? last.error : 'none',
    };
  }

  const stateOf = (chatId: string, name: string): string | undefined =>
    rig()
      .floor.control.chats()
      .find((chat) => chat.chatId === chatId)
      ?.parties.findLast((party) => party.name === name)?.state;
  const present = (chatId: string, viewer: string): readonly string[] =>
    rig()
      .floor.control.seenBy({ chatId, party: viewer })
      .participants.map(({ nickname }) => nickname);
  const received = (chatId: string, party: string, type = 'Text'): readonly (string | null)[] =>
    rig()
      .floor.control.seenBy({ chatId, party })
      .messages.flatMap((message) => (message.type === type ? message.text : []));
  const sent = (operation: string): number =>
    rig()
      .floor.control.requests()
      .filter((request) => request.operation === operation).length;

  /** The chat's data as the agent has it. */
  async function dataOfAgent(chatId: string): Promise<Record<string, unknown>> {
    const ana = new FloorVisitor(rig().floor.url);
    await ana.signIn('ana.ruiz');
    const { chat } = (await ana.get(`/me/chats/${chatId}`)).body as { chat: { userData: Record<string, unknown> } };
    return chat.userData;
  }

  async function find(query: string, kinds: readonly FoundTarget['kind'][]): Promise<readonly FoundTarget[]> {
    const found = await rig().commands['directory.find']({ query, kinds });
    if (!found.ok) throw new Error(found.error.code);
    return found.value.targets;
  }

  return { once, idOf, chatIn, performed, stateOf, present, received, sent, dataOfAgent, find };
}
