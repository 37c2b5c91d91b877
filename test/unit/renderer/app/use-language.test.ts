import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it, onTestFinished, vi } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Language } from '../../../../preload/contract/languages';
import { createAppI18n } from '../../../../renderer/app/i18n';
import { loadLanguage, useLanguage } from '../../../../renderer/app/use-language';
import { builtInTexts, loadTexts, type CataloguePart, type Texts } from '../../../../renderer/locales/load-catalogue';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';

/** The catalogues in a package of which some files cannot be read. */
class DamagedCatalogues {
  readonly unreadable = new Set<string>();

  readonly read = (language: Language, part: CataloguePart): Promise<Texts> =>
    this.unreadable.has(`${language} ${part}`)
      ? Promise.reject(new Error(`${language} ${part} cannot be read`))
      : loadTexts(language, part);
}

/** A window of a supervisor who chose German, with one text of each part; that of the rest is shown once it is loaded. */
async function germanWindow(...unreadable: readonly string[]) {
  vi.stubGlobal('reportError', () => undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  const settings = useSettingsStore();
  settings.settings = { ...settings.settings, language: 'de' };
  // Texts are added to the given objects.
  const i18n = createAppI18n({ en: { ...builtInTexts.en } });
  const catalogues = new DamagedCatalogues();
  for (const file of unreadable) catalogues.unreadable.add(file);
  const hasRest = shallowRef(false);
  const page = defineComponent(() => {
    const { t } = useI18n();
    useLanguage(catalogues.read);
    return () => h('p', t('signIn.hidePassword') + (hasRest.value ? `, ${t('chatList.accept')}` : ''));
  });
  await loadLanguage(i18n.global, 'first', 'de', catalogues.read);
  const window = mount(page, { global: { plugins: [pinia, i18n] } });
  onTestFinished(() => {
    window.unmount();
  });
  await flushPromises();
  const textWithRest = async (): Promise<string> => {
    await loadLanguage(i18n.global, 'rest', 'de', catalogues.read);
    hasRest.value = true;
    await flushPromises();
    return window.text();
  };
  return { catalogues, textWithRest };
}

it('shows the language of the supervisor', async () => {
  const { textWithRest } = await germanWindow();
  expect(await textWithRest()).toBe('Passwort ausblenden, Beitreten');
});

it('is English as a whole if the first part of the language cannot be read', async () => {
  const { textWithRest } = await germanWindow('de first');
  expect(await textWithRest()).toBe('Hide password, Join');
});

it('has the English texts of a part that cannot be read', async () => {
  const { textWithRest } = await germanWindow('de rest');
  expect(await textWithRest()).toBe('Passwort ausblenden, Join');
});

it('changes to the language once its first part can be read after all', async () => {
  const { catalogues, textWithRest } = await germanWindow('de first');
  catalogues.unreadable.clear();
  expect(await textWithRest()).toBe('Passwort ausblenden, Beitreten');
});
