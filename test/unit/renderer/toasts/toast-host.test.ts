import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { TooltipProvider } from 'reka-ui';
import { expect, it, onTestFinished } from 'vitest';
import { h, nextTick, shallowRef } from 'vue';
import { createAppI18n } from '../../../../renderer/app/i18n';
import { loadLanguage } from '../../../../renderer/app/use-language';
import ToastHost from '../../../../renderer/features/toasts/ToastHost.vue';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';

it('shows a toast once its text is loaded, and never its key', async () => {
  const pinia = createPinia();
  setActivePinia(pinia);
  const i18n = createAppI18n();
  const lacksTexts = shallowRef(true);
  const host = mount(() => h(TooltipProvider, () => h(ToastHost, { lacksTexts: lacksTexts.value })), {
    global: { plugins: [pinia, i18n] },
  });
  onTestFinished(() => {
    host.unmount();
  });
  useToastsStore().add({ tone: 'problem', key: 'settings.problem.restored' });
  useToastsStore().add({ tone: 'info', key: 'shell.chatGone' });
  await nextTick();
  expect(host.findAll('.toast')).toHaveLength(1);
  expect(host.text()).not.toContain('settings.problem');
  await loadLanguage(i18n.global, 'rest', 'en');
  lacksTexts.value = false;
  await nextTick();
  expect(host.findAll('.toast')).toHaveLength(2);
  expect(host.text()).toContain('the last good copy was restored');
});
