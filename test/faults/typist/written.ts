import type { Audience } from './person';
import type { Stroke } from './sentences';
import type { WindowName } from './typist-world';

/** A sentence as the person knows it: its intended readers and its expected text so far. */
export class Written {
  readonly chatId: string;
  readonly audience: Audience;
  readonly at: WindowName;
  readonly how: string;
  /** Known readers at the Enter who were not readers at the first letter. */
  strangers: readonly string[] = [];
  /** The complete intended text. */
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

  /** The text that must not be lost. */
  get text(): string {
    return (this.#owed ?? this.#text).trim();
  }

  /** The expected text, including later edits. */
  get asTyped(): string {
    return this.#text.trim();
  }

  get isAtEnd(): boolean {
    return this.#caret === this.#text.length;
  }

  /** The input method was interrupted: its composition stays as text. */
  cutOff(): void {
    this.settle();
    this.#insert(this.#composed);
    this.#composed = '';
  }

  /** The page is reloaded, and the caret returns at the end of the text. */
  pageGoes(): void {
    this.cutOff();
    this.#caret = this.#text.length;
  }

  /** Later input need not be preserved: the page was missing, or the person moved away. */
  settle(): void {
    // An uncorrected slip may have been corrected since.
    this.#owed ??= commonStart(this.#text, this.whole);
  }

  /** Returns whether the text contains all of it. */
  standsIn(text: string): boolean {
    const flat = flattened(text);
    return flat.includes(flattened(this.text)) || flat.includes(flattened(this.#text));
  }

  /** `isInText`: it reached a text field. What must be preserved does not depend on it. */
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
