import type { Bridge, Mode } from '../../../preload/contract';
import { ConsolePage } from '../../support/electron/console-page';
import { consoleForTest, practise } from '../../support/electron/console-test';
import { eventually } from '../../support/electron/eventually';
import type { LaunchedConsole } from '../../support/electron/launch';
import { FloorVisitor } from '../../support/practice/floor-visitor';

/** A still floor on which everybody is ready and comes at once, and chats of Ana's that the supervisor is in. */
export class OperationsStage {
  readonly console: LaunchedConsole;
  readonly window: ConsolePage;
  readonly #floorUrl: string;

  private constructor(console: LaunchedConsole, floorUrl: string) {
    this.console = console;
    this.window = new ConsolePage(console.page);
    this.#floorUrl = floorUrl;
  }

  static async open(): Promise<OperationsStage> {
    const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0', '--practice-seed=7'] });
    await practise(console);
    const { control } = console;
    for (const { userName, isSupervisor } of await control.people()) {
      if (!isSupervisor) await control.setPresence({ userName, presence: 'ready' });
    }
    return new OperationsStage(console, console.practiceUrl);
  }

  get page(): LaunchedConsole['page'] {
    return this.console.page;
  }

  get control(): LaunchedConsole['control'] {
    return this.console.control;
  }

  /** A chat of Ana's, followed in this mode and in view. */
  async chatIn(mode: Mode, customer: string): Promise<string> {
    const { control, page, window } = this;
    const ana = (await control.people()).find(({ userName }) => userName === 'ana.ruiz');
    await page.evaluate(
      async ({ agentId, mode: requested }) => {
        const { sightline } = globalThis as unknown as { sightline: Bridge };
        const request = { agentId, mode: requested, scope: 'nextChat' } as const;
        return sightline.invoke('agents.watch', { requestId: crypto.randomUUID(), ...request });
      },
      { agentId: ana?.id ?? '', mode },
    );
    const { chatId } = await control.startChat({
      agent: 'ana.ruiz',
      customer,
      subject: 'Charged twice',
      userData: { Segment: 'Gold' },
    });
    await control.customerSays({ chatId, text: `Hello, this is ${customer}` });
    await window.openChat(customer, chatId);
    await window.waitForMode(mode);
    return chatId;
  }

  /** Opens the menu and chooses; the name as it stands there. */
  async choose(name: string): Promise<void> {
    await this.page.getByTestId('chat-actions').getByRole('button').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** Finds a target by typing, selects it with Enter and confirms with Enter; `says` is the effect stated before. */
  async handTo(words: string, says: string): Promise<void> {
    const field = this.page.getByRole('combobox');
    await field.fill(words);
    await this.page.getByRole('option').first().getByText(new RegExp(words, 'i')).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByTestId('consequence').getByText(says).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** A short sentence of the shell. */
  async showsToast(words: string): Promise<void> {
    await this.page.getByRole('log', { name: 'Notifications' }).getByText(words).first().waitFor();
  }

  stateIs(chatId: string, name: string, state: string): Promise<unknown> {
    return eventually(
      `${name} is ${state}`,
      async () => (await this.control.chats()).find((chat) => chat.chatId === chatId)?.parties,
      (parties) => parties?.findLast((party) => party.name === name)?.state === state,
    );
  }

  /** Whom one party of the chat is aware of. */
  async present(chatId: string, party: string): Promise<readonly string[]> {
    return (await this.control.seenBy({ chatId, party })).participants.map(({ nickname }) => nickname);
  }

  async received(chatId: string, party: string, type: string): Promise<readonly string[]> {
    const { messages } = await this.control.seenBy({ chatId, party });
    return messages.flatMap((message) => (message.type === type && message.text !== null ? [message.text] : []));
  }

  receives(chatId: string, party: string, type: string, text: string): Promise<readonly string[]> {
    return eventually(
      `${party} gets "${text}"`,
      () => this.received(chatId, party, type),
      (texts) => texts.some((one) => one.includes(text)),
    );
  }

  /** The chat's data as the agent has it. */
  async dataOfAgent(chatId: string): Promise<Record<string, unknown>> {
    const ana = new FloorVisitor(this.#floorUrl);
    await ana.signIn('ana.ruiz');
    const { chat } = (await ana.get(`/me/chats/${chatId}`)).body as { chat: { userData: Record<string, unknown> } };
    return chat.userData;
  }

  dataIs(chatId: string, key: string, value: unknown): Promise<unknown> {
    return eventually(
      `${key} is ${String(value)} for the agent`,
      () => this.dataOfAgent(chatId),
      (data) => data[key] === value,
    );
  }

  async sent(operation: string): Promise<number> {
    return (await this.control.requests()).filter((request) => request.operation === operation).length;
  }
}
