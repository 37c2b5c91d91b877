import type { Chat, CommandRequest, Done, Result } from '../preload/contract';
import type { NewId } from './base/chance';
import { fireAndReport } from './base/fire-and-report';
import type { Logger } from './base/log';

export interface StepBackOptions {
  readonly floor: { snapshot(): { readonly chats: readonly Chat[] } };
  readonly monitor: (request: CommandRequest<'chats.monitor'>) => Promise<Result<Done>>;
  readonly newId: NewId;
  readonly log: Logger;
}

/** Chats in which anybody sees the supervisor. */
export function visibleChats(chats: readonly Chat[]): readonly Chat[] {
  return chats.filter((chat) => chat.state === 'active' && chat.mode !== null && chat.mode !== 'monitor');
}

/** Back to silent wherever anybody sees the supervisor, asked without a window: when there is none that works. */
export function createStepBack({ floor, monitor, newId, log }: StepBackOptions): () => void {
  return () => {
    for (const { id: chatId } of visibleChats(floor.snapshot().chats)) {
      const asked = monitor({ requestId: newId(), chatId }).then((result) => {
        if (!result.ok) {
          log.warn('Stepping back was not possible', { code: result.error.code });
        }
      });
      fireAndReport(asked, 'Stepping back to silent', log);
    }
  };
}
