export type ListSort = 'attention' | 'waiting' | 'agent' | 'age';
export type ListGrouping = 'attention' | 'agent' | 'team';
export type ListFilter = 'all' | 'unread' | 'visible' | 'sms';

/** How the supervisor wants the list of chats. */
export interface ListChoices {
  readonly sort: ListSort;
  readonly groupBy: ListGrouping;
  readonly filter: ListFilter;
  /** In pixels; `null` while nobody chose one, for what suits the window. */
  readonly width: number | null;
}

/** How long a past chat stays in the list by itself. */
export type PastKept = 'quarter' | 'hour' | 'day' | 'untilRemoved';

/** A chat the supervisor does not want to hear of: for a while, until something new is in it, or until it is brought back. */
export interface SetAside {
  readonly chatId: string;
  readonly until: 'broughtBack' | 'news' | 'time';
  /** The moment, for `time`; else when it was set aside. */
  readonly at: number;
  /** The last entry that was there, for `news`; `null` where there was none. */
  readonly after: number | null;
}
