import { currentBridge } from '../bridge/bridge';
import { startFloorPump } from '../pump/floor-pump';
import { applyFloorChanges, replaceFloor } from '../stores/apply-floor';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';
import { nextFrame } from './next-frame';

/** Joins the stores to main for as long as the window lives; returns the undo. */
export function followFloor(): () => void {
  const bridge = currentBridge();
  const settings = useSettingsStore();
  const stopPump = startFloorPump({
    bridge,
    replace: replaceFloor,
    apply: applyFloorChanges,
    nextFrame,
    later: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const stopSettings = bridge.on('settings.changed', (changed) => {
    settings.settings = changed;
  });
  void settings.load();
  void useSessionStore().load();
  return () => {
    stopPump();
    stopSettings();
  };
}
