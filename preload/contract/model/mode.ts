/** How a supervisor takes part in a chat. Silent, to the agents only, or heard by everyone. */
export type Mode = 'monitor' | 'coach' | 'bargeIn';

/** Who a participant is seen by, or who a message is read by. */
export type Visibility = 'everyone' | 'agents' | 'supervisors';

/** One chat and then stop, or every chat until the watch is stopped. */
export type WatchScope = 'nextChat' | 'allChats';
