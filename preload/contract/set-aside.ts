import type { SetAside } from './model/chat-list';

/** Returns whether a chat is still snoozed. Used by the list, the attention order and the notifications. */
export function isStillAside(
  snooze: SetAside,
  known: { readonly now: number; readonly lastIndex: number | null },
): boolean {
  switch (snooze.until) {
    case 'broughtBack':
      return true;
    case 'time':
      return known.now < snooze.at;
    case 'news':
      return known.lastIndex === null || (snooze.after !== null && known.lastIndex <= snooze.after);
  }
}
