import type { PlacedChat } from '../../domain/chat-order';
import type { ChatGroup } from '../../domain/chat-state';

/** What the virtual list draws: a heading where a group begins that needs one, and the chats. */
export type ListItem =
  | { readonly type: 'heading'; readonly key: string; readonly group: ChatGroup; readonly count: number }
  | {
      readonly type: 'chat';
      readonly key: string;
      readonly id: string;
      readonly group: ChatGroup;
      readonly place: number;
    };

export function listItems(shown: readonly PlacedChat[]): ListItem[] {
  const items: ListItem[] = [];
  const hasInvitations = shown.some(({ group }) => group === 'invited');
  shown.forEach(({ id, group }, place) => {
    const isFirst = shown[place - 1]?.group !== group;
    // Live chats are what the list is: they need a heading only to be told from invitations above them.
    if (isFirst && (group !== 'live' || hasInvitations)) {
      const count = shown.filter((chat) => chat.group === group).length;
      items.push({ type: 'heading', key: `heading-${group}`, group, count });
    }
    items.push({ type: 'chat', key: id, id, group, place });
  });
  return items;
}

const heights = {
  comfortable: { heading: 34, invited: 92, live: 84, ended: 54 },
  compact: { heading: 28, invited: 80, live: 66, ended: 44 },
} as const;

/** Every kind of row has one height, so that a place in the list is a place on the screen. */
export function heightOf(item: ListItem, density: 'comfortable' | 'compact'): number {
  return heights[density][item.type === 'heading' ? 'heading' : item.group];
}
