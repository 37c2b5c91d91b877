import type { KeyMap, ActionInfo } from '../../ui/keys/key-map';
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

/** All actions of the key map with their keys and, if unavailable, the reason. The wall window knows fewer. */
export function actionItems(keyMap: KeyMap, t: Translate, isOnWall: boolean): readonly PaletteItem[] {
  return keyMap.actions.flatMap((action) => {
    const binding = keyMap.bindingOf(action.id);
    if (binding?.isKeyOnly === true || action.id === 'shell.palette') return [];
    const disabledReasonKey = reasonAgainst(action, keyMap, isOnWall);
    return [
      paletteItem({
        id: `action:${action.id}`,
        kind: 'action',
        label: t(action.labelKey),
        names: [t(action.labelKey), `${t(action.groupKey)} ${t(action.labelKey)}`],
        detail: t(action.groupKey),
        caps: keyMap.keyLabelOf(action.id) ?? null,
        disabledReason: disabledReasonKey === null ? null : t(disabledReasonKey),
        isBulk: action.isBulk === true,
        isOffered: action.groupKey === 'keys.group.chat' || (isOnWall && offeredOnWall.has(action.id)),
        run: () => {
          // Checked again, because the state may have changed since the list was made.
          const now = reasonAgainst(action, keyMap, isOnWall) === null ? keyMap.bindingOf(action.id) : undefined;
          if (now?.choose !== undefined) now.choose();
          else now?.run(new KeyboardEvent('keydown'));
        },
      }),
    ];
  });
}

function reasonAgainst(action: ActionInfo, keyMap: KeyMap, isOnWall: boolean): string | null {
  const binding = keyMap.bindingOf(action.id);
  if (binding === undefined && isOnWall) return 'keys.reason.mainWindow';
  if (binding === undefined) return placed[action.groupKey] ?? 'keys.reason.elsewhere';
  const reason = binding.disabledReasonKey?.() ?? null;
  if (reason !== null) return reason;
  return (binding.when?.() ?? true) ? null : 'keys.reason.notNow';
}
