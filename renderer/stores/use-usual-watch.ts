import { computed, type ComputedRef } from 'vue';
import { usualWatch, type UsualWatch } from '../../preload/contract/rights';
import { useSessionStore } from './session.store';
import { useSettingsStore } from './settings.store';

/** Mode and scope of a watch that names no others. */
export function useUsualWatch(): ComputedRef<UsualWatch> {
  const session = useSessionStore();
  const settings = useSettingsStore();
  return computed(() => usualWatch(settings.settings, session.policy.rights));
}
