import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { Chat, Mode } from '../../../preload/contract';
import { audienceOf, charactersLeft, composeBlock } from '../../domain/composing';
import type { Audience } from '../../domain/readers';
import { createTypingSignal } from '../../domain/typing-signal';
import { useChatsStore } from '../../stores/chats.store';
import { useDraftsStore } from '../../stores/drafts.store';
import { useIntentsStore } from '../../stores/intents.store';
import { useRefusalsStore } from '../../stores/refusals.store';
import { useSessionStore } from '../../stores/session.store';

/**
 * One chat's unsent text and its way out.
 *
 * The text on the screen is always the draft of (chat, confirmed mode, audience), so a change of any of the three shows
 * another draft and leaves this one where it was. A send names the mode the text was composed in and takes the draft away
 * only when the server took the message; a refusal leaves every letter in place.
 */
export function useComposing(chat: () => Chat) {
  const chats = useChatsStore();
  const drafts = useDraftsStore();
  const intents = useIntentsStore();
  const refusals = useRefusalsStore();
  const session = useSessionStore();

  const isWhispering = shallowRef(false);
  const mode = computed<Mode>(() => chat().mode ?? 'monitor');
  const audience = computed<Audience>(() => audienceOf(mode.value, isWhispering.value));
  const text = computed({
    get: () => drafts.textOf(chat().id, mode.value, audience.value),
    set: (value) => {
      drafts.write({ chatId: chat().id, mode: mode.value, audience: audience.value, text: value });
    },
  });

  const isModeChanging = computed(
    () => intents.pendingFor({ chatId: chat().id, kinds: ['monitor', 'coach', 'bargeIn'] }) !== undefined,
  );
  const isSending = computed(
    () => intents.pendingFor({ chatId: chat().id, kinds: ['sendToEveryone', 'sendToAgents'] }) !== undefined,
  );
  const block = computed(() =>
    composeBlock({
      chat: chat(),
      audience: audience.value,
      connection: session.connection.phase,
      isModeChanging: isModeChanging.value,
      isSending: isSending.value,
      text: text.value,
    }),
  );

  const refusal = computed(() =>
    refusals.of({ chatId: chat().id, mode: mode.value, audience: audience.value, text: text.value }),
  );
  async function send(): Promise<void> {
    const composed = { chatId: chat().id, composedIn: mode.value, to: audience.value, text: text.value };
    if (block.value !== null || composed.text.trim() === '') return;
    typing.stopped();
    const draft = { chatId: composed.chatId, mode: composed.composedIn, audience: composed.to, text: composed.text };
    refusals.forget(draft);
    const result = await chats.send(composed);
    if (!result.ok) {
      refusals.note(draft, result.error);
      return;
    }
    // What was typed while it was on its way is another message and stays.
    const now = drafts.textOf(composed.chatId, composed.composedIn, composed.to);
    if (now.startsWith(composed.text)) {
      const rest = now.slice(composed.text.length).trimStart();
      drafts.write({ chatId: composed.chatId, mode: composed.composedIn, audience: composed.to, text: rest });
    }
  }

  let told: { chatId: string; composedIn: Mode; to: Audience } | null = null;
  const typing = createTypingSignal({
    say: (isTyping) => {
      if (isTyping) told = { chatId: chat().id, composedIn: mode.value, to: audience.value };
      if (told !== null) chats.typing({ ...told, isTyping });
    },
    elapsedMs: () => performance.now(),
    later: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  function typed(): void {
    if (text.value === '' || block.value !== null || mode.value === 'monitor') typing.stopped();
    else typing.typed();
  }
  // Whoever was told "typing" must be told "stopped" as the readers they were, before others take their place.
  watch(
    [() => chat().id, mode, audience],
    () => {
      typing.stopped();
    },
    { flush: 'sync' },
  );
  watch(
    [() => chat().id, mode],
    () => {
      isWhispering.value = false;
    },
    { flush: 'sync' },
  );
  onScopeDispose(typing.stopped);

  const left = computed(() => charactersLeft(text.value));
  return {
    mode,
    audience,
    text,
    isWhispering,
    isModeChanging,
    isSending,
    block,
    refusal,
    left,
    send,
    typed,
    stopTyping: typing.stopped,
  };
}
