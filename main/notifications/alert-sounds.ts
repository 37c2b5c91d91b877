import type { AlertSound, AlertVolume, DesktopState, PlayedSound } from '../../preload/contract';
import { alertVolumes } from '../../preload/contract/model/alerts';
import type { Clock } from '../base/clock';
import { minSoundGapMs } from './alert-tracker';
import type { DesktopNotifier } from './desktop-notifier';

export interface AlertSoundsOptions {
  readonly notifier: Pick<DesktopNotifier, 'canSound' | 'state'>;
  readonly clock: Clock;
  /** Returns false if no page can play a sound now. */
  readonly playInPage: (played: PlayedSound) => boolean;
  readonly onChange: () => void;
}

/** Played where the sound of the desktop is wanted and the desktop has none. */
const replacement = 'chime';

/**
 * Decides who makes the sound of an alert: the page of the main window, which exists as long as the program, or the
 * notification itself. Never both, and never two sounds within the gap.
 */
export class AlertSounds {
  readonly #options: AlertSoundsOptions;
  #lastAt = -Infinity;
  #isBlocked = false;

  constructor(options: AlertSoundsOptions) {
    this.#options = options;
  }

  /** Returns whether the notification has to sound by itself. */
  play(sound: AlertSound, volume: AlertVolume): boolean {
    const { notifier, clock, playInPage } = this.#options;
    if (clock.monotonicMs() < this.#lastAt + minSoundGapMs) return false;
    this.#lastAt = clock.monotonicMs();
    const isDesktopSilent = notifier.canSound() === false || notifier.state() !== 'working';
    if (sound === 'system' && !isDesktopSilent) return true;
    if (this.#isBlocked) return true;
    return !playInPage({ sound: sound === 'system' ? replacement : sound, volume: alertVolumes[volume] });
  }

  /** Reports whether a page could play a sound. */
  reported(isPlayed: boolean): void {
    if (this.#isBlocked === !isPlayed) return;
    this.#isBlocked = !isPlayed;
    this.#options.onChange();
  }

  state(): DesktopState['sound'] {
    if (!this.#isBlocked) return 'working';
    return this.#options.notifier.canSound() === false ? 'none' : 'systemOnly';
  }
}
