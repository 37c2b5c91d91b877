import bell from './bell.wav';
import chime from './chime.wav';
import drop from './drop.wav';
import marimba from './marimba.wav';

/** Made by `build/sounds/make-sounds.mjs`. */
const files = { chime, marimba, drop, bell };

type SoundName = keyof typeof files;

/**
 * Plays a sound of the program; `volume` is between 0 and 1. Resolves with false if the page may not play it or has
 * nothing to play it on.
 */
export async function playSound(name: SoundName, volume: number): Promise<boolean> {
  const audio = new Audio(files[name]);
  audio.volume = volume;
  try {
    await audio.play();
    return true;
  } catch {
    return false;
  }
}
