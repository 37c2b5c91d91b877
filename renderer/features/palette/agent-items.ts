import { useI18n } from 'vue-i18n';
import type { Agent, AgentChat, Mode } from '../../../preload/contract';
import { isEnded } from '../../domain/lists/chat-state';
import { allowedModes } from '../../domain/modes/mode-option';
import { useAgentsStore } from '../../stores/agents.store';
import { useChatsStore } from '../../stores/chats.store';
import { useManyStore } from '../../stores/many.store';
import { useSessionStore } from '../../stores/session.store';
import { useSettingsStore } from '../../stores/settings.store';
import { useShownNames } from '../../stores/use-shown-names';
import { paletteItem, type PaletteItem, type PaletteNavigation } from './palette-item';

/** The agents with their commands, and the teams. */
export function useAgentItems(reach: PaletteNavigation) {
  const { t } = useI18n();
  const names = useShownNames();
  const agents = useAgentsStore();
  const chats = useChatsStore();
  const session = useSessionStore();
  const settings = useSettingsStore();
  const many = useManyStore();

  const nameOf = (agent: Agent): string => names.value.alone(agent.name, 'agent') || agent.userName;

  const agentItems = (): readonly PaletteItem[] =>
    agents.agents.map((agent) => {
      const watch = agents.watchOf(agent.id);
      return paletteItem({
        id: `agent:${agent.id}`,
        kind: 'agent',
        label: nameOf(agent),
        detail: [watch === undefined ? null : t('palette.agent.watched'), ...agent.groups].filter(Boolean).join(' · '),
        names: [agent.name, `${agent.name} ${agent.userName} ${agent.employeeId ?? ''}`.trim()],
        mode: watch?.mode ?? null,
        opens: () => actsOn(agent),
      });
    });

  function actsOn(agent: Agent): readonly PaletteItem[] {
    const { watchScope } = settings.settings;
    const watch = (mode: Mode): PaletteItem =>
      paletteItem({
        id: `agent:${agent.id}:watch:${mode}`,
        kind: 'action',
        label: t('palette.agent.watch', { name: nameOf(agent), mode: t(`mode.${mode}.name`) }),
        detail: t(`floor.scope.${watchScope}`),
        mode,
        isOffered: true,
        run: () => void many.watch({ agentIds: [agent.id], mode, scope: watchScope }),
      });
    const stop = paletteItem({
      id: `agent:${agent.id}:stop`,
      kind: 'action',
      label: t('palette.agent.stop', { name: nameOf(agent) }),
      isOffered: true,
      run: () => void many.stopWatching([agent.id]),
    });
    const isWatched = agents.watchOf(agent.id) !== undefined;
    return [...allowedModes(session.policy.rights).map(watch), ...(isWatched ? [stop] : []), ...chatsOf(agent)];
  }

  /** Unjoined running chats, which can be joined by the customer's name. */
  const joinItems = (): readonly PaletteItem[] =>
    agents.agents.flatMap((agent) =>
      (agent.chats ?? [])
        .filter(({ chatId }) => !isFollowed(chatId))
        .map((chat) => ({ ...itemOf(agent, chat), detail: t('chat.withAgent', { agent: nameOf(agent) }) })),
    );

  const isFollowed = (chatId: string): boolean => {
    const chat = chats.chats.get(chatId);
    return chat !== undefined && !isEnded(chat);
  };

  const chatsOf = (agent: Agent): readonly PaletteItem[] =>
    (agent.chats ?? []).map((chat) => ({ ...itemOf(agent, chat), isOffered: true }));

  function itemOf(agent: Agent, { chatId, customerName }: AgentChat): PaletteItem {
    const isOpen = isFollowed(chatId);
    const customer = names.value.alone(customerName, 'customer') || t('reader.dative.customer');
    const label = t(isOpen ? 'palette.agent.chat' : 'palette.agent.join', { customer });
    return paletteItem({
      id: `agent:${agent.id}:chat:${chatId}`,
      kind: 'chat',
      label,
      names: [label, `${label} ${agent.name}`],
      run: () => {
        if (isOpen) reach.openChat(chatId);
        else void chats.intrude({ agentId: agent.id, chatId, mode: 'monitor' });
      },
    });
  }

  function groupItems(): readonly PaletteItem[] {
    const members = new Map<string, string[]>();
    for (const agent of agents.agents) {
      for (const group of agent.groups) members.set(group, [...(members.get(group) ?? []), agent.id]);
    }
    const { watchGroups, watchMode, watchScope } = settings.settings;
    const inGroup = (directoryGroups: readonly string[]): string[] =>
      directoryGroups.flatMap((group) => members.get(group) ?? []);
    const saved = watchGroups.map((group) => ({
      ...group,
      agentIds: [...new Set([...group.agentIds, ...inGroup(group.directoryGroups)])],
      size: 'saved' as const,
    }));
    const directory = [...members].map(([name, agentIds]) => ({
      id: `directory:${name}`,
      name,
      agentIds,
      mode: watchMode,
      scope: watchScope,
      nickname: '',
      size: 'directory' as const,
    }));
    return [...saved, ...directory].map(({ id, name, agentIds, mode, scope, nickname, size }) =>
      paletteItem({
        id: `group:${id}`,
        kind: 'group',
        label: t('palette.group.watch', { name }),
        detail: t(`palette.group.${size}`, { n: agentIds.length }, agentIds.length),
        mode,
        isBulk: true,
        run: () => void many.watch({ agentIds, mode, scope, nickname }, { isAsked: true }),
      }),
    );
  }

  return { agentItems, joinItems, groupItems };
}
