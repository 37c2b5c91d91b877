import type { KeyBinding } from '../ui/keys/key-map';
import type { AppPage } from '../../preload/contract/app-pages';
import type { CurrentPage } from './app-pages';
import { stepBackKey } from '../features/step-back/step-back-key';

export interface WindowKeyTargets {
  readonly page: CurrentPage;
  /** Whether the supervisor's mode in the selected chat is visible to others. */
  readonly isSeenInSelectedChat: () => boolean;
  readonly stepBack: () => void;
  /** Steps back in every chat and reports the result. */
  readonly stepBackEverywhere: () => void;
  readonly toggleSidePanel: () => void;
  readonly showKeys: () => void;
  readonly showPalette: () => void;
  readonly find: () => void;
  readonly checkConnection: () => void;
}

/** The shortcuts of the window itself. Features register theirs in the same key map. */
export function windowKeys(targets: WindowKeyTargets): readonly KeyBinding[] {
  const goTo = (page: AppPage, ...keys: readonly string[]): KeyBinding => ({
    id: `place.${page}`,
    keys,
    labelKey: `keys.place.${page}`,
    groupKey: 'keys.group.window',
    worksInText: true,
    run: () => {
      targets.page.value = page;
    },
  });
  return [
    goTo('chats', '$mod+1'),
    goTo('agents', '$mod+2'),
    goTo('wall', '$mod+3'),
    goTo('search', '$mod+4'),
    goTo('journal', '$mod+5'),
    goTo('settings', '$mod+,'),
    {
      id: 'shell.palette',
      keys: ['$mod+k'],
      labelKey: 'keys.palette',
      groupKey: 'keys.group.window',
      worksInText: true,
      run: targets.showPalette,
    },
    {
      id: 'shell.find',
      keys: ['$mod+Shift+k'],
      labelKey: 'keys.find',
      groupKey: 'keys.group.window',
      worksInText: true,
      run: targets.find,
    },
    {
      id: 'shell.checkConnection',
      keys: [],
      labelKey: 'keys.checkConnection',
      groupKey: 'keys.group.window',
      run: targets.checkConnection,
    },
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
      when: () => targets.page.value === 'chats',
      run: targets.toggleSidePanel,
    },
    // "?" is on a different key, with or without Shift, depending on the keyboard layout.
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
      when: () => targets.page.value === 'chats' && targets.isSeenInSelectedChat(),
      run: targets.stepBack,
    },
    stepBackKey(targets.stepBackEverywhere),
  ];
}

/** The palette asks at each letter, and a page has few inputs among thousands of elements. */
function searchField(): HTMLElement | null {
  const inputs = [...document.getElementsByTagName('input')];
  return inputs.find((input) => input.getAttribute('role') === 'searchbox' && input.closest('main') !== null) ?? null;
}
