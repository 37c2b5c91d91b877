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
  /** True while a failure of it is told where it was asked for, so that no toast need repeat it. */
  readonly showsErrorInline?: () => boolean;
  /** What in the chat it is about, where there can be several. */
  readonly about?: string;
  /** Told once how it ended, as long as this window sees it end. */
  readonly onSettled?: (error: AppError | null) => void;
}

const mostRefused = 50;

/**
 * While the picture may be old nothing is asked by it, however the wish was made: by a key, a list, or a control that was
 * drawn a moment ago. The way back to silent is always open.
 */
function refusalNow(kind: CommandKind): AppError | null {
  return kind === 'monitor' ? null : whyNotAct(useSessionStore().connection);
}

/**
 * What the supervisor asked for and has not seen happen yet. Main holds the truth of it; an entry is made here at the click,
 * so that progress shows at once, and a second click on the same thing finds it and asks nothing again.
 */
export const usePendingCommandsStore = defineStore('intents', () => {
  const pending = shallowReactive(new Map<string, PendingCommand>());
  const lastFailure = shallowRef<CommandFailure | null>(null);
  const asked = new Map<string, CommandTarget>();
  /** Asked for here and refused by the reply, while what main told of its way may still be coming. */
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
    // A refusal is told twice, by the reply and by the settlement; whichever comes first takes the entry and speaks.
    const wasPending = pending.delete(intent.requestId);
    const target = asked.get(intent.requestId);
    asked.delete(intent.requestId);
    const showsErrorInline = target?.showsErrorInline?.() ?? false;
    target?.onSettled?.(error);
    if (error === null || !wasPending) return;
    lastFailure.value = { intent, error };
    if (!showsErrorInline) useToastsStore().addProblem(error);
  }

  /** Asks main once for what `target` names. A second ask while the first is under way is answered without asking. */
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

  function replaceAll(intents: readonly PendingCommand[]): void {
    pending.clear();
    for (const intent of intents) pending.set(intent.requestId, intent);
    for (const requestId of asked.keys()) if (!pending.has(requestId)) asked.delete(requestId);
  }

  /** Whether it was asked for in this window and is still under way. */
  function isAskedHere(requestId: string): boolean {
    return asked.has(requestId);
  }

  function change(intent: PendingCommand): void {
    if (refused.has(intent.requestId)) return;
    pending.set(intent.requestId, intent);
  }

  return { pending, lastFailure, pendingFor, isAskedHere, perform, replaceAll, change, settle };
});
