import type { Density } from '../../../preload/contract';
import type { ListGroup, PlacedChat } from '../../domain/chat-order';
import { rowHeights } from '../../domain/row-height';

/** What the virtual list draws: a heading where a group begins that needs one, and the chats. */
export type ListItem =
  | { readonly type: 'heading'; readonly key: string; readonly group: ListGroup; readonly count: number }
  | {
      readonly type: 'chat';
      readonly key: string;
      readonly id: string;
      readonly group: ListGroup;
      readonly place: number;
    };

export function listItems(shown: readonly PlacedChat[]): ListItem[] {
  const items: ListItem[] = [];
  const counts = new Map<ListGroup, number>();
  for (const { group } of shown) counts.set(group, (counts.get(group) ?? 0) + 1);
  // The head of the list speaks for what stands right below it: who needs a person, or that nobody does.
  const headed: ListGroup = counts.has('needsYou') ? 'needsYou' : 'live';
  shown.forEach(({ id, group }, place) => {
    const isFirst = shown[place - 1]?.group !== group;
    if (isFirst && !(place === 0 && group === headed)) {
      items.push({ type: 'heading', key: `heading-${group}`, group, count: counts.get(group) ?? 0 });
    }
    items.push({ type: 'chat', key: id, id, group, place });
  });
  return items;
}

const headingHeights = { comfortable: 28, compact: 24 } as const;

/** Every row has one height, so that a place in the list is a place on the screen and a chat that changes its group moves nothing. */
export function heightOf(item: ListItem, density: Density): number {
  return item.type === 'heading' ? headingHeights[density] : rowHeights[density];
}
