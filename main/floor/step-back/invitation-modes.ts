import type { FloorChange, Mode } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import type { FloorStore } from '../floor-store';

/**
 * Modes of this supervisor's intrude requests by chat id, until the invitation is answered. The server does not repeat
 * the mode in its invitation.
 */
export class InvitationModes {
  readonly #open = new Map<string, Mode>();
  readonly #disposers: readonly Disposer[];

  constructor(floorStore: Pick<FloorStore, 'subscribe' | 'onSignal'>) {
    this.#disposers = [
      floorStore.subscribe(({ changes }) => {
        for (const change of changes) this.#note(change);
      }),
      floorStore.onSignal((signal) => {
        if (signal.type === 'sessionClosed') this.#open.clear();
      }),
    ];
  }

  get open(): ReadonlyMap<string, Mode> {
    return this.#open;
  }

  dispose(): void {
    for (const dispose of this.#disposers) dispose();
  }

  #note(change: FloorChange): void {
    if (change.type === 'commandPending' && change.command.kind === 'intrude') {
      const { chatId, mode } = change.command;
      if (chatId !== null && mode !== undefined) this.#open.set(chatId, mode);
    }
    const isRefused = change.type === 'commandSettled' && change.command.kind === 'intrude' && change.error !== null;
    // After an unknown outcome the invitation may still arrive.
    if (isRefused && change.error.code !== 'command.outcomeUnknown') this.#open.delete(change.command.chatId ?? '');
    if (change.type === 'chatRemoved') this.#open.delete(change.chatId);
    if (change.type === 'chatChanged' && change.chat.state !== 'invited') this.#open.delete(change.chat.id);
  }
}
