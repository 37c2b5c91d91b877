import type { KeyBinding, KeyMap, ActionInfo } from '../../ui/keys/key-map';
import { paletteItem, type PaletteItem } from './palette-item';

type Translate = (key: string, values?: Record<string, string>) => string;

/** Groups whose reasons are shown where they apply; elsewhere the text is "not possible here". */
const placed: Readonly<Record<string, string>> = {
  'keys.group.chat': 'keys.reason.chat',
  'keys.group.list': 'keys.reason.list',
  'keys.group.floor': 'keys.reason.floor',
};

/** The actions that the wall window suggests before anything is typed. */
const offeredOnWall: ReadonlySet<string> = new Set(['attention.next', 'wall.openInFull']);

/** An action with its texts, which stay the same while only its availability changes. */
export interface NamedAction {
  readonly action: ActionInfo;
  readonly item: Pick<PaletteItem, 'id' | 'kind' | 'label' | 'names' | 'detail' | 'caps' | 'isBulk'>;
}

/** All actions of the key map with their keys. */
export function namedActions(keyMap: KeyMap, t: Translate): readonly NamedAction[] {
  return keyMap.actions
    .filter(({ id }) => id !== 'shell.palette')
    .map((action) => {
      const [label, group] = [t(action.labelKey), t(action.groupKey)];
      return {
        action,
        item: {
          ...{ id: `action:${action.id}`, kind: 'action', label, names: [label, `${group} ${label}`], detail: group },
          ...{ caps: keyMap.keyLabelOf(action.id) ?? null, isBulk: action.isBulk === true },
        },
      };
    });
}

/** The actions and, if they are unavailable, the reason. The wall window knows fewer. */
export function actionItems(
  named: readonly NamedAction[],
  keyMap: KeyMap,
  t: Translate,
  isOnWall: boolean,
): readonly PaletteItem[] {
  const reasonAgainst = (action: ActionInfo, binding: KeyBinding | undefined): string | null => {
    if (binding === undefined && isOnWall) return 'keys.reason.mainWindow';
    if (binding === undefined) return placed[action.groupKey] ?? 'keys.reason.elsewhere';
    const reason = binding.disabledReasonKey?.() ?? null;
    if (reason !== null) return reason;
    return (binding.when?.() ?? true) ? null : 'keys.reason.notNow';
  };
  return named.flatMap(({ action, item }) => {
    const binding = keyMap.bindingOf(action.id);
    if (binding?.isKeyOnly === true) return [];
    const disabledReasonKey = reasonAgainst(action, binding);
    return [
      paletteItem({
        ...item,
        disabledReason: disabledReasonKey === null ? null : t(disabledReasonKey),
        isOffered: action.groupKey === 'keys.group.chat' || (isOnWall && offeredOnWall.has(action.id)),
        run: () => {
          // Checked again, because the state may have changed since the list was made.
          const now = keyMap.bindingOf(action.id);
          if (now === undefined || reasonAgainst(action, now) !== null) return;
          if (now.choose !== undefined) now.choose();
          else now.run(new KeyboardEvent('keydown'));
        },
      }),
    ];
  });
}
