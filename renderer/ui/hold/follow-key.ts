const modifiers = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock)$/u;

/**
 * Follows a pressed key until it is up. Its repetition is swallowed until then: what the press brings about may put a text field
 * under the hand, and the repetition must not write there, let alone send. `onEnd` runs once: when the key comes up, the window
 * loses the keyboard, or another key is pressed, which is how people type and not how they hold. Returns the disposer.
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
