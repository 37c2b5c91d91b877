import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

/** The app pages, in the order of the rail. */
export const appPages = ['chats', 'wall', 'agents', 'search', 'attention', 'journal', 'settings'] as const;
export type AppPage = (typeof appPages)[number];

export type CurrentPage = ShallowRef<AppPage>;

const placeKey: InjectionKey<CurrentPage> = Symbol('place');

export function provideCurrentPage(): CurrentPage {
  const place = shallowRef<AppPage>('chats');
  provide(placeKey, place);
  return place;
}

export function useCurrentPage(): CurrentPage {
  const place = inject(placeKey);
  if (place === undefined) throw new Error('the main window provides the place before anything below it is set up');
  return place;
}
