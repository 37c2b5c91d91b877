import { defineStore } from 'pinia';
import { shallowReactive, shallowRef } from 'vue';
import type { AppError, Done, IntentKind, PendingIntent, Result } from '../../preload/contract';
import { useNoticesStore } from './notices.store';

export interface IntentQuery {
  readonly chatId?: string;
  readonly agentId?: string;
  readonly kinds?: readonly IntentKind[];
}

export interface IntentFailure {
  readonly intent: PendingIntent;
  readonly error: AppError;
}

export interface IntentTarget {
  readonly kind: IntentKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** True while a failure of it is told where it was asked for, so that no toast need repeat it. */
  readonly isToldInPlace?: () => boolean;
}

/**
 * What the supervisor asked for and has not seen happen yet. Main holds the truth of it; an entry is made here at the click,
 * so that progress shows at once, and a second click on the same thing finds it and asks nothing again.
 */
export const useIntentsStore = defineStore('intents', () => {
  const pending = shallowReactive(new Map<string, PendingIntent>());
  const lastFailure = shallowRef<IntentFailure | null>(null);
  const toldInPlace = new Map<string, () => boolean>();

  function pendingFor(query: IntentQuery): PendingIntent | undefined {
    for (const intent of pending.values()) {
      if (query.chatId !== undefined && intent.chatId !== query.chatId) continue;
      if (query.agentId !== undefined && intent.agentId !== query.agentId) continue;
      if (query.kinds !== undefined && !query.kinds.includes(intent.kind)) continue;
      return intent;
    }
    return undefined;
  }

  function settle(intent: PendingIntent, error: AppError | null): void {
    // A refusal is told twice, by the reply and by the settlement; whichever comes first takes the entry and speaks.
    const wasPending = pending.delete(intent.requestId);
    const isToldInPlace = toldInPlace.get(intent.requestId)?.() ?? false;
    toldInPlace.delete(intent.requestId);
    if (error === null || !wasPending) return;
    lastFailure.value = { intent, error };
    if (!isToldInPlace) useNoticesStore().addProblem(error);
  }

  /** Asks main once for what `target` names. A second ask while the first is under way is answered without asking. */
  async function perform(
    target: IntentTarget,
    ask: (requestId: string) => Promise<Result<Done>>,
  ): Promise<Result<Done>> {
    const same = pendingFor({
      kinds: [target.kind],
      ...(target.chatId === null ? {} : { chatId: target.chatId }),
      ...(target.agentId === null ? {} : { agentId: target.agentId }),
    });
    if (same !== undefined) return { ok: false, error: { code: 'command.alreadyPending' } };
    const { kind, chatId, agentId, isToldInPlace } = target;
    const requestId = crypto.randomUUID();
    const intent: PendingIntent = { requestId, kind, chatId, agentId, phase: 'sending', since: Date.now() };
    pending.set(requestId, intent);
    if (isToldInPlace !== undefined) toldInPlace.set(requestId, isToldInPlace);
    const result = await ask(intent.requestId);
    if (!result.ok) settle(intent, result.error);
    return result;
  }

  function replaceAll(intents: readonly PendingIntent[]): void {
    pending.clear();
    for (const intent of intents) pending.set(intent.requestId, intent);
  }

  function change(intent: PendingIntent): void {
    pending.set(intent.requestId, intent);
  }

  return { pending, lastFailure, pendingFor, perform, replaceAll, change, settle };
});
