import type { ShallowRef } from 'vue';
import { useWhyStore } from '../../stores/why.store';

/** Returns the function that explains a row's place: next to the row, which gets the focus back. */
export function useExplain(viewport: Readonly<ShallowRef<HTMLElement | null>>): (chatId: string) => void {
  const why = useWhyStore();
  return (chatId) => {
    const row = viewport.value?.querySelector<HTMLElement>(`[data-chat="${CSS.escape(chatId)}"] [data-part="open"]`);
    why.ask(chatId, row ?? null);
  };
}
