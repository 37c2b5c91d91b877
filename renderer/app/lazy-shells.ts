import { shallowRef, type ShallowRef } from 'vue';

async function importShells() {
  const { AppShell, WallShell } = await import('./shells');
  return { AppShell, WallShell };
}

type Shells = Awaited<ReturnType<typeof importShells>>;

const shells = shallowRef<Shells | null>(null);
let loading: Promise<void> | null = null;

/** Loads the shells once; later calls wait for the same load. A load that failed is repeated by the next call. */
export function loadShells(): Promise<void> {
  loading ??= importShells().then(
    (loaded) => {
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
