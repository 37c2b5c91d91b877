const modifiers = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock)$/u;

/**
 * Follows a pressed key until it is released, and suppresses its repetition: the action may focus a text field, where
 * the repetition must not type or send. `onEnd` runs once: on release, when the window loses the focus, or when another
 * key is pressed, which is typing and not holding. Returns the disposer.
 */
export function followKey({ code }: Pick<KeyboardEvent, 'code'>, onEnd: () => void): () => void {
  let isEnded = false;
  const end = (): void => {
    if (isEnded) return;
    isEnded = true;
    onEnd();
  };
  const down = (event: KeyboardEvent): void => {
    if (event.code !== code) {
      if (!modifiers.test(event.key)) end();
    } else if (event.repeat) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const up = (event: KeyboardEvent): void => {
    if (event.code === code) dispose();
  };
  const dispose = (): void => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('keyup', up, true);
    window.removeEventListener('blur', dispose);
    end();
  };
  window.addEventListener('keydown', down, true);
  window.addEventListener('keyup', up, true);
  window.addEventListener('blur', dispose);
  return dispose;
}
