import { computed, onBeforeUnmount, shallowRef, watch } from 'vue';
import type { Chat, DraftPlace, Draft, Mode } from '../../../preload/contract';
import { audienceOf, placeFor, placeKey, placeNow, whyHeld, type HeldWhy } from '../../domain/modes/composing';
import { modes } from '../../domain/modes/mode-option';
import { useDraftsStore } from '../../stores/drafts.store';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useSentenceStore } from '../../stores/sentence.store';
import { setTimer } from '../../stores/set-timer';
import { sentencePauseMs, type SentenceGuard } from '../../ui/keys/sentence-guard';

/**
 * `open`: its readers are confirmed and it can be sent. `waiting`: this window requested the field's mode, which is not
 * confirmed yet. `held`: its readers are no longer those of the selected chat, and it cannot be sent.
 */
export type FieldState = 'open' | 'waiting' | 'held';

export interface ShownField {
  readonly place: DraftPlace;
  /** The key of the field. Another key is another element, so that text typed into one field cannot end in another. */
  readonly key: string;
  readonly state: FieldState;
  readonly why: HeldWhy | null;
  /** The chat as last seen. */
  readonly chat: Chat;
  readonly takesFocus: boolean;
}

interface ComposerPlaceOptions {
  readonly chat: () => Chat | undefined;
  readonly guard: SentenceGuard;
  /** The text field on the screen. */
  readonly element: () => HTMLElement | null;
}

/**
 * Decides which draft the composer shows.
 *
 * It follows the confirmed mode and the audience of the selected chat. If they change while the supervisor is typing,
 * the field is held for its own audience until the supervisor decides. It is not held if this window requested the
 * change and nothing was typed since.
 */
