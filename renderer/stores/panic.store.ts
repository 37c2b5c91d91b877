import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef, watch } from 'vue';
import type { AppError } from '../../preload/contract';
import { isReachable } from '../domain/mode-offer';
import { isDecided, isHeard, modeKinds, silenceStanding, type SilenceStanding } from '../domain/silence';
import { useChatsStore } from './chats.store';
import { useIntentsStore } from './intents.store';
import { useSessionStore } from './session.store';

/** One line of the report. The names stay when the chat has gone. */
export interface SilencedChat {
  readonly chatId: string;
  readonly customerName: string | null;
  readonly agentName: string | null;
  readonly standing: SilenceStanding;
  /** Why it is not silent, where something failed. */
  readonly error: AppError | null;
}

type Asked = Pick<SilencedChat, 'customerName' | 'agentName' | 'error'>;

/**
 * Back to silent, with a report of what became of it, chat by chat.
 *
 * 1. `stepBack` asks for silence in every chat meant and opens the report. Pressed again, it asks once more wherever nothing
 *    is under way.
 * 2. A chat counts as silent by the mode the server confirmed, never by an answer to the asking.
 * 3. What failed waits for the supervisor, except where there was no line: it is asked again as soon as there is one.
 * 4. Until all is decided, a chat that turns visible without a wish made here, as one joined just now, belongs to it as well.
 * 5. Asked while the floor is not live, nothing is decided before it was live again: what happened meanwhile is not known yet.
 */
export const usePanicStore = defineStore('panic', () => {
  const chats = useChatsStore();
  const intents = useIntentsStore();
  const session = useSessionStore();

  const asked = shallowReactive(new Map<string, Asked>());
  const meant = shallowRef<'customers' | 'everybody' | null>(null);
  const isOpen = computed(() => meant.value !== null);
  const isBlind = shallowRef(false);

  const changesIn = (chatId: string) =>
    [...intents.pending.values()].filter((intent) => intent.chatId === chatId && modeKinds.includes(intent.kind));
  const heard = computed(() =>
    [...chats.chats.values()].filter((chat) => isHeard(chat, changesIn(chat.id))).map(({ id }) => id),
  );
  const report = computed<readonly SilencedChat[]>(() =>
    [...asked].map(([chatId, line]) => {
      const chat = chats.chats.get(chatId);
      const { error } = line;
      const { phase: connection } = session.connection;
      return { chatId, ...line, standing: silenceStanding({ chat, changes: changesIn(chatId), error, connection }) };
    }),
  );
  const isConfirmed = computed(
    () => !isBlind.value && report.value.every(({ standing }) => standing === 'silent' || standing === 'over'),
  );
  const isDecidedOn = computed(() => !isBlind.value && report.value.every(({ standing }) => isDecided(standing)));
  const meantNow = (): readonly string[] =>
    meant.value === 'everybody' ? heard.value : chats.visibleToCustomers.map(({ id }) => id);

  function ask(chatId: string): void {
    const { customerName = null, agentName = null } = chats.chats.get(chatId) ?? asked.get(chatId) ?? {};
    asked.set(chatId, { customerName, agentName, error: null });
    // What becomes of it is read from the chat, and from what fails. It may be under way already.
    void chats.switchMode(chatId, 'monitor', { isToldInPlace: () => isOpen.value });
  }

  function askAgain(): void {
    for (const { chatId, standing } of report.value)
      if (standing === 'failed' || standing === 'unreachable') ask(chatId);
  }

  /** `customers`: where a customer sees the supervisor; `everybody`: wherever anybody does or soon will. */
  function stepBack(from: 'customers' | 'everybody'): void {
    if (isConfirmed.value) asked.clear();
    meant.value = meant.value === 'everybody' && !isConfirmed.value ? 'everybody' : from;
    isBlind.value = session.connection.phase !== 'live';
    askAgain();
    for (const chatId of meantNow()) if (!asked.has(chatId)) ask(chatId);
  }

  function close(): void {
    meant.value = null;
    isBlind.value = false;
    asked.clear();
  }

  watch(
    () => intents.lastFailure,
    (failure) => {
      const chatId = failure?.intent.chatId ?? null;
      const line = chatId === null ? undefined : asked.get(chatId);
      if (failure === null || chatId === null || line === undefined || failure.intent.kind !== 'monitor') return;
      asked.set(chatId, { ...line, error: failure.error });
    },
    { flush: 'sync' },
  );
  watch(
    () => isReachable(session.connection.phase),
    (isBack) => {
      if (isBack && isOpen.value) askAgain();
    },
  );
  watch([heard, () => session.connection.phase], ([, phase]) => {
    const isTakenIn = isBlind.value || (meant.value === 'everybody' && !isDecidedOn.value);
    if (!isOpen.value || !isTakenIn) return;
    for (const chatId of meantNow()) if (!asked.has(chatId) && changesIn(chatId).length === 0) ask(chatId);
    if (phase === 'live') isBlind.value = false;
  });
  watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      if (!isSignedIn) close();
    },
  );

  return { isOpen, isBlind, meant, report, isConfirmed, isDecidedOn, stepBack, ask, close };
});
