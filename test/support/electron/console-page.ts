import type { Locator, Page } from 'playwright-core';
import type { Mode } from '../../../preload/contract';

const modeNames: Readonly<Record<Mode, RegExp>> = { monitor: /^Monitor/, coach: /^Coach/, bargeIn: /^Barge in/ };

/** The window by what a person finds in it: roles and names. */
export class ConsolePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get chatList(): Locator {
    return this.page.getByTestId('chat-list');
  }

  get transcript(): Locator {
    return this.page.getByTestId('transcript');
  }

  get composer(): Locator {
    return this.page.getByTestId('composer');
  }

  get modeControl(): Locator {
    return this.page.getByTestId('mode-control');
  }

  async isLive(): Promise<void> {
    await this.page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
  }

  async practise(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start', exact: true }).click();
    await this.isLive();
  }

  async goTo(place: 'Chats' | 'Agents' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name: place }).click();
  }

  agentRow(name: string): Locator {
    return this.page.getByTestId('agent-list').getByRole('row').filter({ hasText: name });
  }

  chatRow(customer: string): Locator {
    return this.chatList.locator('.chat-row').filter({ hasText: customer });
  }

  /** The chat this supervisor is asked into. */
  get invitation(): Locator {
    return this.chatList.locator('.chat-row.invited');
  }

  /** With its id, since one customer may be in the list more than once. */
  async openChat(customer: string, chatId?: string): Promise<void> {
    const row = chatId === undefined ? this.chatRow(customer) : this.chatList.locator(`[data-chat="${chatId}"]`);
    await row.getByRole('button').first().click();
    const heading = this.page.getByRole('heading', { name: customer, level: 1 });
    await heading.waitFor();
    // Rows keep their places under the hand and the focus, so both go away.
    await heading.click();
  }

  modeButton(mode: Mode): Locator {
    return this.modeControl.getByRole('radio', { name: modeNames[mode] });
  }

  /** The mode the server confirmed, as the control shows it. */
  confirmedMode(): Promise<string | null> {
    return this.modeControl.getAttribute('data-confirmed');
  }

  async waitForMode(mode: Mode): Promise<void> {
    await this.page.locator(`[data-testid="mode-control"][data-confirmed="${mode}"]`).waitFor();
  }

  /** Holds a key that has to be held until what it brings about is there. */
  async holdKey(key: string, until: () => Promise<unknown>): Promise<void> {
    await this.page.keyboard.down(key);
    await until();
    await this.page.keyboard.up(key);
  }

  async say(text: string): Promise<void> {
    await this.composer.getByRole('textbox').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Signs out, and waits for the page that replaces this one. */
  async signOut(): Promise<void> {
    const fresh = this.page.waitForEvent('load');
    await this.page.getByRole('button', { name: /account and theme/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await fresh;
  }
}
