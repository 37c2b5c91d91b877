import { onScopeDispose } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSettingsStore } from '../stores/settings.store';
import { createKeyMap, takesText } from '../ui/keys/key-map';
import { listenToKeys } from '../ui/keys/listen-to-keys';
import { createSentenceGuard } from '../ui/keys/sentence-guard';
import { provideKeyMap } from '../ui/keys/use-key-map';
import { provideSentenceGuard } from '../ui/keys/use-sentence-guard';
import { keyCatalogue } from '../features/shortcuts/key-catalogue';

/** Sets up the key map of a window: all actions of the console with the supervisor's key overrides. */
export function setUpShortcuts(): void {
  const settings = useSettingsStore();
  const { t } = useI18n();
  const keyMap = createKeyMap({
    isMac: navigator.userAgent.includes('Macintosh'),
    isLayerOpen: () => document.querySelector('[data-layer]') !== null,
    catalogue: keyCatalogue,
    choices: () => settings.settings.keys,
    capWord: (cap) => t(`keyCaps.${cap}`),
  });
  provideKeyMap(keyMap);
  const guard = createSentenceGuard({ elapsedMs: () => performance.now(), takesText });
  provideSentenceGuard(guard);
  onScopeDispose(guard.listenFirst(window));
  onScopeDispose(listenToKeys(keyMap, window));
  onScopeDispose(guard.listenLast(window));
}
