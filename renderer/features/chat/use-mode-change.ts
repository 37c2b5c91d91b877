import { computed, shallowRef, watch } from 'vue';
import type { AppError, Chat, Mode, PendingCommand } from '../../../preload/contract';
import { mayBeSeen } from '../../../preload/contract/exposure';
import { modeOptionsFor } from '../../domain/modes/mode-option';
import type { ModeOption } from '../../domain/modes/mode-option';
import { useChatsStore } from '../../stores/chats.store';
import { useClockStore } from '../../stores/clock.store';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useSentenceStore } from '../../stores/sentence.store';
import { useSessionStore } from '../../stores/session.store';

const modeCommandKinds = ['monitor', 'coach', 'bargeIn'] as const;
const failureShownMs = 30_000;

/**
 * Whether choosing the mode attempts the change. An attempt without a live connection is refused, with the reason: a key that
 * did nothing would leave the letters typed after it to the shortcuts.
 */
export function isAttempted({ isConfirmed, reason }: ModeOption): boolean {
  return !isConfirmed && (reason === null || reason === 'offline');
}

/**
 * The supervisor's mode in one chat: confirmed, pending, available, failed. A pending mode is never shown as confirmed;
 * only `chat.mode` is.
 */
export function useModeChange(chat: () => Chat) {
  const chats = useChatsStore();
  const pendingCommands = usePendingCommandsStore();
  const session = useSessionStore();
  const clock = useClockStore();
  const sentence = useSentenceStore();

  const pending = computed<PendingCommand | undefined>(() =>
    pendingCommands.pendingFor({ chatId: chat().id, kinds: modeCommandKinds }),
  );
  const pendingMode = computed<Mode | null>(
    () => modeCommandKinds.find((mode) => mode === pending.value?.kind) ?? null,
  );
  const offers = computed<readonly ModeOption[]>(() =>
    modeOptionsFor({
      chat: chat(),
      connection: session.connection.phase,
      pendingMode: pendingMode.value,
      rights: session.policy.rights,
    }),
  );

  const failure = computed<{ mode: Mode; error: AppError } | null>(() => {
    const last = pendingCommands.lastFailure;
    const mode = modeCommandKinds.find((one) => one === last?.command.kind);
    if (last === null || mode === undefined || last.command.chatId !== chat().id || pending.value !== undefined)
      return null;
    if (chat().mode === mode || clock.now - last.command.since > failureShownMs) return null;
    return { mode, error: last.error };
  });

  /** The chat for which stepping back was requested while another mode was pending. */
  const silenceAwaitedIn = shallowRef<string | null>(null);
  const isSilenceAwaited = computed(() => silenceAwaitedIn.value === chat().id);

  function choose(mode: Mode, isHeld = false): void {
    const offer = offers.value.find((one) => one.mode === mode);
    if (offer === undefined) return;
    // The mode is already confirmed; the focus still moves to the field of that audience.
    if (offer.isConfirmed || pendingMode.value === mode) {
      sentence.writeRequest = { chatId: chat().id, mode, requestId: pending.value?.requestId ?? null };
      return;
    }
    if (!isAttempted(offer)) return;
    silenceAwaitedIn.value = null;
    void chats.switchMode(chat().id, mode, { isHeld });
  }

  const canStepBack = computed(() => {
    if (chat().state !== 'active') return false;
    if (pendingMode.value !== null) return pendingMode.value !== 'monitor';
    return mayBeSeen(chat());
  });

  /** Steps back at once, or as soon as the server can be reached. */
  function stepBack(): void {
    if (!canStepBack.value) return;
    if (chat().mode === 'monitor' || chat().mode === null) silenceAwaitedIn.value = chat().id;
    else choose('monitor');
  }

  // Stepping back outlives the mode change that it reverts. It is stored per supervisor, not per screen.
  watch([() => chat().mode, pending], ([mode, underWay]) => {
    if (!isSilenceAwaited.value || underWay !== undefined) return;
    silenceAwaitedIn.value = null;
    if (mode === 'coach' || mode === 'bargeIn') choose('monitor');
  });

  return { pending, pendingMode, offers, failure, isSilenceAwaited, canStepBack, choose, stepBack };
}
