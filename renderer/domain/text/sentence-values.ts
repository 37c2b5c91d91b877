import type { SentenceValues } from '../../../preload/contract';

type FormatDate = (epochMs: number, options: Intl.DateTimeFormatOptions) => string;

/** Returns the values of an error or a reason as its sentence shows them: a date in the language of the window. */
export function sentenceValues(values: SentenceValues = {}, formatDate: FormatDate): SentenceValues {
  const { date } = values;
  return typeof date === 'number' ? { ...values, date: formatDate(date, { dateStyle: 'long' }) } : values;
}
