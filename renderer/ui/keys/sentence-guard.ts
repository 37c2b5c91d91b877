import { readonly, shallowRef, type Ref } from 'vue';
import { isOfInputMethod } from './listen-to-keys';

/** Milliseconds. The longest pause between two letters of a sentence whose field is gone. */
export const sentencePauseMs = 1_000;
/** Milliseconds. The longest pause between two letters at typing speed. */
export const typingPauseMs = 300;
/** The number of letters at typing speed that still count as shortcuts: `j` then `c` does, a word does not. */
const mostQuickKeys = 2;

/**
 * Prevents the letters of a sentence from triggering shortcuts.
 *
 * 1. A sentence begins with a letter typed into a text field. It ends with a deliberate act: a click elsewhere, Escape,
 *    Tab, keys with Ctrl, or a key that triggered something, such as Enter that sends.
 * 2. During a sentence, letters and editing keys go to its field or nowhere, even when the field has lost the focus, is
 *    covered or is gone. No other listener receives them.
 * 3. Without a sentence, letters are shortcuts, but not at typing speed, not directly after a text, and not directly after
 *    a field was refused that they were meant for.
 */
export interface SentenceGuard {
  /** Whether current typing belongs to this field. */
  isWriting(field: HTMLElement | null): boolean;
  /** The sentence continues in this field, which has the focus. */
  moveTo(field: HTMLElement): void;
  /** The field that the supervisor asked for is not possible, but the first letters for it may be on their way. */
  refused(): void;
  /** The supervisor decided what to do with the sentence. */
  release(): void;
  /** Keys were suppressed because of an unfinished sentence. */
  readonly isStray: Readonly<Ref<boolean>>;
}

export interface SentenceGuardOptions {
  /** Monotonic milliseconds. */
  readonly elapsedMs: () => number;
  /** Whether keys pressed there are text. */
  readonly takesText: (target: EventTarget | null) => boolean;
}

type KeyMeaning = 'letter' | 'editing' | 'act' | 'none';

export function createSentenceGuard({ elapsedMs, takesText }: SentenceGuardOptions) {
  const isStray = shallowRef(false);
  /** The field of the unfinished sentence. */
  let field: HTMLElement | null = null;
  /** The field of the last deliberate act, whose consequences are expected. Held weakly: it is only compared, and may be gone. */
  let restedIn: WeakRef<EventTarget> | null = null;
  let isRefused = false;
  let lastTextMs = -Infinity;
  let lastKeyMs = -Infinity;
  let quick: string[] = [];

  function release(): void {
    field = null;
    isRefused = false;
    isStray.value = false;
    lastTextMs = -Infinity;
    quick = [];
  }
  function restIn(target: EventTarget | null): void {
    restedIn = target === null ? null : new WeakRef(target);
  }
  function refused(): void {
    if (field !== null) return;
    lastTextMs = elapsedMs();
    isRefused = true;
  }
  function moveTo(next: HTMLElement): void {
    field = next;
    isRefused = false;
    restedIn = null;
    isStray.value = false;
    lastTextMs = elapsedMs();
  }

  /** Runs before any other key listener. */
  function press(event: KeyboardEvent): void {
    const meaning = meaningOf(event);
    if (meaning === 'none') return;
    const { target } = event;
    if (field !== null && field !== target) strayed(event, meaning, field);
    else if (meaning === 'act') {
      restIn(target);
      release();
    } else if (takesText(target) && target instanceof HTMLElement) {
      restedIn = null;
      if (meaning === 'letter') moveTo(target);
    } else if (isRefused && isStray.value) swallow(event);
    else if (meaning === 'letter' && !event.repeat && isAtTypingSpeed(event.key)) {
      isStray.value = isRefused;
      swallow(event);
    }
  }

  function strayed(event: KeyboardEvent, meaning: KeyMeaning, home: HTMLElement): void {
    if (meaning === 'act') {
      if (isChoice(event)) swallow(event);
      release();
      return;
    }
    // If the focus moves there before the letter is inserted, the field receives it as usual.
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
    // A space between two words is part of the typing rhythm.
    if (key === ' ' && now - lastKeyMs < typingPauseMs) lastKeyMs = now;
    if (/\p{L}/u.test(key)) {
      quick = now - lastKeyMs < typingPauseMs ? [...quick.slice(-mostQuickKeys), key] : [key];
      lastKeyMs = now;
    }
    const isWord = quick.at(-1) === key && quick.length > mostQuickKeys && new Set(quick).size > 1;
    if (isRightAfterText || isWord) lastTextMs = now;
    return isRightAfterText || isWord;
  }

  /** Runs after all other listeners: a key that triggered something other than text ended the sentence. */
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
    restIn(takesText(target) ? null : document.activeElement);
  }

  /** Input methods and pasting insert text without letter keys. */
  function wrote(event: Event): void {
    if (takesText(event.target) && event.target instanceof HTMLElement && (field === null || field === event.target))
      moveTo(event.target);
  }

  return {
    isStray: readonly(isStray),
    isWriting: (one: HTMLElement | null) =>
      one !== null &&
      (field === one || (field === null && document.activeElement === one && restedIn?.deref() !== one)),
    moveTo,
    refused,
    release,
    /** Connects it to the keyboard, before any other listener. Returns the disposer. */
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
    /** Runs after any other listener. */
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

/** Ends the capture of a stray sentence and does nothing else. */
function isChoice({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (key === 'Escape' && !shiftKey) || key === 'Tab' || (key === 'Enter' && (ctrlKey || metaKey));
}

const modifierKeys = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock']);
const editingKeys = new Set([
  ...['Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);
/** With Ctrl or Command these keys edit the text. */
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

/** Option on a Mac types characters; elsewhere Alt and a letter opens a menu. */
function isMacLetter(key: string): boolean {
  return !/^[a-z0-9]$/iu.test(key);
}
