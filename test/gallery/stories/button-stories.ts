import { h } from 'vue';
import IconInfo from '~icons/lucide/info';
import HoldProgress from '../../../renderer/ui/hold/HoldProgress.vue';
import UiButton from '../../../renderer/ui/UiButton.vue';
import UiIconButton from '../../../renderer/ui/UiIconButton.vue';
import UiKey from '../../../renderer/ui/UiKey.vue';
import UiLink from '../../../renderer/ui/UiLink.vue';
import UiProgress from '../../../renderer/ui/UiProgress.vue';
import UiTooltip from '../../../renderer/ui/UiTooltip.vue';
import { buttonThat, draw, longName, text, type ComponentStory } from './component-story';

export const buttonStories: readonly ComponentStory[] = [
  {
    shows: ['UiButton'],
    draw: () => [
      ...(['primary', 'secondary', 'ghost', 'danger'] as const).map((variant) =>
        draw(UiButton, { variant }, text(variant)),
      ),
      ...(['monitor', 'coach', 'bargeIn'] as const).map((tone) =>
        draw(UiButton, { variant: 'primary', tone }, text(tone)),
      ),
      ...(['sm', 'md', 'lg'] as const).map((size) => draw(UiButton, { size }, text(size))),
      draw(UiButton, { busy: true }, text('busy')),
      draw(UiButton, { disabled: true }, text('disabled')),
      draw(UiButton, {}, { default: () => longName, icon: () => draw(IconInfo) }),
    ],
  },
  {
    shows: ['UiIconButton', 'UiProgress'],
    draw: () => [
      draw(UiIconButton, { label: 'Information', keys: 'Ctrl I' }, { default: () => draw(IconInfo) }),
      draw(UiIconButton, { label: 'Pressed', pressed: true }, { default: () => draw(IconInfo) }),
      draw(UiIconButton, { label: 'Busy', busy: true }, { default: () => draw(IconInfo) }),
      draw(UiIconButton, { label: 'Disabled', disabled: true }, { default: () => draw(IconInfo) }),
      draw(UiProgress),
    ],
  },
  {
    shows: ['HoldProgress'],
    draw: () => [
      h('button', { class: 'held', type: 'button' }, [draw(HoldProgress, { isHolding: true }), 'Hold to barge in']),
    ],
  },
  {
    shows: ['UiKey', 'UiTooltip', 'UiLink'],
    draw: () => [
      draw(UiKey, { keys: 'Ctrl Shift K' }),
      draw(UiTooltip, { text: 'What it does', keys: 'Ctrl K' }, { default: buttonThat('with a tooltip') }),
      draw(UiLink, { url: 'https://example.com/a/long/path?with=questions', hint: 'Opens in the browser' }),
    ],
  },
];
