import { computed } from 'vue';
import type { Chat, Composition, Done, Result } from '../../../preload/contract';
import { readerIds } from '../../../preload/contract/readers';
import type { Audience } from '../../domain/readers';
import { usePanelDraftsStore } from '../../stores/panel-drafts.store';
import type { PanelDraftKey } from '../../stores/panel-drafts.store';

/** The unsent text of a panel, always the one of this chat, its confirmed mode and these readers. */
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

  /** Sends it to those it was begun for. Refused because they are others now, it may go to them at the next try: they are named. */
  async function sendComposed(ask: (composition: Composition) => Promise<Result<Done>>): Promise<Result<Done>> {
    const begun = place();
    const result = await ask({ composedIn: begun.mode, readers: store.readersOf(begun) ?? readersNow() });
    if (!result.ok && result.error.code === 'command.readersDiffer') store.readdress(begun, readersNow());
    return result;
  }

  return { text, sendComposed };
}
