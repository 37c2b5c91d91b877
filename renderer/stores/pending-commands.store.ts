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
  readonly intent: PendingCommand;
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
    for (const intent of pending.values()) {
      if (query.chatId !== undefined && intent.chatId !== query.chatId) continue;
      if (query.agentId !== undefined && intent.agentId !== query.agentId) continue;
      if (query.kinds !== undefined && !query.kinds.includes(intent.kind)) continue;
      if (query.about !== undefined && intent.about !== query.about) continue;
      return intent;
    }
    return undefined;
  }

  function settle(intent: PendingCommand, error: AppError | null): void {
    // A refusal arrives twice, by the response and by the settlement. The first one removes the entry and reports.
    const wasPending = pending.delete(intent.requestId);
    const target = asked.get(intent.requestId);
    asked.delete(intent.requestId);
    const showsErrorInline = target?.showsErrorInline?.() ?? false;
    target?.onSettled?.(error);
    if (error === null || !wasPending) return;
    lastFailure.value = { intent, error };
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
      const intent: PendingCommand = { requestId: '', kind, chatId, agentId, phase: 'sending', since: Date.now() };
      target.onSettled?.(error);
      lastFailure.value = { intent, error };
      if (target.showsErrorInline?.() !== true) useToastsStore().addProblem(error);
      return { ok: false, error };
    }
    const requestId = crypto.randomUUID();
    const made: PendingCommand = { requestId, kind, chatId, agentId, phase: 'sending', since: Date.now() };
    const intent = about === undefined ? made : { ...made, about };
    pending.set(requestId, intent);
    asked.set(requestId, target);
    const result = await ask(intent.requestId);
    if (!result.ok) {
      settle(intent, result.error);
      refused.add(requestId);
      for (const oldest of [...refused].slice(0, -mostRefused)) refused.delete(oldest);
    }
    return result;
  }

  function replaceAll(commands: readonly PendingCommand[]): void {
    pending.clear();
    for (const intent of commands) pending.set(intent.requestId, intent);
    for (const requestId of asked.keys()) if (!pending.has(requestId)) asked.delete(requestId);
  }

  /** Whether this window sent it and it is still pending. */
  function isAskedHere(requestId: string): boolean {
    return asked.has(requestId);
  }

  function change(intent: PendingCommand): void {
    if (refused.has(intent.requestId)) return;
    pending.set(intent.requestId, intent);
  }

  return { pending, lastFailure, pendingFor, isAskedHere, perform, replaceAll, change, settle };
});
