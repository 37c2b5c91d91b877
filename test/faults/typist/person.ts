import type { Mode } from '../../../preload/contract';
import type { Chance } from '../world/chance';
import { settle } from '../world/sim-clock';
import { focused, Hands, isField } from './hands';
import type { Page } from './page';
import type { Stroke } from './sentences';
import type { TypistWorld, WindowName } from './typist-world';

export type Audience = 'agents' | 'everyone';

/** What a letter must never make a window ask of main. Everything else is reading, keeping a draft, or saying where one is. */
const harmless = new Set([
  ...[
    'drafts.save',
    'drafts.sendOut',
    'chats.typing',
    'chats.sendToAgents',
    'chats.sendToEveryone',
    'window.saveView',
    'window.setActiveChat',
    'window.heartbeatAck',
  ],
  ...[
    'window.restore',
    'window.showAgents',
    'floor.snapshot',
    'settings.read',
    'app.info',
    'session.profile',
    'watches.saved',
  ],
  // The wall puts its tiles in order by itself when a chat comes or a page is loaded.
  ...['wall.read', 'wall.settle'],
]);

interface View {
  readonly chat: string | null;
  readonly place: string;
  readonly layers: number;
}

/** A supervisor at one or two windows: eyes that find things by role and test id, and hands on what has the keyboard. */
export class Person {
  readonly world: TypistWorld;
  readonly chance: Chance;
  /** Commands that a letter, a space or an arrow of a sentence ran. */
  readonly commandsByLetter: string[] = [];
  /** What the person did want of the server, as operation and chat. */
  readonly intended: { readonly operation: string; readonly chatId: string }[] = [];
  readonly #hands: Readonly<Record<WindowName, Hands>>;

