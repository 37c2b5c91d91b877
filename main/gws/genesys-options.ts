import type { NewId, Random } from '../base/chance';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { FloorSink } from '../floor/floor-sink';
import type { Http } from './http-port';

export interface GenesysOptions {
  /** As a person typed it; checked at sign-in. */
  readonly baseUrl: string;
  /** Shown to agents and customers; empty: the server's default. */
  readonly nickname: string;
  /** One server's HTTP, for the whole life of this object. */
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  readonly log: (scope: string) => Logger;
  readonly sink: FloorSink;
}

export interface SignedInFacts {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly serverVersion: string | null;
  readonly isSupervisor: boolean;
}
