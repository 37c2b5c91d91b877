import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import icons from 'unplugin-icons/vite';
import type { PluginOption } from 'vite';
import { firstBlocks } from '../../renderer/locales/first-blocks.ts';
import { firstAndRest } from './catalogue-blocks.ts';

const locales = fileURLToPath(new URL('../../renderer/locales/*.json*', import.meta.url));

/** The plugins that compile the renderer. The tests use them too, so that both get the same components. */
export function rendererPlugins(): PluginOption[] {
  return [
    vue(),
    firstAndRest(firstBlocks),
    vueI18n({
      include: [locales],
      strictMessage: false,
      runtimeOnly: true,
      compositionOnly: true,
      dropMessageCompiler: true,
    }),
    icons({ compiler: 'vue3', scale: 1 }),
  ];
}
