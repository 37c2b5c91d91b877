import type { Medium } from '../../preload/contract';

interface VendorMedium {
  /** Where its sessions live: `/me/<resource>/{id}`, `/users/{id}/<resource>`. */
  readonly resource: string;
  /** Its channel: `/me/channels/<channel>`, `/users/{id}/channels/<channel>`. */
  readonly channel: string;
  /** Under which name a notification carries the session, and with which prefix it names it by reference. */
  readonly payload: string;
  readonly messageType: string;
  /** That of text messages is inferred: the documentation does not print it. */
  readonly topic: string;
}

/** The operations are the same on every medium; all that differs is what things are called. */
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

/** States, participants, data and transcripts of the own chats. */
export const channels: readonly string[] = [vendorMedia.chat.topic];
/** The same of other media, and the own standing on each channel: good to hear, and not every server tells them. */
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

/** Which media this account has a channel for. Learned at sign-in and at each reading; chats it always has. */
export class AvailableMedia {
  #offered: readonly Medium[] = ['chat'];
  readonly #unheard = new Set<Medium>();

  get current(): readonly Medium[] {
    return this.#offered;
  }

  updateFrom(channels: readonly Medium[]): void {
    this.#offered = allMedia.filter(
      (medium) => medium === 'chat' || (channels.includes(medium) && this.isSubscribed(medium)),
    );
  }

  /** The server does not tell us of it: what nobody hears of is not offered, lest it look live. */
  exclude(topic: string): void {
    for (const medium of allMedia) if (vendorMedia[medium].topic === topic) this.#unheard.add(medium);
    this.updateFrom(this.#offered);
  }

  isSubscribed(medium: Medium): boolean {
    return !this.#unheard.has(medium);
  }
}
