import { formattingFor } from '../domain/formatting';

/** What takes part: the translate function of vue-i18n, whose overloads all begin with the key. */
interface Translator {
  readonly t: (...args: never[]) => string;
  readonly locale: { readonly value: string };
}

/**
 * From here on every number that a message contains is grouped by the language: 5,000 in English, 5.000 in German. Callers pass plain
 * numbers; times, telephone numbers and ids are strings and stay as they are. A number that chooses the plural form still does so.
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
