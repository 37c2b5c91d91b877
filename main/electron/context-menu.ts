import { app, Menu, type MenuItemConstructorOptions } from 'electron/main';
import { say } from '../ui-strings/ui-strings';

/**
 * Gives text fields and selected texts a context menu with the usual entries. Pages with a menu of their own cancel the
 * event, so this one does not open there. Entries are roles: the page's own rules for copying apply.
 */
export function addContextMenus(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
      const hasSelection = selectionText.trim() !== '';
      if (!isEditable && !hasSelection) return;
      const entries: readonly MenuItemConstructorOptions[] = isEditable
        ? [
            { role: 'undo', label: say('outside.menu.undo'), enabled: editFlags.canUndo },
            { role: 'redo', label: say('outside.menu.redo'), enabled: editFlags.canRedo },
            { type: 'separator' },
            { role: 'cut', label: say('outside.menu.cut'), enabled: editFlags.canCut },
            { role: 'copy', label: say('outside.menu.copy'), enabled: editFlags.canCopy },
            { role: 'paste', label: say('outside.menu.paste'), enabled: editFlags.canPaste },
            { type: 'separator' },
            { role: 'selectAll', label: say('outside.menu.selectAll'), enabled: editFlags.canSelectAll },
          ]
        : [{ role: 'copy', label: say('outside.menu.copy'), enabled: editFlags.canCopy }];
      Menu.buildFromTemplate([...entries]).popup();
    });
  });
}
