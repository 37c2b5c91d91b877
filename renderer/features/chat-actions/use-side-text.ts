import { computed } from 'vue';
import type { WritableComputedRef } from 'vue';
import type { Chat } from '../../../preload/contract';
import type { Audience } from '../../domain/readers';
import { useSideTextsStore } from '../../stores/side-texts.store';
import type { SideTextPlace } from '../../stores/side-texts.store';

/** The unsent text of a panel, always the one of this chat, its confirmed mode and these readers. */
export function useSideText(
  chat: () => Chat,
  kind: SideTextPlace['kind'],
  audience: () => Audience,
): WritableComputedRef<string> {
  const store = useSideTextsStore();
  const place = (): SideTextPlace => ({
    kind,
    chatId: chat().id,
    mode: chat().mode ?? 'monitor',
    audience: audience(),
  });
  return computed({
    get: () => store.textOf(place()),
    set: (text) => {
      store.write(place(), text);
    },
  });
}
