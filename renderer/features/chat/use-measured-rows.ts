import { onMounted, onUpdated, type ComponentPublicInstance } from 'vue';

/**
 * Measures rows together, once all are rendered. A row that is measured while others are still being inserted makes the
 * browser lay out the page for it alone. `measure(null)` means that rows are gone.
 */
export function useMeasuredRows(measure: (row: HTMLElement | null) => void) {
  const rendered = new Set<HTMLElement>();
  let areRowsGone = false;

  /** To be the `ref` of every row. */
  function noteRow(row: Element | ComponentPublicInstance | null): void {
    if (row instanceof HTMLElement) rendered.add(row);
    else areRowsGone = true;
  }

  function measureAll(): void {
    if (areRowsGone) measure(null);
    areRowsGone = false;
    for (const row of rendered) measure(row);
    rendered.clear();
  }
  onMounted(measureAll);
  onUpdated(measureAll);

  return noteRow;
}
