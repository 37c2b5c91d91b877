import type {
  Chat,
  CommandRequest,
  ConnectionState,
  Done,
  IntentKind,
  PendingIntent,
  Result,
} from '../preload/contract';
import { mayBeSeen } from '../preload/contract/exposure';
import type { NewId } from './base/chance';
import type { Clock, Undo } from './base/clock';
import { fireAndReport } from './base/fire-and-report';
import type { Logger } from './base/log';

interface Picture {
  readonly chats: readonly Chat[];
  readonly connection: ConnectionState;
  readonly pending: readonly PendingIntent[];
}

export interface StepBackOptions {
  readonly floor: { snapshot(): Picture; subscribe(listener: () => void): Undo };
  readonly monitor: (request: CommandRequest<'chats.monitor'>) => Promise<Result<Done>>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Logger;
  /** In so many chats the supervisor is still seen and nothing more is tried. */
  readonly gaveUp: (chatCount: number) => void;
}

export interface StepBack {
  /** `afterMs`: a window that works is given so long to do it itself, so that it can say what became of it. */
  readonly everywhere: (afterMs: number) => void;
  readonly dispose: () => void;
}

/** How far one chat is. */
interface Wish {
  readonly madeAt: number;
  asks: number;
  nextAskAtMs: number;
  isRefused: boolean;
}

const gatherMs = 100;
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;
const mostAsks = 12;
const louder: readonly IntentKind[] = ['coach', 'bargeIn'];

/** Chats in which anybody sees the supervisor, or may. */
export function visibleChats(chats: readonly Chat[]): readonly Chat[] {
  return chats.filter(mayBeSeen);
}

/**
 * Back to silent wherever anybody sees the supervisor, without a window: it may be gone, loading, or hang.
 *
 * 1. The wish is kept for each chat that is heard at the moment of asking (asked while the floor is not live, also for those
 *    found when it is again) until the server's state shows it silent or over.
 * 2. Where stepping back is under way already, whoever asked for it, nothing is asked.
 * 3. What failed is asked again after growing pauses, and as soon as there is a line; what the server refuses is not. So many
 *    times and no more: then it is told.
 * 4. A louder mode asked for after the wish is the supervisor's newer word. With the session the wish ends.
 */
export function createStepBack(options: StepBackOptions): StepBack {
  const { floor, clock, log } = options;
  const wishes = new Map<string, Wish>();
  let isBlind = false;
  let undoLook: { readonly atMs: number; readonly undo: Undo } | null = null;

  const lookIn = (delayMs: number): void => {
    const atMs = clock.monotonicMs() + delayMs;
    if (undoLook !== null && undoLook.atMs <= atMs) {
      return;
    }
    undoLook?.undo();
    undoLook = { atMs, undo: clock.after(delayMs, look) };
  };
  const take = ({ chats, pending }: Picture, afterMs: number): void => {
    for (const chat of chats) {
      if (isHeard(chat, pending) && !wishes.has(chat.id)) {
        const nextAskAtMs = clock.monotonicMs() + afterMs;
        wishes.set(chat.id, { madeAt: clock.now(), asks: 0, nextAskAtMs, isRefused: false });
      }
    }
  };
  const end = (): void => {
    isBlind = false;
    wishes.clear();
    undoLook?.undo();
    undoLook = null;
  };

  const ask = (chatId: string, wish: Wish): void => {
    wish.nextAskAtMs = clock.monotonicMs() + Math.min(firstPauseMs * 2 ** wish.asks, longestPauseMs);
    wish.asks += 1;
    const asked = options.monitor({ requestId: options.newId(), chatId }).then((result) => {
      if (!result.ok) {
        const { code } = result.error;
        log.warn('Stepping back was not possible', { code });
        wish.isRefused = code === 'command.refused' || code === 'command.forbidden';
      }
      if (wishes.has(chatId)) {
        lookIn(gatherMs);
      }
    });
    fireAndReport(asked, 'Stepping back to silent', log);
  };

  function look(): void {
    undoLook = null;
    const picture = floor.snapshot();
    const { phase } = picture.connection;
    if (phase === 'signedOut') {
      end();
      return;
    }
    if (isBlind && phase === 'live') {
      take(picture, 0);
      isBlind = false;
    }
    let failed = 0;
    for (const [chatId, wish] of wishes) {
      const next = nextStep(picture, { chatId, wish, nowMs: clock.monotonicMs() });
      if (next === 'ask') {
        ask(chatId, wish);
      } else if (next !== 'wait') {
        wishes.delete(chatId);
        failed += next === 'failed' ? 1 : 0;
      }
    }
    if (failed > 0) {
      log.error('Stepping back was given up', { chats: failed });
      options.gaveUp(failed);
    }
    const due = [...wishes.values()].map(({ nextAskAtMs }) => nextAskAtMs - clock.monotonicMs()).filter((ms) => ms > 0);
    if (due.length > 0) {
      lookIn(Math.min(...due));
    }
  }

  const undoFollowing = floor.subscribe(() => {
    if (isBlind || wishes.size > 0) {
      lookIn(gatherMs);
    }
  });
  return {
    everywhere: (afterMs) => {
      const picture = floor.snapshot();
      wishes.clear();
      isBlind = picture.connection.phase !== 'live';
      take(picture, afterMs);
      if (afterMs === 0) {
        look();
      } else {
        lookIn(afterMs);
      }
    },
    dispose: () => {
      undoFollowing();
      end();
    },
  };
}

function isHeard(chat: Chat, pending: readonly PendingIntent[]): boolean {
  if (chat.state !== 'active') {
    return false;
  }
  return chat.mode !== 'monitor' || pending.some(({ chatId, kind }) => chatId === chat.id && louder.includes(kind));
}

function nextStep(
  { chats, connection, pending }: Picture,
  { chatId, wish, nowMs }: { readonly chatId: string; readonly wish: Wish; readonly nowMs: number },
): 'over' | 'failed' | 'ask' | 'wait' {
  const chat = chats.find(({ id }) => id === chatId);
  const own = pending.filter((intent) => intent.chatId === chatId);
  if (chat === undefined || !isHeard(chat, own) || own.some(isLouderSince(wish.madeAt))) {
    return 'over';
  }
  if (own.some(({ kind }) => kind === 'monitor')) {
    return 'wait';
  }
  if (wish.isRefused || wish.asks >= mostAsks) {
    return 'failed';
  }
  const hasLine = connection.phase === 'live' || connection.phase === 'catchingUp';
  return nowMs >= wish.nextAskAtMs && (hasLine || wish.asks === 0) ? 'ask' : 'wait';
}

function isLouderSince(madeAt: number): (intent: PendingIntent) => boolean {
  return ({ kind, since }) => louder.includes(kind) && since > madeAt;
}
