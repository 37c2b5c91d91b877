import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

const actingKey: InjectionKey<ComputedRef<string | null>> = Symbol('why nothing can be done');

/** For a window's root: why nothing that takes the server can be done now, in words; `null`: it can. */
export function provideOfflineReason(disabledReason: ComputedRef<string | null>): void {
  provide(actingKey, disabledReason);
}

/**
 * For what is pressed: every control that takes the server says so (`acts`) and stands still, with the reason, while nothing
 * can be asked of it. It keeps the focus, since the reason may pass at any moment.
 */
export function useOfflineReason(acts: () => boolean = () => true): ComputedRef<string | null> {
  const disabledReason = inject(
    actingKey,
    computed(() => null),
  );
  return computed(() => (acts() ? disabledReason.value : null));
}
