import { dequal } from 'dequal';
import type { PolicyState, Settings } from '../../../preload/contract';
import { settingRecords, type RowSetting } from '../../../preload/contract/setting-records';
import { settingSource, type SettingSource } from '../../../preload/contract/setting-source';
import { settingValueText } from '../../domain/text/setting-value-text';

export interface EffectiveSetting {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  readonly source: SettingSource;
}

interface EffectiveInput {
  readonly settings: Settings;
  readonly policy: Pick<PolicyState, 'locked'>;
  readonly t: (key: string) => string;
}

/** Returns every recorded setting as it applies now, in the order of the records, with its source. */
export function effectiveSettings({ settings, policy, t }: EffectiveInput): readonly EffectiveSetting[] {
  return (Object.keys(settingRecords) as (keyof typeof settingRecords)[]).map((name) => {
    const source = settingSource(name, settings[name], { locked: policy.locked, isSame: dequal });
    return { name, source, ...textsOf(name, settings[name], t) };
  });
}

function textsOf(name: keyof typeof settingRecords, value: unknown, t: (key: string) => string) {
  const isRow = settingRecords[name].kind !== 'parts' && settingRecords[name].group !== null;
  const title = isRow ? t(`settings.${name}.title`) : t(`settings.policy.part.${name}`);
  if (typeof value === 'boolean') return { title, value: t(value ? 'settings.policy.on' : 'settings.policy.off') };
  return {
    title,
    value: isRow ? settingValueText(name as RowSetting, String(value), t) : t('settings.policy.ownPage'),
  };
}
