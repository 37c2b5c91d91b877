import { ConfigProvider, TooltipProvider } from 'reka-ui';
import { createApp, defineComponent, h } from 'vue';
import { languageOf, languages } from '../../preload/contract/languages';
import { createAppI18n } from '../../renderer/app/i18n';
import { catalogues } from '../../renderer/locales/catalogues';
import '../../renderer/ui/base.css';
import { componentStories } from './component-stories';
import './components.css';

/** All components of `renderer/ui` in all their variants: `?theme=dark&language=ar&density=compact`. */
const params = new URLSearchParams(location.search);
const language = languageOf(params.get('language') ?? '') ?? 'en';
const dir = languages[language].direction;
const theme = params.get('theme') ?? 'light';
const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
const root = document.documentElement;
root.lang = language;
root.dir = dir;
root.dataset['theme'] = isDark ? 'dark' : 'light';
root.dataset['density'] = params.get('density') ?? 'comfortable';

const page = defineComponent(
  () => () =>
    h(ConfigProvider, { dir }, () =>
      h(TooltipProvider, () =>
        h(
          'main',
          componentStories.map(({ shows, draw }) =>
            h('section', [h('h2', shows.join(', ')), h('div', { class: 'story' }, [...draw()])]),
          ),
        ),
      ),
    ),
);
createApp(page).use(createAppI18n(catalogues)).mount('#app');
