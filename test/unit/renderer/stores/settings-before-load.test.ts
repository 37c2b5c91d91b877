import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../main/settings/settings-schema';
import { settingsBeforeLoad } from '../../../../renderer/stores/settings-before-load';

it('goes by no rule of attention, of all that there are', () => {
  const { rules } = settingsBeforeLoad.attention;
  expect(Object.keys(rules)).toEqual(Object.keys(defaultSettings.attention.rules));
  expect(Object.values(rules).filter(({ isOn }) => isOn)).toEqual([]);
});
