import { h, reactive, type Component, type VNode } from 'vue';
import UiButton from '../../../renderer/ui/UiButton.vue';

/** The variants of one or several components of `renderer/ui`, drawn again when their state changes. */
export interface ComponentStory {
  /** File names without `.vue`. A test holds that every component has a story. */
  readonly shows: readonly string[];
  readonly draw: () => readonly VNode[];
}

export const longName = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of Lower Slaughter';
export const arabicName = 'محمد عبد الرحمن';
export const state = reactive({
  ...{ checked: true, mixed: 'indeterminate', on: true, off: false },
  ...{
    text: 'Offer the refund',
    misspelt: 'They recieve the refund',
    empty: '',
    search: 'kim',
    segment: 'light',
    language: 'en',
    query: '',
    picked: '',
  },
  ...{ isDialogOpen: false, isSpotlightOpen: false },
});
type StateName = keyof typeof state;

/** `v-model` in a render function. */
export function model(name: StateName, prop = 'modelValue'): Record<string, unknown> {
  return {
    [prop]: state[name],
    [`onUpdate:${prop}`]: (value: never) => {
      state[name] = value;
    },
  };
}

/** The variants are plain records; the components check them when they are drawn. */
export function draw(component: unknown, props: Record<string, unknown> = {}, slots?: unknown): VNode {
  return h(component as Component, props, slots as never);
}

export const text = (words: string) => ({ default: () => words });
export const buttonThat = (words: string) => () => draw(UiButton, {}, text(words));
