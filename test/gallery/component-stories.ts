import { buttonStories } from './stories/button-stories';
import type { ComponentStory } from './stories/component-story';
import { displayStories } from './stories/display-stories';
import { fieldStories } from './stories/field-stories';
import { layerStories } from './stories/layer-stories';

export const componentStories: readonly ComponentStory[] = [
  ...buttonStories,
  ...fieldStories,
  ...displayStories,
  ...layerStories,
];
