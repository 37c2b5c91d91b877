import type { AppError, Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { ServerSnapshot, OwnChannelUpdate } from '../../floor/events';
import type { RestClient } from '../api/rest-client';
import { readMyAccount, readMySessions } from '../api/me';
import { readAgentStates, readOwnChannels } from '../api/own-channels';
import { allMedia, vendorMedia, type AvailableMedia } from '../media';
import { toNotReadyReasons, toOwnChannels } from '../translate/own-channels';
import type { WireAccount } from '../wire/account';
import type { WireOwnChannel } from '../wire/channel';
import { decodeList } from '../wire/lists';
import { EndpointSupport } from './served';

/** For a server that does not report channels: the supervisor may be logged in or not. */
const unknownChat: OwnChannelUpdate = { medium: 'chat', state: 'unknown', text: null, stateId: null };

export interface OwnSession {
  readonly medium: Medium;
  readonly item: unknown;
}

/** Everything that the server holds for the supervisor, not yet translated. */
export interface OwnSessionsSnapshot extends Pick<ServerSnapshot, 'unavailable' | 'ownChannels' | 'notReadyReasons'> {
  readonly sessions: readonly OwnSession[];
}

/**
 * Reads the supervisor's sessions of every medium and the own channels, which show the available media. A medium
 * that the server cannot report is named in `unavailable`, not taken as empty. If a channel disappears, its
 * sessions are requested separately. They count as gone only when both are missing twice in a row.
 */
export class OwnSessionsReader {
  readonly #caller: RestClient;
  readonly #media: AvailableMedia;
  readonly #channels = new EndpointSupport();
  readonly #states = new EndpointSupport();
  #haveChannelsBeenReported = false;
  readonly #onceOffered = new Set<Medium>();
  readonly #lackedBefore = new Set<Medium>();
  #reasons: Pick<ServerSnapshot, 'notReadyReasons'> = {};

  constructor(caller: RestClient, media: AvailableMedia) {
    this.#caller = caller;
    this.#media = media;
  }

  async read(timeoutMs: number, caller = this.#caller): Promise<Result<OwnSessionsSnapshot>> {
    const account = await readMyAccount(caller, timeoutMs);
    if (!account.ok) return account;
    const reported = account.value.channels ?? (await this.#readChannels(caller, timeoutMs));
    const channels =
      reported === null ? null : toOwnChannels(reported).filter(({ medium }) => this.#media.isSubscribed(medium));
    for (const medium of this.#media.current) this.#onceOffered.add(medium);
    if (channels !== null) this.#media.updateFrom(channels.map(({ medium }) => medium));
    for (const medium of this.#media.current) this.#onceOffered.add(medium);
    const sessions: OwnSession[] = [];
    const unavailable: Medium[] = [];
    for (const medium of allMedia) {
      const held = await this.#readSessions(caller, medium, account.value, timeoutMs);
      if (held.ok) {
        this.#lackedBefore.delete(medium);
        sessions.push(...held.value.map((item) => ({ medium, item })));
      } else if (medium === 'chat' || !isAbsent(held.error)) return held;
      else if (this.#isUnavailable(medium, channels === null)) unavailable.push(medium);
    }
    await this.#readReasons(caller, timeoutMs);
    const ownChannels = channels ?? (this.#haveChannelsBeenReported ? undefined : [unknownChat]);
    this.#haveChannelsBeenReported = true;
    return succeed({ sessions, unavailable, ...(ownChannels === undefined ? {} : { ownChannels }), ...this.#reasons });
  }

  #mayHold(medium: Medium): boolean {
    return this.#media.current.includes(medium) || (this.#onceOffered.has(medium) && this.#media.isSubscribed(medium));
  }

  #isUnavailable(medium: Medium, areChannelsMissing: boolean): boolean {
    if (this.#media.current.includes(medium) || areChannelsMissing) return true;
    const isFirstLack = this.#mayHold(medium) && !this.#lackedBefore.has(medium);
    this.#lackedBefore.add(medium);
    return isFirstLack;
  }

  async #readSessions(
    caller: RestClient,
    medium: Medium,
    account: WireAccount,
    timeoutMs: number,
  ): Promise<Result<readonly unknown[]>> {
    const embedded = account.sessions[medium];
    if (embedded !== null) return succeed(this.#media.isSubscribed(medium) ? embedded : []);
    if (!this.#mayHold(medium)) return fail('command.notFound');
    const separately = await readMySessions(caller, medium, timeoutMs);
    if (!separately.ok) return separately;
    const items = decodeList(separately.value, vendorMedia[medium].resource);
    return items === null ? fail('server.fault') : succeed(items);
  }

  async #readChannels(caller: RestClient, timeoutMs: number): Promise<readonly WireOwnChannel[] | null> {
    if (!this.#channels.isWorthTrying) return null;
    const channels = await readOwnChannels(caller, timeoutMs);
    if (channels.ok) this.#channels.answered();
    else this.#channels.recordFailure(channels.error);
    return channels.ok ? channels.value : null;
  }

  /** The reasons do not change during a shift, so they are read once. */
  async #readReasons(caller: RestClient, timeoutMs: number): Promise<void> {
    if (!this.#states.isWorthTrying || this.#states.has === true) return;
    const states = await readAgentStates(caller, timeoutMs);
    if (!states.ok) {
      this.#states.recordFailure(states.error);
      return;
    }
    this.#states.answered();
    this.#reasons = { notReadyReasons: toNotReadyReasons(states.value) };
  }
}

function isAbsent(error: AppError): boolean {
  return error.code === 'command.notFound' || error.code === 'command.forbidden';
}
