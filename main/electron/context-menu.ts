import { app, Menu, type ContextMenuParams, type MenuItemConstructorOptions, type WebContents } from 'electron/main';
import { say } from '../ui-strings/ui-strings';

export interface ContextMenuSpelling {
  /** Returns what a misspelt word may mean; empty if nothing is known. */
  suggest(word: string): Promise<readonly string[]>;
  /** Adds a word to the supervisor's own. */
  addWord(word: string): void;
}

/**
 * Gives text fields and selected texts a context menu with the usual entries. Pages with a menu of their own cancel the
 * event, so this one does not open there. Entries are roles: the page's own rules for copying apply.
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
  const { misspelledWord: word, editFlags } = params;
  const entries = word === '' ? [] : spellingEntries(contents, word, await spelling.suggest(word), spelling);
  if (contents.isDestroyed()) return;
  Menu.buildFromTemplate([
    ...entries,
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

function spellingEntries(
  contents: WebContents,
  word: string,
  suggestions: readonly string[],
  { addWord }: Pick<ContextMenuSpelling, 'addWord'>,
): readonly MenuItemConstructorOptions[] {
  const replacing = suggestions.map((suggestion) => ({
    // An ampersand would mark the key of an entry.
    label: suggestion.replaceAll('&', '&&'),
    click: () => {
      contents.replaceMisspelling(suggestion);
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
