import type { CDPSession, Page } from 'playwright-core';
import type { Mode } from '../../../../preload/contract';
import { eventually } from '../../../support/electron/eventually';
import type { LaunchedConsole } from '../../../support/electron/launch';
import { watchChats, type WallChat } from '../../../support/electron/wall-page';
import { FloorVisitor } from '../../../support/practice/floor-visitor';
import { beyondIntention, type Operation, type SentMessage } from '../judge';
import type { Audience } from '../person';
import type { Stroke } from '../sentences';
import type { WindowName } from '../typist-world';

const operationOf: Readonly<Record<Mode, string>> = {
  monitor: 'SwitchToMonitor',
  coach: 'SwitchToCoach',
  bargeIn: 'SwitchToBargeIn',
};

/** Waits for the time that a person takes; not for a condition. */
export function handTakes(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Runs in the page, from its first line: records the field in which an input method is composing. */
function trackComposition(): void {
  const page = window as unknown as { composingField: EventTarget | null };
  page.composingField = null;
  // No named function in here: the compiler would add a helper that the page does not have.
  ['compositionstart', 'compositionend'].forEach((name) => {
    window.addEventListener(
      name,
      ({ type, target }) => {
        page.composingField = type === 'compositionstart' ? target : null;
      },
      true,
    );
  });
}

/** Both windows of a real console on an otherwise idle floor, with a simulated person and the server's delivery log. */
export class RealWindows {
  readonly console: LaunchedConsole;
  readonly chats: WallChat[];
  /** What the person requested, and what another session of the same supervisor did. */
  readonly intended: { readonly operation: string; readonly chatId: string }[] = [];
  readonly #wall: Page;
  readonly #visitor: FloorVisitor;
  readonly #inputs = new Map<Page, CDPSession>();
  #customers = 0;

  private constructor(console: LaunchedConsole, chats: WallChat[], wall: Page, visitor: FloorVisitor) {
    this.console = console;
    this.chats = chats;
    this.#wall = wall;
    this.#visitor = visitor;
  }

  /** The console is signed in and live; four agents with a chat each are monitored. */
  static async open(console: LaunchedConsole): Promise<RealWindows> {
    const { app, page, control, floorUrl } = console;
    const chats = await watchChats(console, 4);
    const [wall] = await Promise.all([
      app.waitForEvent('window'),
      page.evaluate(() => {
        const { sightline } = window as unknown as { sightline: { invoke(name: string, request: null): unknown } };
        void sightline.invoke('wall.openWindow', null);
      }),
    ]);
    await wall.locator('[data-tile]').first().waitFor();
    const visitor = new FloorVisitor(floorUrl);
    await visitor.signIn('supervisor');
    for (const one of [page, wall]) {
      await one.addInitScript(trackComposition);
      await one.evaluate(trackComposition);
    }
    await control.clearRequests();
    return new RealWindows(console, [...chats], wall, visitor);
  }

  pageOf(at: WindowName): Page {
    return at === 'main' ? this.console.page : this.#wall;
  }

  /** Starts a chat with an agent whose last one ended. */
  async startChat({ agent }: Pick<WallChat, 'agent'>): Promise<WallChat> {
    this.#customers += 1;
    const customer = `Visitor Number${String.fromCharCode(64 + this.#customers)}`;
    const { chatId } = await this.console.control.startChat({ agent, customer });
    const chat = { chatId, agent, customer };
    this.chats.push(chat);
    await this.modeBecomes(chatId, 'monitor');
    return chat;
  }

  async modeAtServer(chatId: string): Promise<Mode | null> {
    const chat = (await this.console.control.chats()).find((one) => one.chatId === chatId);
    const own = chat?.parties.findLast(({ role, state }) => role === 'supervisor' && state === 'Chatting');
    if (own === undefined) return null;
    return own.visibility === 'All' ? 'bargeIn' : own.visibility === 'Agents' ? 'coach' : 'monitor';
  }

  /** A chat continues without its customer until the agent completes it. */
  async hasCustomer(chatId: string): Promise<boolean> {
    const chat = (await this.console.control.chats()).find((one) => one.chatId === chatId);
    return chat?.parties.some(({ role, state }) => role === 'customer' && state === 'Chatting') === true;
  }

  modeBecomes(chatId: string, mode: Mode): Promise<unknown> {
    return eventually(
      `${mode} in ${chatId}`,
      () => this.modeAtServer(chatId),
      (now) => now === mode,
    );
  }

  /** Switches in another session of the same supervisor. */
  async switchElsewhere(chatId: string, mode: Mode): Promise<void> {
    this.intended.push({ operation: operationOf[mode], chatId });
    await this.#visitor.operate(`/me/chats/${chatId}`, operationOf[mode]);
  }

  async openChat(at: WindowName, { chatId, customer }: WallChat): Promise<void> {
    const page = this.pageOf(at);
    if (at === 'wall') {
      await page.locator(`[data-tile][data-chat="${chatId}"] h2`).click();
      await page.locator(`[data-tile][data-chat="${chatId}"][aria-current]`).waitFor();
      return;
    }
    const row = page.locator('.chat-row').filter({ has: page.locator('.customer', { hasText: customer }) });
    if (!(await row.first().isVisible())) await page.getByRole('navigation').getByRole('button').first().click();
    await row.locator('[data-part="open"]').first().click();
    await page.getByRole('heading', { name: customer, level: 1 }).waitFor();
  }

  /** Presses the button of a mode until it takes effect. */
  async chooseMode(at: WindowName, chatId: string, mode: Mode): Promise<void> {
    const page = this.pageOf(at);
    this.intended.push({ operation: operationOf[mode], chatId });
    const within = at === 'wall' ? `[data-tile][data-chat="${chatId}"] ` : '';
    const button = page.locator(`${within}[data-testid="mode-control"] [data-mode="${mode}"]`);
    await button.hover();
    await page.mouse.down();
    if (mode === 'bargeIn') await handTakes(750);
    await page.mouse.up();
  }

  async pressModeKey(chatId: string, mode: 'coach' | 'bargeIn'): Promise<void> {
    const { page } = this.console;
    this.intended.push({ operation: operationOf[mode], chatId });
    // Nothing has the focus, as after a click on the name of the chat.
    await page.getByRole('heading', { level: 1 }).click();
    const key = mode === 'coach' ? 'c' : 'b';
    await page.keyboard.down(key);
    if (mode === 'bargeIn') await handTakes(750);
    await page.keyboard.up(key);
  }

  /** Waits for the field of these readers and focuses it; false if it does not appear. */
  async focusField(at: WindowName, chatId: string, audience: Audience): Promise<boolean> {
    await this.#answerHeld(at);
    const within = at === 'wall' ? `[data-tile][data-chat="${chatId}"] ` : '';
    const open = `[data-testid="composer"][data-audience="${audience}"]:not([data-state="held"])`;
    try {
      await this.pageOf(at).locator(`${within}${open} textarea`).click({ timeout: 5_000 });
    } catch {
      return false;
    }
    await this.pageOf(at).keyboard.press('Control+End');
    return true;
  }

  /** Locked drafts are handled first: the field for the current readers replaces them. */
  async #answerHeld(at: WindowName): Promise<void> {
    const page = this.pageOf(at);
    const held = page.locator('[data-testid="composer"][data-state="held"] textarea').first();
    for (let answered = 0; answered < 3 && (await held.isVisible()); answered += 1) {
      try {
        await held.click({ timeout: 5_000 });
      } catch (cause) {
        // The readers it was begun for are back, so there is nothing to decide any more.
        if (!(await held.isVisible())) return;
        throw cause;
      }
      await page.keyboard.press('Escape');
    }
  }

  /** The visible text fields, for the trace. */
  scene(at: WindowName): Promise<string> {
    return this.pageOf(at).evaluate(() => {
      const phase = document.querySelector<HTMLElement>('[data-testid="connection"]')?.dataset['phase'] ?? 'unknown';
      const fields = [...document.querySelectorAll<HTMLElement>('[data-testid="composer"]')];
      return [
        phase,
        ...fields.map(({ dataset }) => `${String(dataset['audience'])} ${String(dataset['state'])}`),
      ].join();
    });
  }

  /** Returns whether typed text would go to a text field now. */
  isAtText(at: WindowName): Promise<boolean> {
    return this.pageOf(at).evaluate(
      () => document.activeElement?.matches('textarea, input:not([type="checkbox"], [type="radio"])') === true,
    );
  }

  /** Returns whether an input method is composing in the focused field; a field that is replaced ends its composition. */
  isComposing(at: WindowName): Promise<boolean> {
    return this.pageOf(at).evaluate(() => {
      const { composingField } = window as unknown as { composingField: EventTarget | null };
      return composingField !== null && composingField === document.activeElement;
    });
  }

  async strike(at: WindowName, stroke: Stroke): Promise<void> {
    const page = this.pageOf(at);
    switch (stroke.does) {
      case 'key':
        if (Array.from(stroke.key).length === 1) await this.#letter(page, stroke.key);
        else await page.keyboard.press(stroke.key);
        return;
      case 'paste':
        await this.console.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), stroke.text);
        await page.keyboard.press('Control+v');
        return;
      case 'compose': {
        const input = await this.#inputOf(page);
        const at = stroke.text.length;
        await input.send('Input.imeSetComposition', { text: stroke.text, selectionStart: at, selectionEnd: at });
        return;
      }
      case 'commit':
        await (await this.#inputOf(page)).send('Input.insertText', { text: stroke.text });
    }
  }

  /** A letter without a key on this keyboard is still a key event for the page. */
  async #letter(page: Page, letter: string): Promise<void> {
    if (/^[\x20-\x7e]$/u.test(letter)) {
      await page.keyboard.press(letter);
      return;
    }
    const input = await this.#inputOf(page);
    const key = { key: letter, text: letter, unmodifiedText: letter };
    await input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
  }

  async #inputOf(page: Page): Promise<CDPSession> {
    const input = this.#inputs.get(page) ?? (await page.context().newCDPSession(page));
    this.#inputs.set(page, input);
    return input;
  }

  /** The server's record of the supervisor's messages per chat. */
  async sentMessages(): Promise<readonly SentMessage[]> {
    const sent: SentMessage[] = [];
    for (const { chatId, agent } of this.chats) {
      const { messages } = await this.console.control.seenBy({ chatId, party: agent });
      for (const { type, fromRole, text, visibility } of messages) {
        if (type !== 'Text' || fromRole !== 'supervisor') continue;
        sent.push({ chatId, audience: visibility === 'All' ? 'everyone' : 'agents', text: text ?? '' });
      }
    }
    return sent;
  }

  /** Operations of the server that the person did not request. */
  async unwanted(): Promise<readonly string[]> {
    const requests = await this.console.control.requests();
    const operations = requests.flatMap(({ path, operation }): Operation[] =>
      operation === null || !path.includes('/me/') ? [] : [{ operation, path }],
    );
    return beyondIntention(operations, this.intended);
  }

  /** Everything the page shows outside transcript and list, with the contents of its fields. */
  shownIn(at: WindowName): Promise<string> {
    return this.pageOf(at).evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')].map(({ value }) => value);
      const place = document.body.cloneNode(true) as HTMLElement;
      for (const element of place.querySelectorAll('[data-testid="transcript"], .chat-row')) element.remove();
      return [place.textContent, ...fields].join('\n');
    });
  }
}
