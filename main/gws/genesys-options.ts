import type { Medium } from '../../preload/contract';
import type { NewId, Random } from '../base/random';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { FloorSink } from '../floor/floor-sink';
import type { AddressHealth } from './failover/address-health';
import type { Http } from './http-port';
import type { OwnStanding } from './own-standing';

export interface GenesysOptions {
  /** As a person typed it; checked at sign-in. */
  readonly baseUrl: string;
  /** Shown to agents and customers; empty: the server's default. */
  readonly nickname: string;
  /** Further addresses of the same contact centre, in the order in which they take over. */
  readonly otherUrls?: readonly string[];
  /** A new one for every session at every address, so that cookies of two never meet. */
  readonly openHttp: () => Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  readonly log: (scope: string) => Logger;
  readonly sink: FloorSink;
  /** Which resource of the server a chat is an instance of; what was read is remembered on the floor, not here. */
  readonly mediumOf: (chatId: string) => Medium;
  /** The own channels as the floor last knew them, so that a lost session costs none of them its state. */
  readonly ownStanding?: OwnStanding;
}

export interface SignedInFacts {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly serverVersion: string | null;
  readonly isSupervisor: boolean;
}

export interface ConnectionOptions extends Omit<GenesysOptions, 'baseUrl' | 'otherUrls' | 'openHttp'> {
  /** As it came out of the check of addresses. */
  readonly baseUrl: string;
  /** Its own, so that no cookie of another address is ever sent to this one. */
  readonly http: Http;
  /** Told how this address fares once it is followed. */
  readonly witness: AddressHealth;
}
