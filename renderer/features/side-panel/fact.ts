/** A name and value of the side panel. */
export interface Fact {
  readonly key: string;
  readonly shown: string;
  /** The value for copying and for the tooltip, if it differs from the shown one. */
  readonly whole?: string;
}
