import { formattingFor } from '../domain/text/formatting';

/** The part of vue-i18n's translate function used here; all its overloads start with the key. */
interface Translator {
  readonly t: (...args: never[]) => string;
  readonly locale: { readonly value: string };
}

/**
 * Formats every number in a message for the locale: 5,000 in English, 5.000 in German. Callers pass numbers as numbers,
 * and times, phone numbers and ids as strings, which stay unchanged. Plural forms still work.
 */
export function groupNumbersOf(translator: Translator): void {
  const { t } = translator;
  const grouped = (...args: readonly unknown[]): unknown =>
    Reflect.apply(
      t,
      translator,
      withGroupedNumbers(args, (value) => formattingFor(translator.locale.value).number(value)),
    );
  Object.defineProperty(translator, 't', { value: grouped });
}

function withGroupedNumbers([key, second, third]: readonly unknown[], number: (value: number) => string): unknown[] {
  const text = (value: unknown): unknown => (typeof value === 'number' ? number(value) : value);
  if (typeof second === 'number')
    return [key, counted(second, number), ...(third === undefined ? [second] : [{ ...object(third), plural: second }])];
  if (Array.isArray(second)) return [key, second.map(text), ...rest(third)];
  if (typeof second !== 'object' || second === null) return [key, ...rest(second), ...rest(third)];
  const values = object(second);
  const chosen = [values['count'], values['n'], third].find((value) => typeof value === 'number');
  const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
  const filled = chosen === undefined ? named : { ...counted(chosen, number), ...named };
  return [key, filled, ...rest(typeof third === 'object' ? third : chosen)];
}

const counted = (count: number, number: (value: number) => string): Record<string, string> => ({
  n: number(count),
  count: number(count),
});

const object = (value: unknown): Record<string, unknown> => ({ ...(typeof value === 'object' ? value : {}) });

const rest = (value: unknown): unknown[] => (value === undefined ? [] : [value]);
