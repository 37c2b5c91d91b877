import { app, Menu, type ContextMenuParams, type MenuItemConstructorOptions, type WebContents } from 'electron/main';
import { pushChannel } from '../../preload/contract/channels';
import type { SpellingReplacement } from '../../preload/contract';
import { say } from '../ui-strings/ui-strings';

export interface ContextMenuSpelling {
  /** Whether these are the contents of one of our windows. */
  isOwnPage(contentsId: number): boolean;
  /** Returns what a word may mean; `null` if it is not misspelt. */
  suggestions(word: string): Promise<readonly string[] | null>;
  /** Adds a word to the supervisor's own. */
  addWord(word: string): void;
}

/**
 * Gives text fields and selected texts a context menu with the usual entries. Pages with a menu of their own cancel the
 * event, so this one does not open there. Entries are roles: the page's own rules for copying apply. A page selects a
 * misspelt word before its menu opens, so the selection says which one is meant.
 */
export function addContextMenus(spelling: ContextMenuSpelling): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('context-menu', (_event, params) => {
      if (params.isEditable) void openFieldMenu(contents, params, spelling);
      else if (params.selectionText.trim() !== '') Menu.buildFromTemplate([copyEntry(params)]).popup();
    });
  });
}

/** The menu waits for suggestions, because entries cannot be added to an open one. */
async function openFieldMenu(
  contents: WebContents,
  params: ContextMenuParams,
  spelling: ContextMenuSpelling,
): Promise<void> {
  const { selectionText: word, formControlType, editFlags } = params;
  const isChecked = formControlType === 'text-area' && word !== '' && spelling.isOwnPage(contents.id);
  const suggestions = isChecked ? await spelling.suggestions(word) : null;
  if (contents.isDestroyed()) return;
  Menu.buildFromTemplate([
    ...(suggestions === null ? [] : spellingEntries(contents, word, suggestions, spelling)),
    { role: 'undo', label: say('outside.menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: say('outside.menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: say('outside.menu.cut'), enabled: editFlags.canCut },
    copyEntry(params),
    { role: 'paste', label: say('outside.menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: say('outside.menu.selectAll'), enabled: editFlags.canSelectAll },
  ]).popup();
}

function copyEntry({ editFlags }: ContextMenuParams): MenuItemConstructorOptions {
  return { role: 'copy', label: say('outside.menu.copy'), enabled: editFlags.canCopy };
}

/** The page replaces the word itself, because only it knows whether the field still has it. */
function spellingEntries(
  contents: WebContents,
  word: string,
  suggestions: readonly string[],
  { addWord }: Pick<ContextMenuSpelling, 'addWord'>,
): readonly MenuItemConstructorOptions[] {
  const replacing = suggestions.map((replacement) => ({
    // An ampersand would mark the key of an entry.
    label: replacement.replaceAll('&', '&&'),
    click: () => {
      const chosen: SpellingReplacement = { word, replacement };
      if (!contents.isDestroyed()) contents.send(pushChannel('spelling.replace'), chosen);
    },
  }));
  const none = { label: say('outside.menu.noSuggestions'), enabled: false };
  const add = {
    label: say('outside.menu.addWord'),
    click: () => {
      addWord(word);
    },
  };
  return [...(replacing.length > 0 ? replacing : [none]), add, { type: 'separator' }];
}
