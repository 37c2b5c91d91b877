/**
 * Synthesises the alert sounds. The files are committed, so this runs only when a sound changed:
 * node build/sounds/make-sounds.mjs
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../prepare/paths.mjs';

const folder = join(checkout, 'renderer', 'ui', 'sounds');
const rate = 22_050;
/** Part of the full scale that the loudest sample uses. */
const peak = 0.7;
const attackSeconds = 0.004;
const releaseSeconds = 0.03;

/**
 * One tone: `partials` are multiples of its frequency with their loudness, and it fades to 1/e in `decay` seconds.
 * @typedef {{ at: number, hertz: number, glideTo?: number, decay: number, partials: readonly (readonly [number, number])[] }} Tone
 */

const pure = /** @type {const} */ ([[1, 1]]);
const soft = /** @type {const} */ ([
  [1, 1],
  [2, 0.25],
  [3, 0.08],
]);
/** A wooden bar: its second partial is two octaves up. */
const bar = /** @type {const} */ ([
  [1, 1],
  [3.93, 0.3],
  [9.2, 0.06],
]);
/** A bell's partials are not multiples of its pitch. */
const bronze = /** @type {const} */ ([
  [0.5, 0.35],
  [1, 1],
  [1.19, 0.5],
  [1.56, 0.3],
  [2, 0.45],
  [2.66, 0.2],
]);

/** @type {Readonly<Record<string, { seconds: number, tones: readonly Tone[] }>>} */
const sounds = {
  chime: {
    seconds: 0.75,
    tones: [
      { at: 0, hertz: 659.26, decay: 0.16, partials: soft },
      { at: 0.13, hertz: 987.77, decay: 0.2, partials: soft },
    ],
  },
  marimba: {
    seconds: 0.7,
    tones: [
      { at: 0, hertz: 523.25, decay: 0.09, partials: bar },
      { at: 0.11, hertz: 659.26, decay: 0.09, partials: bar },
      { at: 0.22, hertz: 783.99, decay: 0.14, partials: bar },
    ],
  },
  drop: {
    seconds: 0.45,
    tones: [
      { at: 0, hertz: 520, glideTo: 1_050, decay: 0.06, partials: pure },
      { at: 0.17, hertz: 620, glideTo: 1_240, decay: 0.07, partials: pure },
    ],
  },
  bell: {
    seconds: 1.4,
    tones: [
      { at: 0, hertz: 587.33, decay: 0.42, partials: bronze },
      { at: 0.45, hertz: 587.33, decay: 0.32, partials: bronze },
    ],
  },
};

/**
 * @param {Tone} tone
 * @param {number} second
 */
function toneAt({ at, hertz, glideTo = hertz, decay, partials }, second) {
  const time = second - at;
  if (time < 0) return 0;
  // The phase of a glide is the integral of its frequency.
  const glideSeconds = 2 * decay;
  const glided = Math.min(time, glideSeconds);
  const cycles =
    hertz * time + (glideTo - hertz) * ((glided * glided) / (2 * glideSeconds) + Math.max(0, time - glided));
  const envelope = Math.min(1, time / attackSeconds) * Math.exp(-time / decay);
  return (
    partials.reduce((sum, [ratio, loudness]) => sum + loudness * Math.sin(2 * Math.PI * ratio * cycles), 0) * envelope
  );
}

/** @param {{ seconds: number, tones: readonly Tone[] }} sound */
function samplesOf({ seconds, tones }) {
  const raw = Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
    const second = index / rate;
    const release = Math.min(1, (seconds - second) / releaseSeconds);
    return release * tones.reduce((sum, tone) => sum + toneAt(tone, second), 0);
  });
  const loudest = Math.max(...raw.map(Math.abs));
  return raw.map((sample) => Math.round((sample / loudest) * peak * 32_767));
}

/**
 * Returns a WAV file: PCM, one channel, 16 bit.
 * @param {readonly number[]} samples
 */
function wavOf(samples) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length * 2, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length * 2, 40);
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => data.writeInt16LE(sample, index * 2));
  return Buffer.concat([header, data]);
}

for (const [name, sound] of Object.entries(sounds)) {
  await writeFile(join(folder, `${name}.wav`), wavOf(samplesOf(sound)));
}
