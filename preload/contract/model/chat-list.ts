export type ListSort = 'attention' | 'waiting' | 'agent' | 'age';
export type ListGrouping = 'attention' | 'agent' | 'team';
export type ListFilter = 'all' | 'unread' | 'visible' | 'sms';

/** Settings of the chat list. */
export interface ListChoices {
  readonly sort: ListSort;
  readonly groupBy: ListGrouping;
  readonly filter: ListFilter;
  /** In pixels; `null` chooses a width that suits the window. */
  readonly width: number | null;
}

/** A snoozed chat: for a time, until something new arrives, or until the supervisor restores it. */
export interface SetAside {
  readonly chatId: string;
  readonly until: 'broughtBack' | 'news' | 'time';
  /** End of the snooze for `time`; otherwise its start. */
  readonly at: number;
  /** Index of the last entry at that time, for `news`; `null` if there was none. */
  readonly after: number | null;
}
