import { watch } from 'vue';
import type { AppError, Chat, CommandKind } from '../../preload/contract';
import { isEnded } from '../domain/lists/chat-state';
import { useChatsStore } from './chats.store';
import { usePendingCommandsStore } from './pending-commands.store';
import { setTimer } from './set-timer';
import { useSessionStore } from './session.store';
import { useSettingsStore } from './settings.store';

/** Milliseconds. Longer than main tracks a command. */
const giveUpMs = 40_000;
const inline = { showsErrorInline: () => true } as const;

/**
 * Resolves when the floor shows the effect, or with the reason for its failure: an error of one of these kinds in the
 * chat, or a timeout.
 */
function shown(chatId: string, kinds: readonly CommandKind[], look: (chat: Chat | undefined) => 'yes' | 'no' | 'wait') {
  const [chats, pendingCommands, session] = [useChatsStore(), usePendingCommandsStore(), useSessionStore()];
  const before = pendingCommands.lastFailure;
  return new Promise<AppError | null>((resolve) => {
    const over = (error: AppError | null): void => {
      undoWatch();
      undoTimer();
      resolve(error);
    };
    const check = (): void => {
      const seen = look(chats.chats.get(chatId));
      const { lastFailure } = pendingCommands;
      const isOurs = lastFailure?.command.chatId === chatId && kinds.includes(lastFailure.command.kind);
      if (seen === 'yes') over(null);
      else if (!session.isSignedIn) over({ code: 'session.signedOut' });
      else if (lastFailure !== null && lastFailure !== before && isOurs) over(lastFailure.error);
      else if (seen === 'no') over({ code: 'command.refused' });
    };
    const undoTimer = setTimer(() => {
      over({ code: 'command.outcomeUnknown' });
    }, giveUpMs);
    const undoWatch = watch(
      [() => chats.chats.get(chatId), () => pendingCommands.lastFailure, () => session.isSignedIn],
      check,
      {
        flush: 'sync',
      },
    );
    check();
  });
}

/**
 * Joins a running chat in monitor mode without confirmation; the invitation that follows is accepted. `null`: joined.
 */
export async function joinSilently(chatId: string, agentId: string): Promise<AppError | null> {
  const chats = useChatsStore();
  const settings = useSettingsStore();
  let wasInvited = false;
  const requested = await chats.intrude({ agentId, chatId, mode: 'monitor' }, inline);
  if (!requested.ok) return requested.error;
  return shown(chatId, ['intrude', 'accept'], (chat) => {
    if (chat?.state === 'active') return 'yes';
    if (chat?.state === 'invited' && chat.allowedActions.includes('accept') && !wasInvited) {
      wasInvited = true;
      // With the setting on, main accepts invitations itself.
      if (!settings.settings.acceptsInvitations) void chats.accept(chatId, inline);
    }
    const isOver = chat === undefined || isEnded(chat);
    return isOver && (wasInvited || chat?.state === 'joinFailed') ? 'no' : 'wait';
  });
}

/** Leaves a chat. `null`: left. */
export async function leaveAndSee(chatId: string): Promise<AppError | null> {
  const requested = await useChatsStore().leave(chatId, inline);
  if (!requested.ok) return requested.error;
  return shown(chatId, ['leave'], (chat) => (chat === undefined || isEnded(chat) ? 'yes' : 'wait'));
}
