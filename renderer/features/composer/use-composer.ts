import { computed, onScopeDispose, watch } from 'vue';
import type { Chat, DraftPlace } from '../../../preload/contract';
import { charactersLeft, composeBlock } from '../../domain/modes/composing';
import { createTypingSignal } from '../../domain/time/typing-signal';
import { useChatsStore } from '../../stores/chats.store';
import { useDraftsStore } from '../../stores/drafts.store';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useSendErrorsStore } from '../../stores/send-errors.store';
import { useSendingStore } from '../../stores/sending.store';
import { useSessionStore } from '../../stores/session.store';
import type { FieldState } from './use-composer-place';

interface ComposedField {
  readonly chat: Chat;
  readonly place: DraftPlace;
  readonly state: FieldState;
}

/**
 * A draft and its sending. The draft belongs to its place while its field is shown. Only an open field sends, and
 * reports typing.
 */
export function useComposer(field: () => ComposedField) {
  const chats = useChatsStore();
  const drafts = useDraftsStore();
  const pendingCommands = usePendingCommandsStore();
  const refusals = useSendErrorsStore();
  const session = useSessionStore();

  const text = computed(() => drafts.textOf(field().place));
  const isModeChanging = computed(
    () =>
      pendingCommands.pendingFor({ chatId: field().place.chatId, kinds: ['monitor', 'coach', 'bargeIn'] }) !==
      undefined,
  );
  const block = computed(() =>
    composeBlock({
      chat: field().chat,
      audience: field().place.audience,
      connection: session.connection.phase,
      isModeChanging: isModeChanging.value,
      text: text.value,
    }),
  );
  const refusal = computed(() => refusals.of({ ...field().place, text: text.value }));
  const left = computed(() => charactersLeft(text.value));

  function write(next: string): void {
    drafts.write({ ...field().place, text: next });
    if (next === '' || block.value !== null || field().state !== 'open') typing.stopped();
    else typing.typed();
  }

  function send(): void {
    if (field().state !== 'open' || block.value !== null || text.value.trim() === '') return;
    typing.stopped();
    void useSendingStore().send({ ...field().place, text: text.value });
  }

  const typing = createTypingSignal({
    say: (isTyping) => {
      const { chatId, mode, audience } = field().place;
      chats.typing({ chatId, composedIn: mode, to: audience, isTyping });
    },
    elapsedMs: () => performance.now(),
    setTimer: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  // Those who received "typing" must receive "stopped" while they are still the readers.
  watch(() => field().state, typing.stopped, { flush: 'sync' });
  onScopeDispose(typing.stopped);

  return { text, block, refusal, left, write, send, stopTyping: typing.stopped };
}
