import { reasonFrom, secondsSince, type ChatView, type Rule } from '../chat-view';

/** The chat goes on and on. */
export const longHandling: Rule = (view) => {
  const since = startOf(view);
  return reasonFrom('longHandling', view, secondsSince(since, view.now), { since });
};

/** When the chat began; where the server does not say, when it was first seen to go on. */
export function startOf({ chat, trace }: Pick<ChatView, 'chat' | 'trace'>): number {
  return Math.min(chat.receivedAt ?? chat.firstSeenAt, trace.startedAt ?? Infinity);
}
