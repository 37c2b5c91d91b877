import { createPinia, setActivePinia } from 'pinia';
import { createAppI18n } from '../../../renderer/app/i18n';
import { loadShells } from '../../../renderer/app/lazy-shells';
import { catalogues } from '../../../renderer/locales/catalogues';

/** Loads what a window shows after sign-in, for tests that do not watch it load. */
export function loadAllShells(): Promise<void> {
  setActivePinia(createPinia());
  return loadShells(createAppI18n(catalogues).global);
}
