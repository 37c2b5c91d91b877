import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

const actingKey: InjectionKey<ComputedRef<string | null>> = Symbol('why nothing can be done');

/** For a window's root: why nothing that takes the server can be done now, in words; `null`: it can. */
export function provideActing(whyNot: ComputedRef<string | null>): void {
  provide(actingKey, whyNot);
}

/**
 * For what is pressed: every control that takes the server says so (`acts`) and stands still, with the reason, while nothing
 * can be asked of it. It keeps the focus, since the reason may pass at any moment.
 */
export function useActing(acts: () => boolean = () => true): ComputedRef<string | null> {
  const whyNot = inject(
    actingKey,
    computed(() => null),
  );
  return computed(() => (acts() ? whyNot.value : null));
}
