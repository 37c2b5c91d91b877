import type { SentenceValues } from '../../../preload/contract';
import { formattingFor } from './formatting';

/** Returns the values of a sentence as it shows them: a `date` and a `time` in the language of the window. */
export function sentenceValues(values: SentenceValues = {}, locale: string): SentenceValues {
  const { date, time } = values;
  const formatting = formattingFor(locale);
  return {
    ...values,
    ...(typeof date === 'number' ? { date: formatting.date(date) } : {}),
    ...(typeof time === 'number' ? { time: formatting.time(time) } : {}),
  };
}
