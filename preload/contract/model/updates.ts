/** Why an update could not be found or downloaded. `notSigned`: not signed with the key of the policy. */
export type UpdateProblem = 'unreachable' | 'noFeed' | 'notSigned' | 'altered' | 'incomplete' | 'failed';

/** State of the program's own updates. Times are epoch milliseconds. */
export type UpdateState =
  /** No policy names a feed: new versions come another way. */
  | { readonly phase: 'off' }
  | { readonly phase: 'notChecked' }
  | { readonly phase: 'checking' }
  | { readonly phase: 'upToDate'; readonly checkedAt: number }
  /** `canDownload`: this installation can replace itself. */
  | { readonly phase: 'available'; readonly version: string; readonly canDownload: boolean }
  | { readonly phase: 'downloading'; readonly version: string; readonly percent: number }
  /** Downloaded and checked; it is installed when the program quits. */
  | { readonly phase: 'ready'; readonly version: string }
  | { readonly phase: 'failed'; readonly problem: UpdateProblem };
