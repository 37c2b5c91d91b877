import type { SetAside } from './model/chat-list';

/** Whether a chat that was set aside still is. The list, the order of attention and the notifications all ask here. */
export function isStillAside(
  one: SetAside,
  known: { readonly now: number; readonly lastIndex: number | null },
): boolean {
  switch (one.until) {
    case 'broughtBack':
      return true;
    case 'time':
      return known.now < one.at;
    case 'news':
      return known.lastIndex === null || (one.after !== null && known.lastIndex <= one.after);
  }
}
