import { h, type Component } from 'vue';
import IconSystem from '~icons/lucide/monitor';
import IconDark from '~icons/lucide/moon';
import IconLight from '~icons/lucide/sun';
import type { Settings } from '../../../preload/contract';
import type { RowSetting } from '../../../preload/contract/setting-records';
import ModeIcon from '../../ui/icons/ModeIcon.vue';

type IconsOf<Name extends RowSetting> = Settings[Name] extends string
  ? Readonly<Record<Settings[Name], Component>>
  : never;

const icons: { readonly [Name in RowSetting]?: IconsOf<Name> } = {
  theme: { system: IconSystem, light: IconLight, dark: IconDark },
  watchMode: {
    monitor: () => h(ModeIcon, { mode: 'monitor' }),
    coach: () => h(ModeIcon, { mode: 'coach' }),
    bargeIn: () => h(ModeIcon, { mode: 'bargeIn' }),
  },
};

/** Icons of a setting's values, where they are known better by shape than by name. */
export const valueIcons: Readonly<Partial<Record<RowSetting, Readonly<Record<string, Component>>>>> = icons;
