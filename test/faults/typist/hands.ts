import type { Page } from './page';

type Field = HTMLTextAreaElement | HTMLInputElement;

interface Composition {
  readonly field: Field;
  readonly from: number;
  text: string;
}

export interface Pressing {
  readonly isCtrl?: boolean;
  readonly isRepeat?: boolean;
}

/** What a browser does for keyboard, clipboard, input method and mouse, beyond the document's own events. */
export class Hands {
  readonly #page: () => Page | null;
  #composition: Composition | null = null;
  /** Compositions that ended early, with their field. */
  cutOff = 0;
  /** Whether the last stroke reached a text field. */
  isInText = false;

  constructor(page: () => Page | null) {
    this.#page = page;
  }

  composes(): boolean {
    return this.#composition !== null;
  }

  /** Presses a key, with the browser's default action unless prevented. Returns false if it was prevented. */
  press(key: string, { isCtrl = false, isRepeat = false }: Pressing = {}): boolean {
    const page = this.#page();
    this.isInText = false;
    if (page === null) return false;
    const target = focused(page);
    const isAllowed = target.dispatchEvent(this.#keyEvent(page, 'keydown', key, { isCtrl, isRepeat }));
    this.isInText = isAllowed && isField(focused(page));
    if (!isAllowed || isCtrl) return isAllowed;
    const now = focused(page);
    if (isField(now)) this.#edit(page, now, key);
    else if (key === 'Enter' && isButton(now)) now.click();
    return isAllowed;
  }

  release(key: string): void {
    const page = this.#page();
    if (page === null) return;
    const target = focused(page);
    const isAllowed = target.dispatchEvent(this.#keyEvent(page, 'keyup', key, {}));
    if (isAllowed && key === ' ' && isButton(target)) target.click();
  }

  paste(text: string): void {
    const page = this.#page();
    if (page === null) return;
    this.press('v', { isCtrl: true });
    const target = focused(page);
    const isAllowed = target.dispatchEvent(new page.realm.UIEvent('paste', { bubbles: true, cancelable: true }));
    if (isAllowed && isField(target)) insert(page, target, text, 'insertFromPaste');
    this.release('v');
  }

  /** One step of an input method. Without a text field the plain letter is typed. */
  compose(letter: string, text: string): void {
    this.isInText = false;
    const page = this.#page();
    if (page === null) return;
    const field = focused(page);
    this.#endIfLost(page);
    if (!isField(field)) {
      this.press(letter);
      this.release(letter);
      return;
    }
    if (!field.dispatchEvent(this.#keyEvent(page, 'keydown', 'Process', { isOfInputMethod: true }))) return;
    if (this.#composition === null) {
      field.dispatchEvent(compositionEvent(page, 'compositionstart', ''));
      this.#composition = { field, from: field.selectionStart ?? field.value.length, text: '' };
    }
    this.#draw(page, this.#composition, text);
    this.isInText = true;
    field.dispatchEvent(this.#keyEvent(page, 'keyup', letter, {}));
  }

  /** Ends the composition with this text; false if there was none. */
  commit(text: string): boolean {
    const page = this.#page();
    this.isInText = false;
    if (page === null) return false;
    this.#endIfLost(page);
    const composition = this.#composition;
    if (composition === null) return false;
    const { field } = composition;
    field.dispatchEvent(this.#keyEvent(page, 'keydown', 'Process', { isOfInputMethod: true }));
    if (this.#composition === null) return false;
    this.#draw(page, composition, text);
    this.isInText = true;
    this.#composition = null;
    field.dispatchEvent(compositionEvent(page, 'compositionend', text));
    return true;
  }

  click(element: HTMLElement): void {
    const page = this.#page();
    if (page === null) return;
    const down = new page.realm.PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 });
    element.dispatchEvent(down);
    if (element.dispatchEvent(new page.realm.MouseEvent('mousedown', { bubbles: true, cancelable: true }))) {
      const taker = element.closest<HTMLElement>('button, a[href], input, textarea, select, [tabindex]');
      if (taker === null) (page.document.activeElement as HTMLElement | null)?.blur();
      else taker.focus();
    }
    element.dispatchEvent(new page.realm.PointerEvent('pointerup', { bubbles: true, cancelable: true, button: 0 }));
    element.dispatchEvent(new page.realm.MouseEvent('mouseup', { bubbles: true, cancelable: true }));
    element.click();
  }

  /** Removes the focus, as a click on the background does. */
  letGo(): void {
    const active = this.#page()?.document.activeElement as HTMLElement | null | undefined;
    active?.blur();
  }

  #edit(page: Page, field: Field, key: string): void {
    const at = field.selectionStart ?? field.value.length;
    const end = field.selectionEnd ?? at;
    switch (key) {
      case 'Backspace':
        if (at === end && at === 0) return;
        field.setSelectionRange(at === end ? at - 1 : at, end);
        insert(page, field, '', 'deleteContentBackward');
        return;
      case 'ArrowLeft':
        field.setSelectionRange(Math.max(0, at - 1), Math.max(0, at - 1));
        return;
      case 'ArrowRight':
        field.setSelectionRange(Math.min(field.value.length, end + 1), Math.min(field.value.length, end + 1));
        return;
      case 'End':
        field.setSelectionRange(field.value.length, field.value.length);
        return;
      case 'Enter':
        if (field.tagName === 'TEXTAREA') insert(page, field, '\n', 'insertLineBreak');
        else field.form?.requestSubmit();
        return;
      default:
        if (Array.from(key).length === 1) insert(page, field, key, 'insertText');
    }
  }

  /** When the field is gone, unfocused or has other text, the composition stays as text. */
  #endIfLost(page: Page): void {
    const composition = this.#composition;
    if (composition === null) return;
    const { field, from, text } = composition;
    const stands = field.value.slice(from, from + text.length) === text;
    if (stands && focused(page) === field && field.isConnected) return;
    this.#composition = null;
    this.cutOff += 1;
    if (field.isConnected) field.dispatchEvent(compositionEvent(page, 'compositionend', text));
  }

  #draw(page: Page, composition: Composition, text: string): void {
    const { field, from } = composition;
    field.dispatchEvent(compositionEvent(page, 'compositionupdate', text));
    field.setSelectionRange(from, from + composition.text.length);
    composition.text = text;
    insert(page, field, text, 'insertCompositionText');
  }

  #keyEvent(
    page: Page,
    type: string,
    key: string,
    { isCtrl = false, isRepeat = false, isOfInputMethod = false }: Pressing & { isOfInputMethod?: boolean },
  ): Event {
    const code = /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : key;
    return new page.realm.KeyboardEvent(type, {
      ...{ key, code, repeat: isRepeat, ctrlKey: isCtrl, bubbles: true, cancelable: true },
      ...{ isComposing: isOfInputMethod && this.composes(), keyCode: isOfInputMethod ? 229 : 0 },
    });
  }
}

export function focused(page: Page): HTMLElement {
  return (page.document.activeElement ?? page.document.body) as HTMLElement;
}

export function isField(element: Element): element is Field {
  return element.matches(
    'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="password"], input[type="url"]',
  );
}

function isButton(element: Element): element is HTMLElement {
  return element.matches('button, a[href], summary');
}

function insert(page: Page, field: Field, text: string, inputType: string): void {
  const isComposing = inputType === 'insertCompositionText';
  const init = { data: text, inputType, isComposing, bubbles: true };
  if (!field.dispatchEvent(new page.realm.InputEvent('beforeinput', { ...init, cancelable: !isComposing }))) return;
  const at = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? at;
  field.value = field.value.slice(0, at) + text + field.value.slice(end);
  field.setSelectionRange(at + text.length, at + text.length);
  field.dispatchEvent(new page.realm.InputEvent('input', init));
}

function compositionEvent(page: Page, type: string, data: string): Event {
  return new page.realm.CompositionEvent(type, { data, bubbles: true, cancelable: true });
}
