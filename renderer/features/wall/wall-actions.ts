import { useChatsStore } from '../../stores/chats.store';
import { useWallStore } from '../../stores/wall.store';
import type { KeyBinding } from '../../ui/keys/key-map';

/** The wall actions that are available on every page. */
export function wallActions(isWallInSight: () => boolean): readonly KeyBinding[] {
  const chats = useChatsStore();
  const wall = useWallStore();
  return [
    {
      id: 'wall.pin',
      keys: ['p'],
      labelKey: 'wall.keys.pin',
      groupKey: 'keys.group.chat',
      when: () => chats.selectedId !== null,
      run: () => {
        if (chats.selectedId === null) return;
        if (isWallInSight()) wall.togglePin(chats.selectedId);
        else wall.togglePinAndTell(chats.selectedId);
      },
    },
    {
      id: 'wall.window',
      keys: ['$mod+Shift+o'],
      labelKey: 'wall.ownWindow',
      groupKey: 'keys.group.window',
      worksInText: true,
      run: () => void wall.openWindow(),
    },
  ];
}