export function useComposerPlace({ chat, guard, element }: ComposerPlaceOptions) {
  const drafts = useDraftsStore();
  const pendingCommands = usePendingCommandsStore();
  const sentence = useSentenceStore();
  const isWhispering = shallowRef(false);
  const shown = shallowRef<ShownField | null>(null);

  /** The mode that this window requested and that is not confirmed yet. */
  const askedMode = computed<Mode | null>(() => {
    const id = chat()?.id;
    if (id === undefined) return null;
    const asked = [...pendingCommands.pending.values()].filter(
      ({ chatId, requestId }) =>
        chatId === id && (pendingCommands.isAskedHere(requestId) || sentence.writeRequest?.requestId === requestId),
    );
    // Stepping back overrides any other pending change.
    return modes.find((mode) => asked.some(({ kind }) => kind === mode)) ?? null;
  });
  const current = computed<{ place: DraftPlace; key: string; isWaiting: boolean; chat: Chat } | null>(() => {
    const now = chat();
    if (now?.state !== 'active') return null;
    const isConfirmed = now.mode === 'coach' || now.mode === 'bargeIn';
    const mode = isConfirmed ? now.mode : askedMode.value;
    if (mode === null || mode === 'monitor') return null;
    const place = placeNow(now, mode, audienceOf(mode, isWhispering.value));
    return { place, key: placeKey(place), isWaiting: !isConfirmed, chat: now };
  });

  function show(takesFocus: boolean): void {
    const next = current.value;
    shown.value = next === null ? null : { ...next, state: next.isWaiting ? 'waiting' : 'open', why: null, takesFocus };
  }
  function hold({ place, key, chat: last }: Pick<ShownField, 'place' | 'key' | 'chat'>, why: HeldWhy): void {
    shown.value = { place, key, chat: last, state: 'held', why, takesFocus: true };
  }

  watch([() => chat()?.id, () => chat()?.mode], () => {
    isWhispering.value = false;
  });
  /** Whether this window requested the last change of the field: then the supervisor wants to write in the new one. */
  let isAskedFor = false;
  watch(askedMode, (mode) => {
    if (mode !== null) isAskedFor = true;
  });
  watch(
    askedMode,
    (mode) => {
      if (mode === null) isAskedFor = false;
    },
    { flush: 'post' },
  );
  watch([current, () => chat()?.id], ([next, chatId], [, chatIdBefore]) => {
    const before = shown.value;
    const isSameChat = before === null || before.place.chatId === next?.place.chatId;
    const takesFocus = next?.isWaiting === true || (isAskedFor && isSameChat);
    const isWriting = guard.isWriting(element());
    if (before !== null && before.key === next?.key) {
      // The readers are the same as before, so the text is still theirs.
      shown.value = { ...before, chat: next.chat, state: next.isWaiting ? 'waiting' : 'open', why: null };
      // The element is reused rather than mounted, so it does not take the focus itself.
      if (takesFocus && !isWriting) element()?.focus();
    } else if (before?.state === 'held' && (isWriting || (chatId === chatIdBefore && !isAskedFor))) {
      if (chatId === before.place.chatId) shown.value = { ...before, chat: chat() ?? before.chat };
    } else if (before !== null && isWriting) {
      hold(before, whyHeld(before.place, before.state === 'waiting', chat()));
    } else {
      show(takesFocus);
    }
  });
  begin();
  watch(
    () => sentence.writeRequest,
    (request) => {
      const field = shown.value;
      if (request === null || chat()?.id !== request.chatId || current.value?.place.mode !== request.mode) return;
      if (field?.key !== current.value.key || field.state === 'held') choose();
      const target = element();
      target?.focus();
      if (target !== null && shown.value?.state === 'waiting') guard.moveTo(target);
    },
    { flush: 'post' },
  );
  // A mode that is refused before anything was typed leaves nothing to hold. The field briefly accepts letters already
  // being typed.
  const isEmptyHold = computed(
    () => shown.value?.state === 'held' && shown.value.why === 'refused' && drafts.textOf(shown.value.place) === '',
  );
  watch(isEmptyHold, (isEmpty, _was, onCleanup) => {
    if (!isEmpty) return;
    onCleanup(
      setTimer(() => {
        guard.release();
        show(false);
      }, sentencePauseMs),
    );
  });

  /** Continues a sentence whose composer just closed or was lost in a reload. */
  function begin(): void {
    show(false);
    const now = chat();
    const held = sentence.homeless;
    if (now === undefined || held?.place.chatId !== now.id) return;
    sentence.homeless = null;
    const key = placeKey(held.place);
    if (key === shown.value?.key && held.why !== 'reloaded') show(true);
    else hold({ place: held.place, key, chat: now }, held.why);
  }

  onBeforeUnmount(() => {
    const field = shown.value;
    if (field === null || (field.state !== 'held' && !guard.isWriting(element()))) return;
    const why = field.why ?? whyHeld(field.place, field.state === 'waiting', chat());
    sentence.homeless = { place: field.place, why, chat: field.chat };
  });

  /** The place where a held text could be continued: the same audience, as it is now. */
  const nextPlace = computed<DraftPlace | null>(() => {
    const now = chat();
    const held = shown.value;
    if (now === undefined || held?.state !== 'held' || now.id !== held.place.chatId) return null;
    return placeFor(now, held.place.audience);
  });
  /** The supervisor keeps the text unsent with its readers; the field of the current readers replaces it. */
  function choose(): void {
    guard.release();
    // The supervisor has not decided about the field of another chat.
    show(shown.value?.why !== 'elsewhere');
  }
  /** The supervisor sends the text to the current readers. */
  function adopt(draft: Draft): void {
    const now = chat();
    const place = now === undefined ? null : placeFor(now, draft.audience);
    if (place === null || now === undefined) return;
    const written = drafts.textOf(place);
    drafts.write({ ...place, text: written === '' ? draft.text : `${written}\n${draft.text}` });
    drafts.clear(draft);
    isWhispering.value = now.mode === 'bargeIn' && place.audience === 'agents';
    guard.release();
    show(true);
  }
  function turn(): void {
    isWhispering.value = !isWhispering.value;
    show(true);
  }

  return { shown, isWhispering, nextPlace, choose, adopt, turn };
}
