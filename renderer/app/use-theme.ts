import { usePreferredDark } from '@vueuse/core';
import { watchEffect } from 'vue';
import { useSettingsStore } from '../stores/settings.store';

/** Applies the chosen theme and density to the document; "system" follows the operating system, also at run time. */
export function useTheme(): void {
  const isDarkPreferred = usePreferredDark();
  const store = useSettingsStore();
  watchEffect(() => {
    const { theme, density } = store.settings;
    const root = document.documentElement;
    root.dataset['theme'] = theme === 'system' ? (isDarkPreferred.value ? 'dark' : 'light') : theme;
    root.dataset['density'] = density;
  });
}
