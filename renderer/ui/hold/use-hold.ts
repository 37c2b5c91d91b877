import { onScopeDispose, readonly, shallowRef } from 'vue';
import { followKey } from './follow-key';

/** Milliseconds. Too long for an accidental press, short enough to act in time. */
export const holdMs = 600;

export interface HoldOptions {
  /** False: one press is enough. */
  readonly isNeeded: () => boolean;
  /** Whether the action is available. */
  readonly isOpen: () => boolean;
  /** `held`: held to the end. `pressed`: a single press, also from input that cannot hold, such as a screen reader. */
  readonly done: (how: 'pressed' | 'held') => void;
}

/**
 * A press that may have to be held. Released early, it does nothing; held to the end, it acts at that moment and not on
 * release. The key's repetition is suppressed until release: the action may focus a text field, where the repetition
 * must not type or send.
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

  /** For an action of the key map, which may also be chosen without a key. */
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
    // Releasing Space fires a click, which would count as a press.
    keyup: (event: KeyboardEvent) => {
      if (isNeeded() && event.key === ' ') event.preventDefault();
    },
    click: () => {
      const isOfHold = isAnswered;
      isAnswered = false;
      if (!isOfHold) done('pressed');
    },
  };

  // The component may be unmounted by its own action while the key is still down; its repetition stays suppressed until
  // release.
  onScopeDispose(release);
  return { isHolding: readonly(isHolding), listeners, pressKey };
}
