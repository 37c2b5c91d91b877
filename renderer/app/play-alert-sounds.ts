import type { Disposer } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useDesktopStore } from '../stores/desktop.store';
import { playSound } from '../ui/sounds/play-sound';

/** Plays the sounds that main requests, and reports whether the page could. Returns the disposer. */
export function playAlertSounds(): Disposer {
  return currentBridge().on('sound.play', ({ sound, volume }) => {
    void playSound(sound, volume).then((isPlayed) => {
      useDesktopStore().soundPlayed(isPlayed);
    });
  });
}
