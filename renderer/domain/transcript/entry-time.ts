import type { TranscriptEntry } from '../../../preload/contract';
import type { Formatting } from '../text/formatting';
import type { Translate } from '../modes/reader-labels';

/** The time of an entry, for all views. An estimated time is never shown as an exact one. */
export function entryTime(
  { at, isTimeGuessed }: Pick<TranscriptEntry, 'at' | 'isTimeGuessed'>,
  formatting: Formatting,
  translate: Translate,
): { readonly time: string; readonly title: string } {
  const time = formatting.time(at);
  if (isTimeGuessed !== true) return { time, title: formatting.moment(at) };
  return { time: translate('transcript.aboutTime', { time }), title: translate('transcript.timeGuessed', { time }) };
}
