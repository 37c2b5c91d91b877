import { useI18n } from 'vue-i18n';
import { isValueAllowed } from '../../../preload/contract/rights';
import {
  rowsIn,
  settingGroups,
  settingRecords,
  type ChoiceRecord,
  type RowSetting,
  type SwitchRecord,
} from '../../../preload/contract/setting-records';
import { isEnded } from '../../domain/lists/chat-state';
import { settingValueText } from '../../domain/text/setting-value-text';
import { useAgentsStore } from '../../stores/agents.store';
import { useChatsStore } from '../../stores/chats.store';
import { useQuestionStore } from '../../stores/question.store';
import { useSessionStore } from '../../stores/session.store';
import { useSettingsStore } from '../../stores/settings.store';
import { paletteItem, type PaletteItem, type PaletteNavigation } from './palette-item';

/** The settings, one item per value. */
export function useSettingItems(reach: PaletteNavigation, isOnWall: boolean) {
  const { t } = useI18n();
  const store = useSettingsStore();
  const session = useSessionStore();
  const agents = useAgentsStore();
  const chats = useChatsStore();
  const question = useQuestionStore();

  /** This ends all watches and leaves all chats. */
  async function signOut(): Promise<void> {
    const count = agents.watches.length + [...chats.chats.values()].filter((chat) => !isEnded(chat)).length;
    if (count === 0 || (await question.confirm({ kind: 'signOut', count }))) await session.signOut();
  }

  function reasonAgainst(name: RowSetting, value: boolean | string): string | null {
    if (store.settings[name] === value) return t('keys.reason.already');
    if (session.policy.locked.includes(name)) return t('shell.setByAdministrator');
    return isValueAllowed(session.policy.rights, name, value) ? null : t('chat.mode.reason.notAllowed');
  }

  function itemOf(name: RowSetting, value: boolean | string): PaletteItem {
    const shown = typeof value === 'string' ? settingValueText(name, value, t) : t(`palette.setting.${onOff(value)}`);
    return paletteItem({
      id: `setting:${name}:${String(value)}`,
      kind: 'setting',
      label: t('palette.setting.value', { setting: t(`settings.${name}.title`), value: shown }),
      disabledReason: reasonAgainst(name, value),
      run: () => void store.change({ [name]: value }),
    });
  }

  function itemsOf(name: RowSetting): readonly PaletteItem[] {
    const record: ChoiceRecord | SwitchRecord = settingRecords[name];
    const values = record.kind === 'choice' ? record.values : [true, false];
    return values.map((value) => itemOf(name, value));
  }

  return (): readonly PaletteItem[] => [
    ...settingGroups.flatMap(rowsIn).flatMap(itemsOf),
    ...(isOnWall
      ? []
      : [
          paletteItem({ id: 'setting:all', kind: 'setting', label: t('keys.place.settings'), run: reach.openSettings }),
        ]),
    paletteItem({
      id: 'action:signOut',
      kind: 'action',
      label: t('palette.action.signOut'),
      isBulk: true,
      run: () => void signOut(),
    }),
  ];
}

function onOff(isOn: boolean): 'on' | 'off' {
  return isOn ? 'on' : 'off';
}
