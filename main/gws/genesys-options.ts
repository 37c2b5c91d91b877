import type { ConnectionReason } from '../../preload/contract';
import type { NewId, Random } from '../base/random';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { FloorSink } from '../floor/floor-sink';
import type { Http } from './http-port';
import type { OwnStanding } from './own-channel-state';

export interface GenesysOptions {
  /** As typed by the user; validated at sign-in. */
  readonly baseUrl: string;
  /** Shown to agents and customers; empty: the server's default. */
  readonly nickname: string;
  /** Further addresses of the same contact centre, in failover order. */
  readonly otherUrls?: readonly string[];
  /** Creates a new port for every session at every address, so that their cookies never mix. */
  readonly openHttp: () => Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  readonly log: (scope: string) => Logger;
  readonly sink: FloorSink;
  /** Returns the own channels as last known, so that their state survives a lost session. */
  readonly ownChannels?: OwnStanding;
  /** Returns the least pause between two polls; see `poll-pause.ts`. Absent: none. */
  readonly pollPauseMs?: () => number;
  /** Returns how many requests a second are sent at most, for the sessions opened from then on. Absent or `null`: no limit. */
  readonly mostPerSecond?: () => number | null;
}

export interface SignedInFacts {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly serverVersion: string | null;
  readonly isSupervisor: boolean;
}

/** Receives what is known about the health of one address. */
export interface AddressHealth {
  /** An attempt failed and another one is planned. */
  failed(reason: ConnectionReason): void;
  /** The floor is live over this address and requests succeed. */
  good(): void;
  /** The credentials were sent again to restore a lost session. */
  credentialsUsed(): void;
}

export interface ConnectionOptions extends Omit<GenesysOptions, 'baseUrl' | 'otherUrls' | 'openHttp'> {
  /** Validated base URL. */
  readonly baseUrl: string;
  /** Own port of this address: its cookies are never sent to another one. */
  readonly http: Http;
  /** Receives the health of this address once it is in use. */
  readonly health: AddressHealth;
}
