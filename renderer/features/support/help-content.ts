/** Topics of the guide, in their order. Texts: `support.guide.<topic>`. */
export const guideTopics = ['modes', 'readers', 'stepBack', 'live', 'attention', 'journal'] as const;

/** What this version brings. Texts: `support.news.<item>`; the changelog has the rest. */
export const newsItems = ['signIn', 'attention', 'alerts', 'away', 'journal', 'budget', 'policy', 'support'] as const;
