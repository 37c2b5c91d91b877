import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../main/settings/settings-schema';
import { untilRead } from '../../../../renderer/stores/settings-until-read';

it('goes by no rule of attention, of all that there are', () => {
  const { rules } = untilRead.attention;
  expect(Object.keys(rules)).toEqual(Object.keys(defaultSettings.attention.rules));
  expect(Object.values(rules).filter(({ isOn }) => isOn)).toEqual([]);
});
