import type { Medium } from '../contact-centre/model';

interface WireMedium {
  readonly resource: string;
  readonly channel: string;
  readonly payload: string;
  readonly messageType: string;
  readonly topic: string;
}

/** What sessions of each medium are called on the wire. Nothing else differs between them. */
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

/** Those this contact centre has. */
export function mediaOffered(quirks: { readonly smsSessions: boolean }): readonly Medium[] {
  return quirks.smsSessions ? everyMedium : ['chat'];
}
