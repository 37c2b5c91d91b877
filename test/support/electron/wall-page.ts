import type { Locator, Page } from 'playwright-core';
import type { Mode } from '../../../preload/contract';
import type { LaunchedConsole } from './launch';

/** The wall by what a person finds on it. */
export class WallPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get tiles(): Locator {
    return this.page.locator('[data-testid="wall"] [data-tile]');
  }

  tile(chatId: string): Locator {
    return this.page.locator(`[data-testid="wall"] [data-tile][data-chat="${chatId}"]`);
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('button', { name: 'Wall', exact: true })
      .click();
    await this.page.getByTestId('wall').waitFor();
  }

  /** The chats by their places. */
  chatIds(): Promise<readonly (string | undefined)[]> {
    return this.tiles.evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['chat']));
  }

  /** Goes to a tile by its number, as with the keyboard. */
  async goTo(chatId: string): Promise<void> {
    const number = (await this.chatIds()).indexOf(chatId) + 1;
    await this.page.keyboard.press(String(number));
    await this.page.locator(`[data-tile][data-chat="${chatId}"][aria-current]`).waitFor();
  }

  async waitForMode(chatId: string, mode: Mode): Promise<void> {
    await this.page.locator(`[data-tile][data-chat="${chatId}"][data-mode="${mode}"]`).waitFor();
  }

  async chooseCount(count: number): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Tiles' })
      .getByRole('radio', { name: String(count), exact: true })
      .click();
  }
}

export interface WallChat {
  readonly chatId: string;
  readonly agent: string;
  readonly customer: string;
}

/** One chat with each of so many agents, all of them watched in silence, each with something said in it. */
export async function watchChats({ control, page }: LaunchedConsole, count: number): Promise<readonly WallChat[]> {
  const agents = (await control.people())
    .filter(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready')
    .slice(0, count);
  await page.evaluate(
    async (ids) => {
      const { sightline } = window as unknown as {
        sightline: { invoke(name: string, request: unknown): Promise<unknown> };
      };
      for (const agentId of ids)
        await sightline.invoke('agents.watch', { requestId: agentId, agentId, mode: 'monitor', scope: 'allChats' });
    },
    agents.map(({ id }) => id),
  );
  const chats: WallChat[] = [];
  for (const [place, { userName }] of agents.entries()) {
    const customer = `Customer Number${String.fromCharCode(65 + place)}`;
    const { chatId } = await control.startChat({ agent: userName, customer });
    await control.customerSays({ chatId, text: `Hello, this is number ${String(place + 1)}` });
    await control.agentSays({ chatId, text: `Hello number ${String(place + 1)}, how can I help?` });
    chats.push({ chatId, agent: userName, customer });
  }
  return chats;
}
