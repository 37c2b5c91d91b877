import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';
import type { AppPage } from '../../preload/contract/app-pages';

export type CurrentPage = ShallowRef<AppPage>;

const pageKey: InjectionKey<CurrentPage> = Symbol('page');

export function provideCurrentPage(): CurrentPage {
  const page = shallowRef<AppPage>('chats');
  provide(pageKey, page);
  return page;
}

export function useCurrentPage(): CurrentPage {
  const page = inject(pageKey);
  if (page === undefined) throw new Error('the main window provides the page before anything below it is set up');
  return page;
}