  constructor(world: TypistWorld, chance: Chance) {
    this.world = world;
    this.chance = chance;
    this.#hands = {
      main: new Hands(() => world.pages.get('main') ?? null),
      wall: new Hands(() => world.pages.get('wall') ?? null),
    };
  }

  hands(at: WindowName): Hands {
    return this.#hands[at];
  }

  page(at: WindowName): Page | null {
    return this.world.pages.get(at) ?? null;
  }

  all(at: WindowName, selector: string): HTMLElement[] {
    return [...(this.page(at)?.document.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  /** What stands over the page is closed first. */
  async clearDesk(at: WindowName): Promise<void> {
    for (let layer = 0; layer < 3 && this.all(at, '[data-layer], [role="dialog"]').length > 0; layer += 1) {
      this.hands(at).press('Escape');
      this.hands(at).release('Escape');
      await this.world.clock.run(300);
    }
  }

  /** Brings a chat before the eyes; false if it is nowhere to be found. */
  async openChat(at: WindowName, chatId: string): Promise<boolean> {
    await this.clearDesk(at);
    if (at === 'wall') {
      const tile = this.all(at, `[data-tile][data-chat="${chatId}"]`)[0];
      if (tile === undefined) return false;
      this.hands(at).click(tile);
      await this.world.clock.run(200);
      return true;
    }
    if (this.all(at, '.chat-row').length === 0) {
      const toChats = this.all(at, 'nav button')[0];
      if (toChats !== undefined) this.hands(at).click(toChats);
      await this.world.clock.run(200);
    }
    const row = this.rowOf(chatId);
    if (row === null) return false;
    this.hands(at).click(row);
    await this.world.clock.run(200);
    return true;
  }

  rowOf(chatId: string): HTMLElement | null {
    const { firstName, lastName } = this.world.serverChat(chatId).customer;
    const isHis = (row: HTMLElement): boolean =>
      row.querySelector('.customer')?.textContent === `${firstName} ${lastName}`.trim();
    return this.all('main', '.chat-row [data-part="open"]').find(isHis) ?? null;
  }

  composer(at: WindowName, chatId: string): HTMLElement | null {
    const within = at === 'wall' ? `[data-tile][data-chat="${chatId}"] ` : '';
    return this.all(at, `${within}[data-testid="composer"]`)[0] ?? null;
  }

  /** Whether what is pressed in the window acts on this chat. */
  #isBefore(at: WindowName, chatId: string): boolean {
    return at === 'wall' || this.rowOf(chatId)?.hasAttribute('aria-current') === true;
  }

  /** Presses the button of a mode, as long as it takes; false if there is none for this chat. */
  async chooseMode(at: WindowName, chatId: string, mode: Mode): Promise<boolean> {
    const within = at === 'wall' ? `[data-tile][data-chat="${chatId}"] ` : '';
    const button = this.all(at, `${within}[data-testid="mode-control"] [data-mode="${mode}"]`)[0];
    const Pointer = this.page(at)?.realm.PointerEvent;
    if (button === undefined || Pointer === undefined || !this.#isBefore(at, chatId)) return false;
    this.intendMode(chatId, mode);
    button.focus();
    button.dispatchEvent(new Pointer('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
    if (mode === 'bargeIn') await this.world.clock.run(700);
    button.dispatchEvent(new Pointer('pointerup', { bubbles: true, cancelable: true, button: 0 }));
    if (button.isConnected) button.click();
    await settle();
    return true;
  }

  /** The key of a mode, outside every text. */
  async pressModeKey(at: WindowName, chatId: string, mode: 'coach' | 'bargeIn', heldMs: number): Promise<void> {
    const key = mode === 'coach' ? 'c' : 'b';
    this.intendMode(chatId, mode);
    const hands = this.hands(at);
    hands.letGo();
    hands.press(key);
    for (let held = 0; held < heldMs; held += 50) {
      await this.world.clock.run(50);
      if (held > 400) hands.press(key, { isRepeat: true });
    }
    hands.release(key);
  }

  intendMode(chatId: string, mode: Mode): void {
    this.intended.push({
      operation: { monitor: 'SwitchToMonitor', coach: 'SwitchToCoach', bargeIn: 'SwitchToBargeIn' }[mode],
      chatId,
    });
    this.world.note(`wants ${mode} in ${chatId}`);
  }

  /** A text that waits for an answer is answered first: it stays unsent, and the field of the readers of now takes its place. */
  async answerHeld(at: WindowName, chatId: string): Promise<void> {
    const composer = this.composer(at, chatId);
    const field = composer?.querySelector('textarea') ?? null;
    if (composer?.dataset['state'] !== 'held' || field === null) return;
    this.hands(at).click(field);
    this.hands(at).press('Escape');
    this.hands(at).release('Escape');
    await this.world.clock.run(200);
  }

  /** The field for these readers has the keyboard, with the caret behind what stands there. */
  focusField(at: WindowName, chatId: string, audience: Audience): HTMLTextAreaElement | null {
    const composer = this.composer(at, chatId);
    if (composer?.dataset['audience'] !== audience) return null;
    const field = composer.querySelector('textarea');
    if (field === null) return null;
    this.hands(at).click(field);
    field.setSelectionRange(field.value.length, field.value.length);
    return field;
  }

  /** One stroke of a sentence; notes what it ran beside writing. Returns whether it came to a text field. */
  async strike(at: WindowName, stroke: Stroke): Promise<boolean> {
    const hands = this.hands(at);
    const before = { asked: this.world.main.asked.length, ...this.#view(at) };
    switch (stroke.does) {
      case 'key':
        hands.press(stroke.key);
        break;
      case 'paste':
        hands.paste(stroke.text);
        break;
      case 'compose':
        hands.compose(stroke.letter, stroke.text);
        break;
      case 'commit':
        hands.commit(stroke.text);
        break;
    }
    await settle();
    this.#judge(at, stroke, before);
    const { isInText } = hands;
    if (stroke.does !== 'key') return isInText;
    await this.world.clock.run(this.chance.between(15, 45));
    const held = { asked: this.world.main.asked.length, ...this.#view(at) };
    hands.release(stroke.key);
    await settle();
    this.#judge(at, stroke, held);
    return isInText;
  }

  /** What is before the eyes, for the trace. */
  scene(at: WindowName, chatId: string): string {
    const page = this.page(at);
    if (page === null) return 'no page';
    const { audience = 'none' } = this.composer(at, chatId)?.dataset ?? {};
    const mode = this.world.main.floorStore.chat(chatId)?.mode ?? 'none';
    return `[${focused(page).tagName.toLowerCase()} has the keyboard, composer ${audience}, mode ${mode}, ${this.world.main.floorStore.connection.phase}]`;
  }

  /** Whether what is typed would be text somewhere now. */
  isAtText(at: WindowName): boolean {
    const page = this.page(at);
    return page !== null && isField(focused(page));
  }

  #judge(at: WindowName, stroke: Stroke, before: View & { readonly asked: number }): void {
    const key = stroke.does === 'key' ? stroke.key : stroke.does;
    const found = this.world.main.asked
      .slice(before.asked)
      .filter(({ name }) => !harmless.has(name))
      .map(({ name, request }) => `${name} ${JSON.stringify(request)}`);
    // A page that is still coming back to where it was moves by itself.
    const now = this.world.isLoading(at) ? before : this.#view(at);
    if (now.chat !== before.chat) found.push(`went from chat ${String(before.chat)} to ${String(now.chat)}`);
    if (now.place !== before.place) found.push(`went to ${now.place}`);
    if (now.layers > before.layers) found.push('opened a layer');
    for (const what of found) {
      this.commandsByLetter.push(`"${key}": ${what}`);
      this.world.note(`COMMAND by "${key}": ${what}`);
    }
  }

  #view(at: WindowName): View {
    const shown = this.all(at, at === 'main' ? '.chat-row [aria-current]' : '[data-tile][aria-current]')[0];
    return {
      chat: at === 'main' ? (shown?.querySelector('.customer')?.textContent ?? null) : (shown?.dataset['chat'] ?? null),
      place: this.all(at, 'nav [aria-current="page"]')[0]?.getAttribute('aria-label') ?? '',
      layers: this.all(at, '[data-layer], [role="dialog"]').length,
    };
  }
}
