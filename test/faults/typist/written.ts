import type { Audience } from './person';
import type { Stroke } from './sentences';
import type { WindowName } from './typist-world';

/** A sentence as the person knows it: for whom it was begun, and what should stand there by now. */
export class Written {
  readonly chatId: string;
  readonly audience: Audience;
  readonly at: WindowName;
  readonly how: string;
  /** Known to read along when Enter was pressed, and not when the first letter was typed. */
  strangers: readonly string[] = [];
  /** All that was meant to be written. */
  readonly whole: string;
  #text = '';
  #caret = 0;
  #composed = '';
  #owed: string | null = null;

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
    return (this.#owed ?? this.#text).trim();
  }

  /** As it should stand there, with what the hand did to it since. */
  get asTyped(): string {
    return this.#text.trim();
  }

  get isAtEnd(): boolean {
    return this.#caret === this.#text.length;
  }

  /** The input method was interrupted: what it had composed stands there as text. */
  cutOff(): void {
    this.settle();
    this.#insert(this.#composed);
    this.#composed = '';
  }

  /** The page is loaded again, and the caret comes back behind all that stands there. */
  pageGoes(): void {
    this.cutOff();
    this.#caret = this.#text.length;
  }

  /** Nothing typed from here on is owed: no page was there, or the person went elsewhere by an act of their own. */
  settle(): void {
    // A slip that was not taken back yet may have been since.
    this.#owed ??= commonStart(this.#text, this.whole);
  }

  /** Whether all of it stands in this text. */
  standsIn(text: string): boolean {
    const flat = flattened(text);
    return flat.includes(flattened(this.text)) || flat.includes(flattened(this.#text));
  }

  /** `isInText`: it came to a text field. Of what is owed nothing depends on it. */
  apply(stroke: Stroke, isInText: boolean): void {
    if (this.#owed !== null && !isInText) return;
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

  get composed(): string {
    return this.#composed;
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

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

function flattened(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
