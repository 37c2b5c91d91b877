import { onScopeDispose, readonly, shallowRef } from 'vue';
import { followKey } from './follow-key';

/** Long enough that no slip of the hand lasts it, short enough not to lose the moment. */
export const holdMs = 600;

export interface HoldOptions {
  /** False: one press is enough. */
  readonly isNeeded: () => boolean;
  /** Whether it can be done at all now. */
  readonly isOpen: () => boolean;
  /** `held`: to the end. `pressed`: by one press, also where holding is needed but the means knows only presses, as a screen reader does. */
  readonly done: (how: 'pressed' | 'held') => void;
}

/**
 * A press that may have to be held. Released early it was nothing; held to the end it happens at that moment, not at the
 * release. The key that was held stays swallowed until it is up: what it brings about may put a text field under the hand,
 * and its repetition must not write there, let alone send.
 */
export function useHold({ isNeeded, isOpen, done }: HoldOptions) {
  const isHolding = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAnswered = false;
  let undoKey: (() => void) | null = null;

  function release(): void {
    clearTimeout(timer);
    isHolding.value = false;
  }
  function begin(): void {
    if (isHolding.value || !isOpen()) return;
    isHolding.value = true;
    timer = setTimeout(() => {
      release();
      if (isOpen()) done('held');
    }, holdMs);
  }

  function holdKey(event: KeyboardEvent): void {
    if (event.repeat) return;
    undoKey?.();
    undoKey = followKey(event, release);
    begin();
  }

  /** For an action of the key table, which may also be chosen without a key. */
  function pressKey(event: Pick<KeyboardEvent, 'target'>): void {
    if (isNeeded() && event instanceof KeyboardEvent) holdKey(event);
    else done('pressed');
  }

  const listeners = {
    pointerdown: (event: PointerEvent) => {
      isAnswered = isNeeded();
      if (isAnswered && event.button === 0) begin();
    },
    pointerup: release,
    pointerleave: release,
    pointercancel: release,
    blur: release,
    keydown: (event: KeyboardEvent) => {
      if (!isNeeded() || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      holdKey(event);
    },
    // A space that is let go of is a click, which would count as one made without a hand.
    keyup: (event: KeyboardEvent) => {
      if (isNeeded() && event.key === ' ') event.preventDefault();
    },
    click: () => {
      const isOfHold = isAnswered;
      isAnswered = false;
      if (!isOfHold) done('pressed');
    },
  };

  // The component goes when its wish is fulfilled; the key may still be down then, and stays swallowed until it is up.
  onScopeDispose(release);
  return { isHolding: readonly(isHolding), listeners, pressKey };
}
