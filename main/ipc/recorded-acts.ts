import type { Mode } from '../../preload/contract';
import type { Handlers } from './router';

/** Records acts that leave no trace in the floor, and the readers of messages. */
export interface ActRecorder {
  chatOpened(chatId: string): void;
  acknowledged(chatId: string, rules: readonly string[]): void;
  unacknowledged(chatId: string): void;
  message(message: {
    readonly requestId: string;
    readonly chatId: string;
    readonly to: 'everyone' | 'agents';
    readonly composedIn: Mode;
    readonly readers: readonly string[];
    readonly textLength: number;
  }): void;
}

type SendHandler = Handlers['chats.sendToEveryone'] | Handlers['chats.sendNoticeToEveryone'];

/** Returns the same handlers, which record these acts before they run. */
export function recordActs(handlers: Handlers, recorder: ActRecorder): Handlers {
  const sends = <H extends SendHandler>(handler: H, to: 'everyone' | 'agents'): H =>
    ((request: Parameters<SendHandler>[0], caller: Parameters<SendHandler>[1]) => {
      const { requestId, chatId, composedIn, readers, text } = request;
      recorder.message({ requestId, chatId, to, composedIn, readers, textLength: text.length });
      return (handler as (...given: unknown[]) => ReturnType<SendHandler>)(request, caller);
    }) as H;
  return {
    ...handlers,
    'chats.sendToEveryone': sends(handlers['chats.sendToEveryone'], 'everyone'),
    'chats.sendToAgents': sends(handlers['chats.sendToAgents'], 'agents'),
    'chats.sendNoticeToEveryone': sends(handlers['chats.sendNoticeToEveryone'], 'everyone'),
    'chats.sendNoticeToAgents': sends(handlers['chats.sendNoticeToAgents'], 'agents'),
    'window.setActiveChat': (request, caller) => {
      if (request.chatId !== null) recorder.chatOpened(request.chatId);
      return handlers['window.setActiveChat'](request, caller);
    },
    'attention.acknowledge': (request, caller) => {
      recorder.acknowledged(request.chatId, request.rules);
      return handlers['attention.acknowledge'](request, caller);
    },
    'attention.unacknowledge': (request, caller) => {
      recorder.unacknowledged(request.chatId);
      return handlers['attention.unacknowledge'](request, caller);
    },
  };
}
