import { readonly, shallowRef, type Ref } from 'vue';
import { isOfInputMethod } from './listen-to-keys';

/** Longest pause, in milliseconds, between two letters of one sentence that has no field any more. */
export const sentencePauseMs = 1_000;
/** Longest pause, in milliseconds, between two letters at typing speed. */
export const typingPauseMs = 300;
/** Letters at typing speed that may still be keys: `j` and `c` one after the other are, a word is not. */
const mostQuickKeys = 2;

/**
 * Keeps the letters of a sentence from being commands.
 *
 * 1. A sentence begins with a letter typed into a text field and is under way until a deliberate act: a click elsewhere, Escape,
 *    Tab, keys with Ctrl, or a key that did something, such as Enter that sends.
 * 2. While it is under way, letters and editing keys go to its field or nowhere: also when the field lost the keyboard, is
 *    covered or is gone. Nothing else hears them.
 * 3. Without a sentence, letters are commands, but not at typing speed and not right after a text.
 */
export interface SentenceGuard {
  /** Whether what is typed now is meant for this field. */
  isWriting(field: HTMLElement | null): boolean;
  /** The sentence goes on in this field, which has the keyboard. */
  moveTo(field: HTMLElement): void;
  /** The person chose what to do about the sentence. */
  release(): void;
  /** Keys went nowhere because a sentence was under way. */
  readonly isStray: Readonly<Ref<boolean>>;
}

export interface SentenceGuardOptions {
  /** Monotonic milliseconds. */
  readonly elapsedMs: () => number;
  /** Whether keys typed there are text. */
  readonly takesText: (target: EventTarget | null) => boolean;
}

type KeyMeaning = 'letter' | 'editing' | 'act' | 'none';

export function createSentenceGuard({ elapsedMs, takesText }: SentenceGuardOptions) {
  const isStray = shallowRef(false);
  /** The field of the sentence under way. */
  let field: HTMLElement | null = null;
  /** The field in which a deliberate act came last: what follows from that act is no surprise. */
  let restedIn: EventTarget | null = null;
  let lastTextMs = -Infinity;
  let lastKeyMs = -Infinity;
  let quick: string[] = [];

  function release(): void {
    field = null;
    isStray.value = false;
    lastTextMs = -Infinity;
    quick = [];
  }
  function moveTo(next: HTMLElement): void {
    field = next;
    restedIn = null;
    isStray.value = false;
    lastTextMs = elapsedMs();
  }

  /** Before anything else hears of the press. */
  function press(event: KeyboardEvent): void {
    const meaning = meaningOf(event);
    if (meaning === 'none') return;
    const { target } = event;
    if (field !== null && field !== target) strayed(event, meaning, field);
    else if (meaning === 'act') {
      restedIn = target;
      release();
    } else if (takesText(target) && target instanceof HTMLElement) {
      restedIn = null;
      if (meaning === 'letter') moveTo(target);
    } else if (meaning === 'letter' && !event.repeat && isAtTypingSpeed(event.key)) swallow(event);
  }

  function strayed(event: KeyboardEvent, meaning: KeyMeaning, home: HTMLElement): void {
    if (meaning === 'act') {
      if (isChoice(event)) swallow(event);
      release();
      return;
    }
    // Given the keyboard before the letter falls, the field gets it as if nothing had happened.
    if (home.isConnected) home.focus({ preventScroll: true });
    if (document.activeElement === home && event.key !== 'Enter') {
      lastTextMs = elapsedMs();
      event.stopImmediatePropagation();
      return;
    }
    isStray.value = document.activeElement !== home;
    swallow(event);
  }

  function isAtTypingSpeed(key: string): boolean {
    const now = elapsedMs();
    const isRightAfterText = now - lastTextMs < sentencePauseMs;
    // A blank between two words is part of their rhythm.
    if (key === ' ' && now - lastKeyMs < typingPauseMs) lastKeyMs = now;
    if (/\p{L}/u.test(key)) {
      quick = now - lastKeyMs < typingPauseMs ? [...quick.slice(-mostQuickKeys), key] : [key];
      lastKeyMs = now;
    }
    const isWord = quick.at(-1) === key && quick.length > mostQuickKeys && new Set(quick).size > 1;
    if (isRightAfterText || isWord) lastTextMs = now;
    return isRightAfterText || isWord;
  }

  /** After everything else heard of it: a key that did something but write ended the sentence. */
  function pressed(event: KeyboardEvent): void {
    if (event.target !== field || !event.defaultPrevented || meaningOf(event) !== 'editing') return;
    field = null;
    lastTextMs = elapsedMs();
    isStray.value = false;
  }

  function point(event: Event): void {
    const { target } = event;
    if (target instanceof Node && field?.contains(target) === true) return;
    release();
    restedIn = takesText(target) ? null : document.activeElement;
  }

  /** An input method and a paste write without a letter. */
  function wrote(event: Event): void {
    if (takesText(event.target) && event.target instanceof HTMLElement && (field === null || field === event.target))
      moveTo(event.target);
  }

  return {
    isStray: readonly(isStray),
    isWriting: (one: HTMLElement | null) =>
      one !== null && (field === one || (field === null && document.activeElement === one && restedIn !== one)),
    moveTo,
    release,
    /** Connects it with the keyboard; before any other listener. Returns the undo of both calls. */
    listenFirst(target: Window): () => void {
      const listeners: readonly (readonly [string, (event: Event) => void])[] = [
        ['keydown', whenKey(press)],
        ['pointerdown', point],
        ['compositionstart', wrote],
        ['paste', wrote],
      ];
      for (const [name, listener] of listeners) target.addEventListener(name, listener, true);
      return () => {
        for (const [name, listener] of listeners) target.removeEventListener(name, listener, true);
      };
    },
    /** After any other listener. */
    listenLast(target: Window): () => void {
      const listener = whenKey(pressed);
      target.addEventListener('keydown', listener);
      return () => {
        target.removeEventListener('keydown', listener);
      };
    },
  };
}

