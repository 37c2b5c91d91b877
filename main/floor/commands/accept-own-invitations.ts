import type { CommandRequest, Done, FloorChange, Result } from '../../../preload/contract';
import type { NewId } from '../../base/random';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { FloorStore } from '../floor-store';

export interface AutoAcceptOptions {
  readonly floorStore: FloorStore;
  readonly accept: (request: CommandRequest<'chats.accept'>) => Promise<Result<Done>>;
  /** Reads the supervisor's setting; evaluated for each invitation. */
  readonly isEnabled: (chatId: string) => boolean;
  readonly newId: NewId;
  readonly log: Logger;
}

/**
 * Accepts the invitation that follows an intrude request of this console, if the setting allows it. An invitation that
 * another supervisor sent is left to the user. One request accepts one invitation; a refused acceptance is left to the
 * supervisor.
 */
export function autoAcceptInvitations({ floorStore, accept, isEnabled, newId, log }: AutoAcceptOptions): Disposer {
  const requested = new Set<string>();

  function apply(change: FloorChange): void {
    if (change.type === 'commandPending' && change.command.kind === 'intrude' && change.command.chatId !== null)
      requested.add(change.command.chatId);
    if (change.type === 'commandSettled' && change.command.kind === 'intrude' && change.error !== null)
      requested.delete(change.command.chatId ?? '');
    if (change.type !== 'chatChanged' || !requested.has(change.chat.id)) return;
    const { id: chatId, state, allowedActions } = change.chat;
    if (state === 'invited' && !allowedActions.includes('accept')) return;
    requested.delete(chatId);
    if (state !== 'invited' || !isEnabled(chatId)) return;
    const acceptance = accept({ requestId: newId(), chatId }).then((result) => {
      if (!result.ok) log.warn('invitation could not be accepted automatically', { code: result.error.code });
    });
    runInBackground(acceptance, 'accepting an invitation', log);
  }

  const disposeChanges = floorStore.subscribe(({ changes }) => {
    for (const change of changes) apply(change);
  });
  const disposeSignals = floorStore.onSignal((signal) => {
    if (signal.type === 'sessionClosed') requested.clear();
  });
  return () => {
    disposeChanges();
    disposeSignals();
  };
}
