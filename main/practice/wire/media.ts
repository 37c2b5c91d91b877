import type { Medium } from '../contact-centre/model';

interface WireMedium {
  readonly resource: string;
  readonly channel: string;
  readonly payload: string;
  readonly messageType: string;
  readonly topic: string;
}

/** Names of each medium's sessions on the wire. The media do not differ otherwise. */
export const wireMedia: Readonly<Record<Medium, WireMedium>> = {
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

export const everyMedium: readonly Medium[] = ['chat', 'sms'];

/** Returns the media this contact centre offers. */
export function mediaOffered(quirks: { readonly smsSessions: boolean }): readonly Medium[] {
  return quirks.smsSessions ? everyMedium : ['chat'];
}
