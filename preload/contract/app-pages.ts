/** The pages of the main window, in the order of the rail. Texts: `shell.rail.<page>`. */
export const appPages = ['chats', 'wall', 'agents', 'search', 'attention', 'journal', 'settings'] as const;
export type AppPage = (typeof appPages)[number];
