import type { VueWrapper } from '@vue/test-utils';
import type { Random } from '../../../main/base/random';

/** What a person's hands are on. */
export interface Hands {
  readonly window: VueWrapper;
  readonly random: Random;
}

interface Gesture {
  readonly name: string;
  readonly act: (hands: Hands) => void;
}

const words = ['order', 'refund', 'the', 'hello 12', 'Liefer', 'رقم', 'zz', ''];

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

function press(key: string, options: KeyboardEventInit & { readonly on?: Element } = {}): void {
  const { on = document.activeElement ?? document.body, ...rest } = options;
  const event = {
    key,
    code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
    bubbles: true,
    cancelable: true,
    ...rest,
  };
  on.dispatchEvent(new KeyboardEvent('keydown', event));
  on.dispatchEvent(new KeyboardEvent('keyup', event));
}

function write(field: Element, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Letters without a meaning for the console, as typed into the wrong window. `b`, `c` and `w` have one. */
const typedBlindly = ['h', 'o', 'y', 'i', 'e', '1', '9', ' ', 'Enter', 'Backspace', 'é', 'ß', 'ل', 'Tab', 'q'];

/** Everything a monitoring person does all day, and the slips of the hand that belong to it. */
export const gestures: readonly Gesture[] = [
  {
    name: 'opens a chat',
    act: ({ random }) => pick(random, all('.chat-row button'))?.click(),
  },
  {
    name: 'walks through the list by key',
    act: ({ random }) => {
      (document.activeElement as HTMLElement | null)?.blur();
      press(random() < 0.5 ? 'j' : 'k');
    },
  },
  {
    name: 'scrolls',
    act: ({ random }) => {
      const pane = pick(
        random,
        all('[data-testid="transcript"], main *').filter((one) => one.matches('[data-testid="transcript"]')),
      );
      if (pane === undefined) return;
      pane.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: random() < 0.5 ? -400 : 400 }));
      pane.scrollTop = Math.floor(random() * 3_000);
      pane.dispatchEvent(new Event('scroll'));
    },
  },
  {
    name: 'searches',
    act: ({ random }) => {
      press('f', { ctrlKey: true });
      const field = pick(random, all('[role="searchbox"], input[type="search"], [role="combobox"]'));
      if (field !== undefined) write(field, pick(random, words) ?? '');
      if (random() < 0.3) press('ArrowDown', field === undefined ? {} : { on: field });
      if (random() < 0.3) press('Escape', field === undefined ? {} : { on: field });
    },
  },
  {
    name: 'types without a field',
    act: ({ random }) => {
      (document.activeElement as HTMLElement | null)?.blur();
      for (let count = 0; count < 12; count += 1) press(pick(random, typedBlindly) ?? 'h');
    },
  },
  {
    name: 'types at the composer',
    act: ({ random }) => {
      press('r');
      const composer = document.querySelector('[data-testid="composer"]');
      if (composer === null) return;
      const target = composer.querySelector('textarea, input') ?? composer;
      write(target, 'I am only typing');
      for (const key of ['h', 'o', 'Enter']) press(key, { on: target });
      target.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      target.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'é' }));
      target.dispatchEvent(new Event('paste', { bubbles: true, cancelable: true }));
      target.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true }));
      if (random() < 0.5) target.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    },
  },
  {
    name: 'points at things',
    act: ({ random }) => {
      const thing = pick(random, all('main button, main li, main [title]'));
      for (const type of ['pointerenter', 'pointerover', 'mouseover', 'pointermove', 'pointerout', 'pointerleave'])
        thing?.dispatchEvent(new Event(type, { bubbles: true }));
    },
  },
  {
    name: 'selects and copies text',
    act: ({ random }) => {
      const bubble = pick(random, all('[data-look]'));
      if (bubble === undefined) return;
      document.getSelection()?.selectAllChildren(bubble);
      press('c', { ctrlKey: true, on: bubble });
    },
  },
  {
    name: 'goes to another place',
    act: ({ random }) => pick(random, all('nav button[aria-label]'))?.click(),
  },
  {
    name: 'clears away what is over',
    act: () => {
      for (const button of all('button')) {
        const name = button.getAttribute('aria-label') ?? button.textContent;
        if (name.includes('Remove from list')) button.click();
      }
    },
  },
  {
    name: 'goes back to the chats',
    act: () => {
      // Out of whatever is open, one on the other, and with all of the list: hands that stay in a dialog look at nothing.
      for (let open = 0; open < 2; open += 1) press('Escape');
      press('1', { ctrlKey: true });
      for (const field of all('[role="searchbox"], input[type="search"]')) write(field, '');
      (document.activeElement as HTMLElement | null)?.blur();
    },
  },
  {
    name: 'opens or closes the details',
    act: () => {
      press('.', { ctrlKey: true });
    },
  },
  {
    name: 'asks for the palette',
    act: ({ random }) => {
      press('k', { ctrlKey: true });
      const field = document.querySelector('[role="dialog"] input');
      if (field !== null) write(field, pick(random, words) ?? '');
    },
  },
  {
    name: 'asks for the keys',
    act: () => {
      press('?', { shiftKey: true, on: document.body });
    },
  },
  {
    name: 'closes what is open',
    act: () => {
      press('Escape');
    },
  },
  {
    name: 'presses the panic key with nobody to step back from',
    act: () => {
      press('Escape', { shiftKey: true });
    },
  },
  {
    name: 'looks away and back',
    act: () => {
      window.dispatchEvent(new Event('blur'));
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('focus'));
    },
  },
];
