import { computed, shallowRef } from 'vue';

/** The row under the pointer and the focused row, which must not move. */
export function useLockedRows() {
  const pointedId = shallowRef<string | null>(null);
  const focusedId = shallowRef<string | null>(null);
  const ids = computed(() => [...new Set([pointedId.value, focusedId.value])].filter((id) => id !== null));

  function chatAt(target: EventTarget | null): string | null {
    if (!(target instanceof Element)) return null;
    return target.closest<HTMLElement>('[data-chat]')?.dataset['chat'] ?? null;
  }

  return {
    focusedId,
    /** The pointer's row first. */
    lockedIds: (): readonly string[] => ids.value,
    pointAt: (event: PointerEvent): void => {
      pointedId.value = chatAt(event.target);
    },
    forget: (): void => {
      focusedId.value = null;
    },
    release: (): void => {
      pointedId.value = null;
    },
    focusOn: (event: FocusEvent): void => {
      focusedId.value = chatAt(event.target);
    },
    /** The focus left the list; a row that is only moved regains it at once. */
    blur: (event: FocusEvent, isMoving: boolean): void => {
      if (!isMoving && chatAt(event.relatedTarget) === null) focusedId.value = null;
    },
  };
}
