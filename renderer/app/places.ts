import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

/** The places of the console, in the order of the rail. Further ones join here. */
export const places = ['chats', 'wall', 'agents', 'search', 'attention', 'settings'] as const;
export type Place = (typeof places)[number];

export type CurrentPlace = ShallowRef<Place>;

const placeKey: InjectionKey<CurrentPlace> = Symbol('place');

export function providePlace(): CurrentPlace {
  const place = shallowRef<Place>('chats');
  provide(placeKey, place);
  return place;
}

export function usePlace(): CurrentPlace {
  const place = inject(placeKey);
  if (place === undefined) throw new Error('the main window provides the place before anything below it is set up');
  return place;
}
