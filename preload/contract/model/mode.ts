/** How a supervisor takes part in a chat: invisible, visible to agents only, or visible to everyone. */
export type Mode = 'monitor' | 'coach' | 'bargeIn';

/** Who can see a participant or read an entry. */
export type Visibility = 'everyone' | 'agents' | 'supervisors';

/** The agent's next chat only, or every chat until the watch is cancelled. */
export type WatchScope = 'nextChat' | 'allChats';
