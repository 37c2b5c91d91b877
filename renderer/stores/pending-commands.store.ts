import { defineStore } from 'pinia';
import { shallowReactive, shallowRef } from 'vue';
import type { AppError, Done, CommandKind, PendingCommand, Result } from '../../preload/contract';
import { whyNotAct } from '../../preload/contract/may-act';
import { useToastsStore } from './toasts.store';
import { useSessionStore } from './session.store';

export interface PendingQuery {
  readonly chatId?: string;
  readonly agentId?: string;
  readonly kinds?: readonly CommandKind[];
  readonly about?: string;
}

export interface CommandFailure {
  readonly command: PendingCommand;
  readonly error: AppError;
}

export interface CommandTarget {
  readonly kind: CommandKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** True while the caller shows the error itself, so that no toast repeats it. */
  readonly showsErrorInline?: () => boolean;
  /** The item within the chat, for commands of which several can be pending. */
  readonly about?: string;
  /** Called once with the result, if this window sees the command settle. */
  readonly onSettled?: (error: AppError | null) => void;
}

const mostRefused = 50;

/**
 * Refuses to send while the data may be stale, whatever the source: a key, a list, or a control rendered a moment ago.
 * Stepping back is always possible.
 */
function refusalNow(kind: CommandKind): AppError | null {
  return kind === 'monitor' ? null : whyNotAct(useSessionStore().connection);
}

/**
 * Pending commands. Main holds the authoritative list; the window adds an entry at the click, so that progress shows at
 * once and a second click on the same target sends nothing.
 */
export const usePendingCommandsStore = defineStore('pendingCommands', () => {
  const pending = shallowReactive(new Map<string, PendingCommand>());
  const lastFailure = shallowRef<CommandFailure | null>(null);
  const asked = new Map<string, CommandTarget>();
  /** Refused by the response to this window, while main's own report may still be on its way. */
  const refused = new Set<string>();

  function pendingFor(query: PendingQuery): PendingCommand | undefined {
    for (const command of pending.values()) {
      if (query.chatId !== undefined && command.chatId !== query.chatId) continue;
      if (query.agentId !== undefined && command.agentId !== query.agentId) continue;
      if (query.kinds !== undefined && !query.kinds.includes(command.kind)) continue;
      if (query.about !== undefined && command.about !== query.about) continue;
      return command;
    }
    return undefined;
  }

  function settle(command: PendingCommand, error: AppError | null): void {
    // A refusal arrives twice, by the response and by the settlement. The first one removes the entry and reports.
    const wasPending = pending.delete(command.requestId);
    const target = asked.get(command.requestId);
    asked.delete(command.requestId);
    const showsErrorInline = target?.showsErrorInline?.() ?? false;
    target?.onSettled?.(error);
    if (error === null || !wasPending) return;
    lastFailure.value = { command, error };
    if (!showsErrorInline) useToastsStore().addProblem(error);
  }

  /** Sends a command to main once. A second call for the same target while the first is pending sends nothing. */
  async function perform(
    target: CommandTarget,
    ask: (requestId: string) => Promise<Result<Done>>,
  ): Promise<Result<Done>> {
    const same = pendingFor({
      kinds: [target.kind],
      ...(target.chatId === null ? {} : { chatId: target.chatId }),
      ...(target.agentId === null ? {} : { agentId: target.agentId }),
      ...(target.about === undefined ? {} : { about: target.about }),
    });
    if (same !== undefined) return { ok: false, error: { code: 'command.alreadyPending' } };
    const { kind, chatId, agentId, about } = target;
    const error = refusalNow(kind);
    if (error !== null) {
      const command: PendingCommand = { requestId: '', kind, chatId, agentId, phase: 'sending', since: Date.now() };
      target.onSettled?.(error);
      lastFailure.value = { command, error };
      if (target.showsErrorInline?.() !== true) useToastsStore().addProblem(error);
      return { ok: false, error };
    }
    const requestId = crypto.randomUUID();
    const made: PendingCommand = { requestId, kind, chatId, agentId, phase: 'sending', since: Date.now() };
    const command = about === undefined ? made : { ...made, about };
    pending.set(requestId, command);
    asked.set(requestId, target);
    const result = await ask(command.requestId);
    if (!result.ok) {
      settle(command, result.error);
      refused.add(requestId);
      for (const oldest of [...refused].slice(0, -mostRefused)) refused.delete(oldest);
    }
    return result;
  }

  function replaceAll(commands: readonly PendingCommand[]): void {
    pending.clear();
    for (const command of commands) pending.set(command.requestId, command);
    for (const requestId of asked.keys()) if (!pending.has(requestId)) asked.delete(requestId);
  }

  /** Whether this window sent it and it is still pending. */
  function isAskedHere(requestId: string): boolean {
    return asked.has(requestId);
  }

  function change(command: PendingCommand): void {
    if (refused.has(command.requestId)) return;
    pending.set(command.requestId, command);
  }

  function forgetFailure(): void {
    lastFailure.value = null;
  }

  return { pending, lastFailure, pendingFor, isAskedHere, perform, replaceAll, change, settle, forgetFailure };
});
