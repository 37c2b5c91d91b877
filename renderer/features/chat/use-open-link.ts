import { currentBridge } from '../../bridge/bridge';
import { useToastsStore } from '../../stores/toasts.store';

/** Opens an address in the browser, or reports why it was not opened. */
export function useOpenLink(): (url: string) => Promise<void> {
  const toasts = useToastsStore();
  return async (url) => {
    const result = await currentBridge().invoke('links.open', { url });
    if (!result.ok) toasts.addProblem(result.error);
  };
}
