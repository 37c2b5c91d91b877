import type { TranscriptEntry } from '../../preload/contract';
import type { Formatting } from './formatting';
import type { Translate } from './reader-words';

/** When an entry was written, wherever it is drawn. A time that was guessed is never shown as one that was given. */
export function entryTime(
  { at, isTimeGuessed }: Pick<TranscriptEntry, 'at' | 'isTimeGuessed'>,
  formatting: Formatting,
  translate: Translate,
): { readonly time: string; readonly title: string } {
  const time = formatting.time(at);
  if (isTimeGuessed !== true) return { time, title: formatting.moment(at) };
  return { time: translate('transcript.aboutTime', { time }), title: translate('transcript.timeGuessed', { time }) };
}
