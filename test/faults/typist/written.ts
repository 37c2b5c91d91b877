import type { Audience } from './person';
import type { Stroke } from './sentences';
import type { WindowName } from './typist-world';

/** A sentence as the person knows it: for whom it was begun, and what should stand there by now. */
export class Written {
  readonly chatId: string;
  readonly audience: Audience;
  readonly at: WindowName;
  readonly how: string;
  /** All that was meant to be written. */
  readonly whole: string;
  #text = '';
  #caret = 0;
  #composed = '';
  #isSettled = false;

  constructor(options: {
    readonly chatId: string;
    readonly audience: Audience;
    readonly at: WindowName;
    readonly how: string;
    readonly whole: string;
  }) {
    ({ chatId: this.chatId, audience: this.audience, at: this.at, how: this.how, whole: this.whole } = options);
  }

  /** What must not be lost. */
  get text(): string {
    return this.#text.trim();
  }

  /** Nothing typed from here on is owed: no page was there, or the person went elsewhere by an act of their own. */
  settle(): void {
    this.#isSettled = true;
  }

  apply(stroke: Stroke): void {
    if (this.#isSettled) return;
    switch (stroke.does) {
      case 'paste':
        this.#insert(stroke.text);
        return;
      case 'compose':
        this.#composed = stroke.text;
        return;
      case 'commit':
        this.#composed = '';
        this.#insert(stroke.text);
        return;
      case 'key':
        this.#press(stroke.key);
    }
  }

  get isComposing(): boolean {
    return this.#composed !== '';
  }

  #press(key: string): void {
    switch (key) {
      case 'Backspace':
        this.#text = this.#text.slice(0, Math.max(0, this.#caret - 1)) + this.#text.slice(this.#caret);
        this.#caret = Math.max(0, this.#caret - 1);
        return;
      case 'ArrowLeft':
        this.#caret = Math.max(0, this.#caret - 1);
        return;
      case 'ArrowRight':
        this.#caret = Math.min(this.#text.length, this.#caret + 1);
        return;
      default:
        this.#insert(key);
    }
  }

  #insert(text: string): void {
    this.#text = this.#text.slice(0, this.#caret) + text + this.#text.slice(this.#caret);
    this.#caret += text.length;
  }
}
