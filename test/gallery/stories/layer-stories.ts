import { h } from 'vue';
import UiButton from '../../../renderer/ui/UiButton.vue';
import UiContextMenu from '../../../renderer/ui/UiContextMenu.vue';
import UiDialog from '../../../renderer/ui/UiDialog.vue';
import UiMenu from '../../../renderer/ui/UiMenu.vue';
import UiMenuDivider from '../../../renderer/ui/UiMenuDivider.vue';
import UiMenuItem from '../../../renderer/ui/UiMenuItem.vue';
import UiMenuLabel from '../../../renderer/ui/UiMenuLabel.vue';
import UiPopover from '../../../renderer/ui/UiPopover.vue';
import UiSpotlight from '../../../renderer/ui/UiSpotlight.vue';
import { buttonThat, draw, model, state, text, type ComponentStory } from './component-story';

export const layerStories: readonly ComponentStory[] = [
  {
    shows: ['UiMenu', 'UiMenuItem', 'UiMenuDivider', 'UiMenuLabel'],
    draw: () => [
      draw(
        UiMenu,
        { label: 'Actions' },
        {
          trigger: buttonThat('Menu'),
          default: () => [
            draw(UiMenuLabel, {}, text('Mode')),
            draw(UiMenuItem, { checked: true, keys: 'M' }, text('Monitor')),
            draw(UiMenuItem, { tone: 'coach', hint: 'Only the agent reads it.' }, text('Coach')),
            draw(UiMenuItem, { tone: 'bargeIn', disabled: true }, text('Barge in')),
            draw(UiMenuDivider),
            draw(UiMenuItem, { tone: 'danger' }, text('Leave')),
          ],
        },
      ),
    ],
  },
  {
    shows: ['UiContextMenu'],
    draw: () => [
      draw(
        UiContextMenu,
        { label: 'Chat' },
        { area: () => h('div', { class: 'area', tabindex: 0 }, 'Right button, or Shift F10'), default: () => [] },
      ),
    ],
  },
  {
    shows: ['UiPopover'],
    draw: () => [
      draw(
        UiPopover,
        { label: 'Connection', align: 'start' },
        {
          trigger: buttonThat('Popover'),
          default: () => h('p', { class: 'padded' }, 'Live. The last exchange was 2 seconds ago.'),
        },
      ),
    ],
  },
  {
    shows: ['UiDialog'],
    draw: () => [
      draw(UiButton, { onClick: () => (state.isDialogOpen = true) }, text('Dialog')),
      draw(
        UiDialog,
        {
          ...{ title: 'Leave the chat?', description: 'The agent goes on alone.', closeLabel: 'Close' },
          ...model('isDialogOpen', 'open'),
        },
        {
          actions: () =>
            draw(
              UiButton,
              { variant: 'danger', 'data-first-focus': '', onClick: () => (state.isDialogOpen = false) },
              text('Leave'),
            ),
        },
      ),
    ],
  },
  {
    shows: ['UiSpotlight', 'UiScrim'],
    draw: () => [
      draw(UiButton, { onClick: () => (state.isSpotlightOpen = true) }, text('Spotlight')),
      draw(
        UiSpotlight,
        { title: 'Commands', ...model('isSpotlightOpen', 'open') },
        { default: () => h('p', { class: 'padded' }, 'A field with a list below it.') },
      ),
    ],
  },
];
