/** A name and a value of the side panel. */
export interface Fact {
  readonly key: string;
  readonly shown: string;
  /** What is copied and shown on hover, where it is not what is shown. */
  readonly whole?: string;
}
