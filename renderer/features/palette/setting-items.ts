import { useI18n } from 'vue-i18n';
import type { Settings } from '../../../preload/contract';
import { isEnded } from '../../domain/lists/chat-state';
import { useAgentsStore } from '../../stores/agents.store';
import { useChatsStore } from '../../stores/chats.store';
import { useQuestionStore } from '../../stores/question.store';
import { useSessionStore } from '../../stores/session.store';
import { useSettingsStore } from '../../stores/settings.store';
import { paletteItem, type PaletteItem, type PaletteNavigation } from './palette-item';

const themes = ['system', 'light', 'dark'] as const;
const densities = ['comfortable', 'compact'] as const;
const watchModes = ['monitor', 'coach', 'bargeIn'] as const;
const watchScopes = ['allChats', 'nextChat'] as const;
const languages = ['system', 'en', 'de', 'ar'] as const;
const resumptions = ['offer', 'always', 'never'] as const;
const bargeInWays = ['press', 'hold'] as const;
const switches = [
  'acceptsInvitations',
  'notifyChatStarted',
  'notifyChatTakenAway',
  'notifyNeedsYou',
  'closeToTray',
] as const;

type ChoiceName =
  | 'language'
  | 'theme'
  | 'density'
  | 'watchMode'
  | 'watchScope'
  | 'resumesWatches'
  | 'bargeInBy'
  | (typeof switches)[number];

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

  function choice<K extends ChoiceName>(
    key: K,
    value: Settings[K],
    words: string,
    setting = t(`settings.${key}.title`),
  ): PaletteItem {
    return paletteItem({
      id: `setting:${key}:${String(value)}`,
      kind: 'setting',
      label: t('palette.setting.value', { setting, value: words }),
      disabledReason: store.settings[key] === value ? t('keys.reason.already') : null,
      run: () => void store.change({ [key]: value }),
    });
  }

  return (): readonly PaletteItem[] => [
    ...themes.map((theme) => choice('theme', theme, t(`settings.theme.${theme}`))),
    ...densities.map((density) => choice('density', density, t(`settings.density.${density}`))),
    ...watchModes.map((mode) => choice('watchMode', mode, t(`mode.${mode}.name`))),
    ...watchScopes.map((scope) => choice('watchScope', scope, t(`floor.scope.${scope}`))),
    ...resumptions.map((resumption) =>
      choice('resumesWatches', resumption, t(`watching.setting.${resumption}`), t('watching.setting.title')),
    ),
    ...bargeInWays.map((way) => choice('bargeInBy', way, t(`hold.setting.${way}`), t('hold.setting.title'))),
    ...languages.map((language) => choice('language', language, t(`settings.language.${language}`))),
    ...switches.flatMap((key) => [
      choice(key, true, t('palette.setting.on')),
      choice(key, false, t('palette.setting.off')),
    ]),
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
