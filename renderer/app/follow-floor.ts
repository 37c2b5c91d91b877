import { currentBridge } from '../bridge/bridge';
import { startFloorPump } from '../pump/floor-pump';
import { applyFloorChanges, replaceFloor } from '../stores/apply-floor';
import { useDraftsStore } from '../stores/drafts.store';
import { later } from '../stores/later';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';
import { useWallStore } from '../stores/wall.store';
import { followSignIn, recallWork } from './keep-work';
import { nextFrame } from './next-frame';

/** Joins the stores to main for as long as the window lives; returns the undo. */
export function followFloor(): () => void {
  const bridge = currentBridge();
  const settings = useSettingsStore();
  let stopPump = (): void => undefined;
  let isStopped = false;
  // The floor is drawn around what somebody was at, so that comes first.
  void Promise.all([recallWork(), useWallStore().load()]).then(() => {
    if (isStopped) return;
    stopPump = startFloorPump({ bridge, replace: replaceFloor, apply: applyFloorChanges, nextFrame, later });
  });
  const stopSignIn = followSignIn();
  const stopHeartbeat = bridge.on('window.heartbeat', () => {
    void bridge.invoke('window.alive', null);
  });
  const stopSettings = bridge.on('settings.changed', (changed) => {
    settings.settings = changed;
  });
  const stopDrafts = bridge.on('drafts.changed', (changed) => {
    useDraftsStore().hear(changed);
  });
  const stopWall = bridge.on('wall.arranged', (wall) => {
    useWallStore().hear(wall);
  });
  void settings.load();
  void useSessionStore().load();
  return () => {
    isStopped = true;
    stopPump();
    stopSignIn();
    stopHeartbeat();
    stopSettings();
    stopDrafts();
    stopWall();
  };
}
