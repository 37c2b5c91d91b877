import { watch } from 'vue';
import { useToastsStore } from '../../stores/toasts.store';
import { useSessionStore } from '../../stores/session.store';

/** Shows a toast when the console is connected to an unexpected address, and when another address cannot be used. */
export function notifyServerChange(): void {
  const session = useSessionStore();
  const toasts = useToastsStore();
  const server = (): string | null =>
    session.isSignedIn && session.connection.phase !== 'signedOut' ? session.serverInUse : null;
  const isAtFirst = (): boolean => session.connection.serverName === undefined;
  watch(
    server,
    (now, before) => {
      if (now === null) return;
      if (before === null || before === undefined) {
        if (!isAtFirst())
          toasts.add({ tone: 'info', key: 'connection.serverChanged.entered', values: { server: now } });
        return;
      }
      const key = isAtFirst() ? 'connection.serverChanged.back' : 'connection.serverChanged.moved';
      toasts.add({ tone: 'problem', key, values: { server: now } });
    },
    { immediate: true },
  );
  watch(
    () => session.connection.refusedBy,
    (server) => {
      if (server !== undefined)
        toasts.add({ tone: 'problem', key: 'connection.serverChanged.refused', values: { server } });
    },
    { immediate: true },
  );
}
