import { h } from 'vue';
import IconGlobe from '~icons/lucide/globe';
import IconInfo from '~icons/lucide/info';
import BrandMark from '../../../renderer/ui/icons/BrandMark.vue';
import MediumIcon from '../../../renderer/ui/icons/MediumIcon.vue';
import ModeIcon from '../../../renderer/ui/icons/ModeIcon.vue';
import PresenceIcon from '../../../renderer/ui/icons/PresenceIcon.vue';
import UiAvatar from '../../../renderer/ui/UiAvatar.vue';
import UiBadge from '../../../renderer/ui/UiBadge.vue';
import UiButton from '../../../renderer/ui/UiButton.vue';
import UiCutName from '../../../renderer/ui/UiCutName.vue';
import UiEmpty from '../../../renderer/ui/UiEmpty.vue';
import UiOffer from '../../../renderer/ui/UiOffer.vue';
import UiSkeleton from '../../../renderer/ui/UiSkeleton.vue';
import { arabicName, buttonThat, draw, longName, text, type ComponentStory } from './component-story';

export const displayStories: readonly ComponentStory[] = [
  {
    shows: ['UiAvatar', 'UiBadge', 'UiCutName'],
    draw: () => [
      ...(['customer', 'agent', 'self', 'other'] as const).map((kind) => draw(UiAvatar, { name: 'Ana Ruiz', kind })),
      draw(UiAvatar, { name: arabicName, size: 'sm' }),
      draw(UiAvatar, { name: '' }),
      draw(UiBadge, { count: 3, label: '3 unread messages' }),
      draw(UiBadge, { count: 1_234, label: '1,234 unread messages' }),
      draw(UiBadge, { count: 7, label: '7 chats', tone: 'quiet' }),
      h('span', { class: 'narrow' }, [draw(UiCutName, { atStart: false }, text(longName))]),
      h('span', { class: 'narrow' }, [draw(UiCutName, { atStart: true }, text('+44 1632 960 123 456'))]),
    ],
  },
  {
    shows: ['BrandMark', 'MediumIcon', 'ModeIcon', 'PresenceIcon'],
    draw: () => [
      h('span', { class: 'large' }, [draw(BrandMark)]),
      ...(['chat', 'sms'] as const).map((medium) => draw(MediumIcon, { medium })),
      ...(['monitor', 'coach', 'bargeIn'] as const).map((mode) => draw(ModeIcon, { mode })),
      ...(['ready', 'notReady', 'loggedOut', 'unknown'] as const).map((presence) => draw(PresenceIcon, { presence })),
    ],
  },
  {
    shows: ['UiEmpty', 'UiSkeleton'],
    draw: () => [
      draw(
        UiEmpty,
        { title: 'No chats', text: 'Watch an agent to see their chats.' },
        {
          icon: () => draw(IconGlobe),
          default: buttonThat('Watch agents'),
        },
      ),
      draw(
        UiEmpty,
        { title: 'The journal cannot be read.', text: longName, tone: 'problem' },
        {
          default: buttonThat('Try again'),
        },
      ),
      h('div', { class: 'wide' }, [draw(UiSkeleton), draw(UiSkeleton, { width: '60%' })]),
      draw(UiSkeleton, { width: '32px', height: '32px', round: true }),
    ],
  },
  {
    shows: ['UiOffer'],
    draw: () =>
      ([undefined, 'warn', 'visible'] as const).map((tone) =>
        draw(
          UiOffer,
          { label: 'Offer', question: 'Join 12 running chats?', tone },
          {
            icon: () => draw(IconInfo),
            default: () => 'They are not watched yet.',
            choices: () => [draw(UiButton, { variant: 'primary' }, text('Join all')), buttonThat('Not now')()],
          },
        ),
      ),
  },
];
