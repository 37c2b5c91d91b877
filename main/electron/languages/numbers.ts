import type { Language } from '../../../preload/contract';

/** Groups a number as the language does: 5,000 or 5.000. With Western digits everywhere, as in the windows. */
export function numbersOf(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`);
  return (value) => format.format(value);
}
