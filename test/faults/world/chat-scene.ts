import type { Mode } from '../../../preload/contract';
import type { Chat, Party } from '../../../main/practice/contact-centre/model';
import { partyOf } from '../../../main/practice/contact-centre/visibility';
import { World } from './world';

const modeWords = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' } as const;

/** A world in which the supervisor is live in a chat in the given mode, without faults so far. */
export class ChatScene {
  readonly world: World;
  readonly chat: Chat;

  private constructor(world: World, chat: Chat) {
    this.world = world;
    this.chat = chat;
  }

  static async open(seed: number, mode: Mode): Promise<ChatScene> {
    // Agents' chats are read often and do not matter to one chat.
    const world = new World(seed, { usersChatsRead: false });
    world.keepSignedIn();
    await world.clock.run(6_000);
    const [agent] = world.floor.agents;
    if (agent === undefined) throw new Error('a floor has agents');
    const { centre } = world.floor;
    centre.watches.push({
      supervisorId: world.floor.supervisor.id,
      agentId: agent.id,
      medium: 'chat',
      mode: modeWords[mode],
      scope: 'AllChats',
      nickname: 'Imani',
    });
    const { chatId } = world.floor.control.startChat({ agent: agent.userName });
    await world.clock.run(1_000);
    const chat = centre.chats.get(chatId);
    if (chat === undefined || world.console.floorStore.chat(chatId)?.mode !== mode)
      throw new Error('the scene is not set');
    return new ChatScene(world, chat);
  }

  get chatId(): string {
    return this.chat.id;
  }

  get party(): Party {
    const party = partyOf(this.chat, this.world.floor.supervisor.id);
    if (party === null) throw new Error('the supervisor is in the chat from the beginning');
    return party;
  }

  close(): void {
    this.world.console.close();
  }
}
