import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import icons from 'unplugin-icons/vite';
import type { PluginOption } from 'vite';

const locales = fileURLToPath(new URL('../../renderer/locales/*.json', import.meta.url));

/** What turns the renderer's sources into plain scripts: also used by the tests, so that both see the same components. */
export function rendererPlugins(): PluginOption[] {
  return [
    vue(),
    vueI18n({ include: [locales], strictMessage: false, runtimeOnly: true, compositionOnly: true }),
    icons({ compiler: 'vue3', scale: 1 }),
  ];
}
