import { eventually } from '../../support/electron/eventually';
import type { RemoteControl } from '../../support/practice/control-client';
import type { Agent } from './attended-console';

/** What customers say, by the rule that it makes urgent. */
export const sayings = {
  escalationWords: 'I want to speak to your manager.',
  threats: 'I will sue you.',
  danger: 'The charger is burning, there is smoke everywhere.',
} as const;

export interface AlertedChat {
  readonly chatId: string;
  /** Unique on this floor, so that a notification that names the customer names the chat. */
  readonly customer: string;
  readonly agent: Agent;
}

/** Starts chats that need the supervisor, each with a customer of its own. */
export class AlertedChats {
  readonly #control: RemoteControl;
  readonly #agents: readonly Agent[];
  #count = 0;

  constructor(control: RemoteControl, agents: readonly Agent[]) {
    this.#control = control;
    this.#agents = agents;
  }

  /** Starts a chat without a reason to look at it, and waits until the supervisor has joined it. */
  async start(customer = this.#nextCustomer()): Promise<AlertedChat> {
    const agent = this.#agents[this.#count % this.#agents.length];
    if (agent === undefined) throw new Error('there is an agent');
    this.#count += 1;
    const { chatId } = await this.#control.startChat({ agent: agent.userName, customer });
    await this.waitUntilJoined([chatId]);
    return { chatId, customer, agent };
  }

  async waitUntilJoined(chatIds: readonly string[]): Promise<void> {
    const missing = new Set(chatIds);
    await eventually(
      'the supervisor has joined',
      this.#control.chats,
      (chats) => {
        for (const { chatId, parties } of chats) {
          const isJoined = parties.some(({ role, state }) => role === 'supervisor' && state === 'Chatting');
          if (isJoined) missing.delete(chatId);
        }
        return missing.size === 0;
      },
      60_000,
    );
  }

  /** Gives the supervisor a reason to look at the chat now. */
  async alarm({ chatId }: Pick<AlertedChat, 'chatId'>, rule: keyof typeof sayings = 'escalationWords'): Promise<void> {
    await this.#control.customerSays({ chatId, text: sayings[rule] });
  }

  async end({ chatId }: Pick<AlertedChat, 'chatId'>): Promise<void> {
    await this.#control.endChat({ chatId });
  }

  /** Returns whether no one but supervisors can see this supervisor in the chat. */
  async isSilent({ chatId }: Pick<AlertedChat, 'chatId'>): Promise<boolean> {
    const chat = (await this.#control.chats()).find((one) => one.chatId === chatId);
    const own = chat?.parties.filter(({ role }) => role === 'supervisor') ?? [];
    return own.length > 0 && own.every(({ visibility }) => visibility === 'Supervisors');
  }

  #nextCustomer(): string {
    return `Robin Q${String(this.#count).padStart(4, '0')}`;
  }
}
