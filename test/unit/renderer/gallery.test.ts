import { readdirSync } from 'node:fs';
import path from 'node:path';
import { mount } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { h } from 'vue';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAppI18n } from '../../../renderer/app/i18n';
import { catalogues } from '../../../renderer/locales/catalogues';
import { componentStories } from '../../gallery/component-stories';
import { keyboardText } from '../../gallery/page-in-browser';

describe('the gallery', () => {
  it('has a story for every component of renderer/ui', () => {
    const components = readdirSync(path.resolve('renderer/ui'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.vue'))
      .map((file) => path.basename(file, '.vue'));
    const shown = componentStories.flatMap(({ shows }) => shows);
    expect(shown.toSorted()).toEqual(components.toSorted());
  });

  it.each(componentStories.map((story) => [story.shows.join(', '), story] as const))('draws %s', (_, story) => {
    const wrapper = mount(() => h(TooltipProvider, () => story.draw()), {
      global: { plugins: [createAppI18n(catalogues)] },
      attachTo: document.body,
    });
    onTestFinished(() => {
      wrapper.unmount();
    });
    expect(wrapper.findAll('*').length).toBeGreaterThan(0);
  });

  it.each([
    ['a', '{a}'],
    ['Enter', '{Enter}'],
    ['Control+k', '{Control>}{k}{/Control}'],
    ['Control+Shift+k', '{Control>}{Shift>}{K}{/Control}{/Shift}'],
    ['Shift+?', '{Shift>}{?}{/Shift}'],
    ['Control+,', '{Control>}{,}{/Control}'],
  ])('presses %s as a person does', (chord, text) => {
    expect(keyboardText(chord)).toBe(text);
  });
});
