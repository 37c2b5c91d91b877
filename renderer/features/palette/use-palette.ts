import { computed, shallowRef, watch, type Ref } from 'vue';
import { arrangePalette, needsPointing, type PaletteSection } from '../../domain/lists/palette-order';
import { useRecentStore } from '../../stores/recent.store';
import type { PaletteItem } from './palette-item';

interface Sources {
  readonly all: () => readonly PaletteItem[];
  /** A search result; it comes after everything that matches by name. */
  readonly said: (typed: string) => readonly PaletteItem[];
}

/** A nested list, opened from an item. */
interface Page {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

/** No row is active: a setting or bulk command must be selected first. */
const none = -1;
const nothing = { kind: 'action', isBulk: false } as const;

/**
 * The items of the palette and the active one. The list changes only with the query: live updates must not move another
 * item to where the supervisor is about to press Enter.
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

  /** Moves to the first item of the next or previous section. */
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

  /** Opens the item; returns the action to run after closing. */
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

  /** Leaves a nested list; `false` at the top level. */
  function back(): boolean {
    if (page.value === null) return false;
    pages.value = pages.value.slice(0, -1);
    if (typed.value === '') arrange();
    typed.value = '';
    return true;
  }

  return { typed, page, sections, items, active, move, moveSection, point, choose, back };
}
