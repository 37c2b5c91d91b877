import type { Mode, StepBackState } from '../../../preload/contract';
import type { ChatUpdate } from '../../../main/floor/events';
import { CommandBench } from './command-bench';
import { activeChat, chatUpdated } from './readings';

const visibilities = { monitor: 'supervisors', coach: 'agents', bargeIn: 'everyone' } as const;
export const inMode = (chatId: string, mode: Mode, more: Partial<ChatUpdate> = {}): ChatUpdate =>
  activeChat(visibilities[mode], { chatId, ...more });
export const offline = { phase: 'offline', reason: 'networkDown', lastSuccessAt: 1, nextAttemptAt: null } as const;
export const live = { phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null } as const;

/** A signed-in floor, changed by server events. */
export class StepBackBench extends CommandBench {
  #requests = 0;

  static in(chats: Readonly<Record<string, Mode>>): StepBackBench {
    return new StepBackBench(...Object.entries(chats).map(([chatId, mode]) => chatUpdated(inMode(chatId, mode))));
  }

  get state(): StepBackState | null {
    return this.floorStore.snapshot().stepBack;
  }

  /** Each item as "kind id: status". */
  get items(): readonly string[] {
    return this.state?.items.map(({ kind, id, status }) => `${kind} ${id}: ${status}`) ?? [];
  }

  /** What the server was asked since the last look, as "operation id". */
  asked(): readonly string[] {
    return this.centre.asked.splice(0).map(({ what, request }) => {
      const { chatId, agentId, mode } = request as { chatId?: string; agentId?: string; mode?: Mode };
      return [what, chatId ?? agentId, mode].filter((part) => part !== undefined).join(' ');
    });
  }

  async begin(scope: 'customers' | 'everyone' = 'everyone'): Promise<void> {
    this.stepBack.begin(scope);
    await this.pass(0);
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advanceSettled(ms);
  }

  async tellMode(chatId: string, mode: Mode): Promise<void> {
    this.floorStore.applyEvents([chatUpdated(inMode(chatId, mode))]);
    await this.pass(200);
  }

  async watch(agentId: string, mode: Mode): Promise<void> {
    await this.commands['agents.watch']({ requestId: this.newId(), agentId, mode, scope: 'allChats' });
    this.centre.asked.splice(0);
  }

  /** A full read that finds these chats. */
  async readAgain(...chats: readonly ChatUpdate[]): Promise<void> {
    this.floorStore.applyResync({ chats, transcripts: [] }, false);
    await this.pass(200);
  }

  newId(): string {
    return `r-${String((this.#requests += 1))}`;
  }
}
