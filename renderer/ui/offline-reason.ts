import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

const actingKey: InjectionKey<ComputedRef<string | null>> = Symbol('why nothing can be done');

/** For a window's root: the reason, as text, why nothing that needs the server is possible; `null` if it is. */
export function provideOfflineReason(disabledReason: ComputedRef<string | null>): void {
  provide(actingKey, disabledReason);
}

/**
 * For controls with `needsServer`: they are disabled, with this reason, while the server is unavailable. They keep the
 * focus, because the reason may pass at any moment.
 */
export function useOfflineReason(needsServer: () => boolean = () => true): ComputedRef<string | null> {
  const disabledReason = inject(
    actingKey,
    computed(() => null),
  );
  return computed(() => (needsServer() ? disabledReason.value : null));
}