function whenKey(listener: (event: KeyboardEvent) => void): (event: Event) => void {
  return (event) => {
    if (event instanceof KeyboardEvent) listener(event);
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Ends the hold of a stray sentence and does nothing else. */
function isChoice({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (key === 'Escape' && !shiftKey) || key === 'Tab' || (key === 'Enter' && (ctrlKey || metaKey));
}

const modifierKeys = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock']);
const editingKeys = new Set([
  ...['Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);
/** With Ctrl or Command, what these do belongs to the text. */
const textChords = new Set([
  'a',
  'c',
  'v',
  'x',
  'y',
  'z',
  'backspace',
  'delete',
  'home',
  'end',
  'arrowleft',
  'arrowright',
]);

function meaningOf(event: KeyboardEvent): KeyMeaning {
  const { key } = event;
  if (modifierKeys.has(key)) return 'none';
  if (isOfInputMethod(event) || key === 'Dead' || key === 'Process') return 'letter';
  const isAltGraph = event.getModifierState('AltGraph');
  if ((event.ctrlKey || event.metaKey) && !isAltGraph)
    return textChords.has(key.toLowerCase()) && !(event.shiftKey && key === 'Backspace') ? 'none' : 'act';
  if (event.altKey && !isAltGraph && !isPrinted(key)) return 'act';
  if (isPrinted(key)) return event.altKey && !isAltGraph && !isMacLetter(key) ? 'act' : 'letter';
  return editingKeys.has(key) ? 'editing' : 'act';
}

function isPrinted(key: string): boolean {
  return Array.from(key).length === 1;
}

/** Option on a Mac types signs; elsewhere Alt and a letter is a menu. */
function isMacLetter(key: string): boolean {
  return !/^[a-z0-9]$/iu.test(key);
}
