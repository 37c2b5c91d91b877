import type { Medium } from '../../preload/contract';

interface VendorMedium {
  /** Path of its sessions: `/me/<resource>/{id}`, `/users/{id}/<resource>`. */
  readonly resource: string;
  /** Path of its channel: `/me/channels/<channel>`, `/users/{id}/channels/<channel>`. */
  readonly channel: string;
  /** Field of a notification that holds the session; also the prefix of a reference to it. */
  readonly payload: string;
  readonly messageType: string;
  /** The topic of text messages is inferred; the documentation does not name it. */
  readonly topic: string;
}

/** Names of each medium on the wire. The operations are the same for all media. */
export const vendorMedia: Readonly<Record<Medium, VendorMedium>> = {
  chat: {
    resource: 'chats',
    channel: 'chat',
    payload: 'chat',
    messageType: 'ChatStateChangeMessage',
    topic: '/v2/me/chats',
  },
  sms: {
    resource: 'smssessions',
    channel: 'smssession',
    payload: 'smssession',
    messageType: 'SMSsessionStateChangeMessage',
    topic: '/v2/me/smssessions',
  },
};

export const allMedia: readonly Medium[] = ['chat', 'sms'];

/** States, participants, data and transcripts of the supervisor's chats. */
export const channels: readonly string[] = [vendorMedia.chat.topic];
/** The same for other media, and the state of the own channels. Not every server has these topics. */
export const optionalChannels: readonly string[] = [
  ...allMedia.map((medium) => vendorMedia[medium].topic).slice(1),
  '/v2/me/channels',
];

export function mediumOfChannel(channel: string | undefined): Medium | null {
  return allMedia.find((medium) => vendorMedia[medium].channel === channel) ?? null;
}

export function mediumOfMessageType(messageType: string | undefined): Medium | null {
  return allMedia.find((medium) => vendorMedia[medium].messageType === messageType) ?? null;
}

/** Media for which this account has a channel, updated at sign-in and at each resync. Chat is always included. */
export class AvailableMedia {
  #offered: readonly Medium[] = ['chat'];
  readonly #excluded = new Set<Medium>();

  get current(): readonly Medium[] {
    return this.#offered;
  }

  updateFrom(channels: readonly Medium[]): void {
    this.#offered = allMedia.filter(
      (medium) => medium === 'chat' || (channels.includes(medium) && this.isSubscribed(medium)),
    );
  }

  /** Excludes a medium whose topic the server refused: without its events it would look live and be stale. */
  exclude(topic: string): void {
    for (const medium of allMedia) if (vendorMedia[medium].topic === topic) this.#excluded.add(medium);
    this.updateFrom(this.#offered);
  }

  isSubscribed(medium: Medium): boolean {
    return !this.#excluded.has(medium);
  }
}
