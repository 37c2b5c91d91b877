import type { SentenceValues } from '../../../preload/contract';
import { formattingFor } from './formatting';

/** Returns the values of an error or a reason as its sentence shows them: a date in the language of the window. */
export function sentenceValues(values: SentenceValues = {}, locale: string): SentenceValues {
  const { date } = values;
  return typeof date === 'number' ? { ...values, date: formattingFor(locale).date(date) } : values;
}
