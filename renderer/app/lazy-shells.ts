import { shallowRef, type ShallowRef } from 'vue';
import { loadLanguage, type Translator } from './use-language';

async function importShells() {
  const { AppShell, HeldSentence, WallShell } = await import('./shells');
  return { AppShell, HeldSentence, WallShell };
}

type Shells = Awaited<ReturnType<typeof importShells>>;

const shells = shallowRef<Shells | null>(null);
let loading: Promise<void> | null = null;

/**
 * Loads the shells and their texts once; later calls wait for the same load. A load that failed is repeated by the next
 * call.
 */
export function loadShells(translator: Translator): Promise<void> {
  loading ??= Promise.all([importShells(), loadLanguage(translator, 'rest')]).then(
    ([loaded]) => {
      shells.value = loaded;
    },
    (cause: unknown) => {
      loading = null;
      reportError(cause);
    },
  );
  return loading;
}

/** The shells, or `null` until they are loaded. */
export function useShells(): Readonly<ShallowRef<Shells | null>> {
  return shells;
}
