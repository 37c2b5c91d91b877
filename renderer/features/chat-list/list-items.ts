import type { Density } from '../../../preload/contract';
import type { ListGroup, OrderedChat, Section } from '../../domain/lists/chat-order';
import { rowHeights } from '../../domain/lists/row-height';

/** The items of the virtual list: chats, and a heading at the start of each group that needs one. */
export type ListItem =
  | {
      readonly type: 'heading';
      readonly key: string;
      readonly group: ListGroup;
      readonly count: number;
      /** The agent or team of the chats below, if the list is grouped by them. */
      readonly label: string | null;
    }
  | {
      readonly type: 'chat';
      readonly key: string;
      readonly id: string;
      readonly group: ListGroup;
      readonly place: number;
    };

export function listItems(
  shown: readonly OrderedChat[],
  sectionOf: (id: string) => Section | null = () => null,
): ListItem[] {
  const items: ListItem[] = [];
  const divisionOf = ({ id, group }: OrderedChat): { key: string; label: string | null } => {
    const section = group === 'active' ? sectionOf(id) : null;
    return { key: section === null ? group : `${group}-${section.key}`, label: section?.label ?? null };
  };
  const counts = new Map<string, number>();
  for (const chat of shown) counts.set(divisionOf(chat).key, (counts.get(divisionOf(chat).key) ?? 0) + 1);
  // The header of the list already describes the group directly below it.
  const headed: ListGroup = shown.some(({ group }) => group === 'needsYou') ? 'needsYou' : 'live';
  const headings = new Map<string, number>();
  let above: string | null = null;
  shown.forEach((chat, place) => {
    const { id, group } = chat;
    const { key, label } = divisionOf(chat);
    if (key !== above && !(place === 0 && group === headed)) {
      // Between two reorders a chat may be apart from the others of its agent; the heading is repeated there.
      const again = headings.get(key) ?? 0;
      headings.set(key, again + 1);
      const suffix = again === 0 ? '' : `-${String(again)}`;
      items.push({ type: 'heading', key: `heading-${key}${suffix}`, group, count: counts.get(key) ?? 0, label });
    }
    above = key;
    items.push({ type: 'chat', key: id, id, group, place });
  });
  return items;
}

const headingHeights = { comfortable: 28, compact: 24 } as const;

/**
 * All items have one height, so that an index maps to a position and a chat that changes its group moves nothing else.
 */
export function heightOf(item: ListItem, density: Density): number {
  return item.type === 'heading' ? headingHeights[density] : rowHeights[density];
}
