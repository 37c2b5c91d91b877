import type { Mode } from '../../../preload/contract';
import type { Chance } from '../world/chance';
import { settle } from '../world/sim-clock';
import { focused, Hands, isField } from './hands';
import type { Page } from './page';
import type { Stroke } from './sentences';
import type { TypistWorld, WindowName } from './typist-world';

export type Audience = 'agents' | 'everyone';

/** Commands that a letter may cause. Everything else is reading, saving a draft, or reporting the active chat. */
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
    // The settings read it when they open.
    'support.crashDumps',
    'app.info',
    'session.profile',
    'watches.saved',
  ],
  // Looks words up and changes nothing.
  'spelling.check',
  // The wall orders its tiles when a chat arrives or a page is loaded.
  ...['wall.read', 'wall.settle'],
]);

interface View {
  readonly chat: string | null;
  readonly place: string;
  readonly layers: number;
}

/** A supervisor at one or two windows, who finds elements by role and test id and types into the focused element. */
export class Person {
  readonly world: TypistWorld;
  readonly chance: Chance;
  /** Commands that a letter, a space or an arrow of a sentence ran. */
  readonly commandsByLetter: string[] = [];
  /** Operations that the person requested, with their chat. */
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

  /** Closes whatever is open over the page first. */
  async closeOverlays(at: WindowName): Promise<void> {
    for (let layer = 0; layer < 3 && this.all(at, '[data-layer], [role="dialog"]').length > 0; layer += 1) {
      this.hands(at).press('Escape');
      this.hands(at).release('Escape');
      await this.world.clock.run(300);
    }
  }

  /** Opens a chat; false if it is not found. */
  async openChat(at: WindowName, chatId: string): Promise<boolean> {
    await this.closeOverlays(at);
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

  /** Returns whether keys pressed in the window act on this chat. */
  #isBefore(at: WindowName, chatId: string): boolean {
    return at === 'wall' || this.rowOf(chatId)?.hasAttribute('aria-current') === true;
  }

  /** Presses the button of a mode until it takes effect; false if this chat has none. */
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

  /** Presses the key of a mode, outside every text field. */
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

  seesStrayNotice(at: WindowName): boolean {
    return this.all(at, '.stray[role="alert"]').length > 0;
  }

  intendMode(chatId: string, mode: Mode): void {
    this.intended.push({
      operation: { monitor: 'SwitchToMonitor', coach: 'SwitchToCoach', bargeIn: 'SwitchToBargeIn' }[mode],
      chatId,
    });
    this.world.note(`wants ${mode} in ${chatId}`);
  }

  /** A locked draft is handled first: it stays unsent, and the field of the current readers replaces it. */
  async answerHeld(at: WindowName, chatId: string): Promise<void> {
    const composer = this.composer(at, chatId);
    const field = composer?.querySelector('textarea') ?? null;
    if (composer?.dataset['state'] !== 'held' || field === null) return;
    this.hands(at).click(field);
    this.hands(at).press('Escape');
    this.hands(at).release('Escape');
    await this.world.clock.run(200);
  }

  /** Focuses the field for these readers with the caret at the end. */
  focusField(at: WindowName, chatId: string, audience: Audience): HTMLTextAreaElement | null {
    const composer = this.composer(at, chatId);
    if (composer?.dataset['audience'] !== audience) return null;
    const field = composer.querySelector('textarea');
    if (field === null) return null;
    this.hands(at).click(field);
    field.setSelectionRange(field.value.length, field.value.length);
    return field;
  }

  /** Performs one stroke of a sentence and records the commands it ran. Returns whether it reached a text field. */
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

  /** The visible state, for the trace. */
  scene(at: WindowName, chatId: string): string {
    const page = this.page(at);
    if (page === null) return 'no page';
    const { audience = 'none' } = this.composer(at, chatId)?.dataset ?? {};
    const mode = this.world.main.floorStore.chat(chatId)?.mode ?? 'none';
    return `[${focused(page).tagName.toLowerCase()} has the keyboard, composer ${audience}, mode ${mode}, ${this.world.main.floorStore.connection.phase}]`;
  }

  /** Returns whether typed text would go to a text field now. */
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
    // A page that is still restoring its position changes without input.
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
