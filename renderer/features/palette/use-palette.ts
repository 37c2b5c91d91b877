import { computed, shallowRef, watch, type Ref } from 'vue';
import { arrangePalette, needsPointing, type PaletteSection } from '../../domain/palette-order';
import { useRecentStore } from '../../stores/recent.store';
import type { PaletteItem } from './palette-item';

interface Sources {
  readonly all: () => readonly PaletteItem[];
  /** Found in what was said; comes behind everything that is called so. */
  readonly said: (typed: string) => readonly PaletteItem[];
}

/** A list that was gone into from an item. */
interface Page {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

/** No row is meant yet: a setting or an act on many waits until it is walked to or pointed at. */
const none = -1;
const nothing = { kind: 'action', isBulk: false } as const;

/**
 * What the palette shows and which of it is meant. The list is made when something is typed and then stands still: a floor that
 * lives must not slide another thing under the hand that is about to press Enter.
 */
export function usePalette(isOpen: Ref<boolean>, { all, said }: Sources) {
  const recent = useRecentStore();
  const typed = shallowRef('');
  const pages = shallowRef<readonly Page[]>([]);
  const sections = shallowRef<readonly PaletteSection<PaletteItem>[]>([]);
  const place = shallowRef(0);

  const page = computed(() => pages.value.at(-1) ?? null);
  const items = computed(() => sections.value.flatMap((section) => section.items));
  const active = computed<PaletteItem | undefined>(() => items.value[place.value]);

  function arrange(): void {
    const named = arrangePalette(typed.value, page.value?.items ?? all(), recent.ids);
    const found = page.value === null && typed.value.trim() !== '' ? said(typed.value) : [];
    const isPossible = (section: PaletteSection<PaletteItem>): boolean =>
      section.items.some(({ disabledReason }) => disabledReason === null);
    const messages = found.length === 0 ? [] : [{ kind: 'message' as const, items: found }];
    const isDirect = (section: PaletteSection<PaletteItem>): boolean => !needsPointing(section.items[0] ?? nothing);
    const possible = named.filter(isPossible);
    sections.value = [
      ...possible.filter(isDirect),
      ...messages,
      ...possible.filter((section) => !isDirect(section)),
      ...named.filter((section) => !isPossible(section)),
    ];
    const [first] = items.value;
    place.value = first === undefined || needsPointing(first) ? none : 0;
  }

  watch(isOpen, (open) => {
    if (!open) return;
    typed.value = '';
    pages.value = [];
    arrange();
  });
  watch(typed, arrange);

  function move(step: number): void {
    const count = items.value.length;
    if (count === 0) return;
    if (place.value === none) place.value = step > 0 ? 0 : count - 1;
    else place.value = (place.value + step + count) % count;
  }

  /** To the first item of the next or the previous section. */
  function moveSection(step: 1 | -1): void {
    const starts = sections.value.map((_, number) =>
      sections.value.slice(0, number).reduce((sum, section) => sum + section.items.length, 0),
    );
    const here = starts.findLastIndex((start) => start <= place.value);
    const next = here < 0 && step < 0 ? starts.length - 1 : (here + step + starts.length) % starts.length;
    place.value = starts[next] ?? 0;
  }

  function point(item: PaletteItem): void {
    place.value = items.value.indexOf(item);
  }

  /** Goes into the item; what is to be done at the end comes back. */
  function choose(item: PaletteItem): (() => void) | null {
    if (item.disabledReason !== null) return null;
    if (item.opens === null) {
      recent.note(item.id);
      return item.run;
    }
    recent.note(item.id);
    pages.value = [...pages.value, { label: item.label, items: item.opens() }];
    if (typed.value === '') arrange();
    typed.value = '';
    return null;
  }

  /** Out of a list that was gone into; `false` at the first one. */
  function back(): boolean {
    if (page.value === null) return false;
    pages.value = pages.value.slice(0, -1);
    if (typed.value === '') arrange();
    typed.value = '';
    return true;
  }

  return { typed, page, sections, items, active, move, moveSection, point, choose, back };
}
