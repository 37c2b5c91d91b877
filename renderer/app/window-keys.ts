import type { KeyBinding } from '../ui/keys/key-map';
import type { CurrentPlace, Place } from './places';

export interface WindowKeyTargets {
  readonly place: CurrentPlace;
  /** Whether the selected chat is followed in a mode in which somebody sees the supervisor. */
  readonly isSeenInSelectedChat: () => boolean;
  readonly stepBack: () => void;
  /** Back to silent in every chat, with a report. */
  readonly stepBackEverywhere: () => void;
  readonly toggleSidePanel: () => void;
  readonly showKeys: () => void;
}

/** The keys that belong to the window as a whole. Features add theirs to the same table. */
export function windowKeys(targets: WindowKeyTargets): readonly KeyBinding[] {
  const goTo = (place: Place, keys: string): KeyBinding => ({
    id: `place.${place}`,
    keys: [keys],
    labelKey: `keys.place.${place}`,
    groupKey: 'keys.group.window',
    worksInText: true,
    run: () => {
      targets.place.value = place;
    },
  });
  return [
    goTo('chats', '$mod+1'),
    goTo('agents', '$mod+2'),
    goTo('wall', '$mod+3'),
    goTo('settings', '$mod+,'),
    {
      id: 'shell.search',
      keys: ['$mod+f'],
      labelKey: 'keys.search',
      groupKey: 'keys.group.window',
      worksInText: true,
      when: () => searchField() !== null,
      run: () => searchField()?.focus(),
    },
    {
      id: 'shell.sidePanel',
      keys: ['$mod+.'],
      labelKey: 'keys.sidePanel',
      groupKey: 'keys.group.window',
      worksInText: true,
      when: () => targets.place.value === 'chats',
      run: targets.toggleSidePanel,
    },
    // "?" is on a different key, with or without Shift, on every keyboard.
    {
      id: 'shell.keys',
      keys: ['[Shift]+?'],
      labelKey: 'keys.sheet',
      groupKey: 'keys.group.window',
      run: targets.showKeys,
    },
    {
      id: 'chat.stepBack',
      keys: ['Escape'],
      labelKey: 'keys.stepBack',
      groupKey: 'keys.group.chat',
      worksInText: true,
      when: () => targets.place.value === 'chats' && targets.isSeenInSelectedChat(),
      run: targets.stepBack,
    },
    {
      id: 'shell.stepBackEverywhere',
      // The second is the menu's: a text field would take it for "delete to the start" and never let it come to the menu.
      keys: ['Shift+Escape', '$mod+Shift+Backspace'],
      labelKey: 'keys.stepBackEverywhere',
      groupKey: 'keys.group.chat',
      worksInText: true,
      worksInLayers: true,
      run: targets.stepBackEverywhere,
    },
  ];
}

function searchField(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [role="searchbox"]');
}
