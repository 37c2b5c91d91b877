import type { KeyMap, ActionInfo } from '../../ui/keys/key-map';
import { paletteItem, type PaletteItem } from './palette-item';

type Translate = (key: string, values?: Record<string, string>) => string;

/** Groups whose actions are told where they can be done; the rest is "not possible here". */
const placed: Readonly<Record<string, string>> = {
  'keys.group.chat': 'keys.reason.chat',
  'keys.group.list': 'keys.reason.list',
  'keys.group.floor': 'keys.reason.floor',
};

/** At hand in the wall's own window before anything was typed. */
const offeredOnWall: ReadonlySet<string> = new Set(['attention.next', 'wall.openInFull']);

/** Every action of the table, with its keys, and why where it cannot be done now. The wall's own window knows fewer of them. */
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
          // Asked again: much may have changed since the list was made.
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
  const told = binding.disabledReasonKey?.() ?? null;
  if (told !== null) return told;
  return (binding.when?.() ?? true) ? null : 'keys.reason.notNow';
}
