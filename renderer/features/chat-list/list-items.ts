import type { Density } from '../../../preload/contract';
import type { ListGroup, OrderedChat, Section } from '../../domain/chat-order';
import { rowHeights } from '../../domain/row-height';

/** What the virtual list draws: a heading where a group begins that needs one, and the chats. */
export type ListItem =
  | {
      readonly type: 'heading';
      readonly key: string;
      readonly group: ListGroup;
      readonly count: number;
      /** Whom the chats below are with, where agents or teams divide them. */
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
  // The head of the list speaks for what stands right below it: who needs a person, or that nobody does.
  const headed: ListGroup = shown.some(({ group }) => group === 'needsYou') ? 'needsYou' : 'live';
  const headings = new Map<string, number>();
  let above: string | null = null;
  shown.forEach((chat, place) => {
    const { id, group } = chat;
    const { key, label } = divisionOf(chat);
    if (key !== above && !(place === 0 && group === headed)) {
      // Between two settlements a chat may stand apart from the others of its agent: its heading is there again.
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

/** Every row has one height, so that a place in the list is a place on the screen and a chat that changes its group moves nothing. */
export function heightOf(item: ListItem, density: Density): number {
  return item.type === 'heading' ? headingHeights[density] : rowHeights[density];
}
