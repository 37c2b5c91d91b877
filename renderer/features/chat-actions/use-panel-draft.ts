import { computed } from 'vue';
import type { Chat, Composition, Done, Result } from '../../../preload/contract';
import { readerIds } from '../../../preload/contract/readers';
import type { Audience } from '../../domain/modes/readers';
import { usePanelDraftsStore } from '../../stores/panel-drafts.store';
import type { PanelDraftKey } from '../../stores/panel-drafts.store';

/** The draft of a panel for this chat, its confirmed mode and these readers. */
export function usePanelDraft(chat: () => Chat, kind: PanelDraftKey['kind'], audience: () => Audience) {
  const store = usePanelDraftsStore();
  const place = (): PanelDraftKey => ({
    kind,
    chatId: chat().id,
    mode: chat().mode ?? 'monitor',
    audience: audience(),
  });
  const readersNow = (): readonly string[] => readerIds(chat().participants, audience());
  const text = computed({
    get: () => store.textOf(place()),
    set: (next) => {
      store.write(place(), next, readersNow());
    },
  });

  /**
   * Sends the draft to the readers it was begun for. If they changed, the send is refused and the panel names the new
   * readers; the next attempt goes to them.
   */
  async function sendComposed(ask: (composition: Composition) => Promise<Result<Done>>): Promise<Result<Done>> {
    const begun = place();
    const result = await ask({ composedIn: begun.mode, readers: store.readersOf(begun) ?? readersNow() });
    if (!result.ok && result.error.code === 'command.readersDiffer') store.readdress(begun, readersNow());
    return result;
  }

  return { text, sendComposed };
}
