import type { ReceivedNotification, StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { eventually } from '../../support/electron/eventually';
import type { AlertedChat } from './alerted-chats';
import type { AttendedConsole } from './attended-console';

/** The live toast of a chat, by the name of its customer. */
export function toastOf(service: StandInNotifications, { customer }: Pick<AlertedChat, 'customer'>) {
  return [...service.live.values()].find(({ body }) => body.includes(customer));
}

/** A toast that does not come ends the measure, with what the console knows of the desktop. */
export async function waitForToast(
  console: AttendedConsole,
  service: StandInNotifications,
  chat: Pick<AlertedChat, 'customer'>,
  withinMs?: number,
): Promise<ReceivedNotification> {
  const toast = await eventually(
    `the toast of ${chat.customer}`,
    () => Promise.resolve(toastOf(service, chat)),
    (one) => one !== undefined,
    withinMs,
  ).catch(async (cause: unknown) => {
    throw new Error(`${String(cause)}; the console says: ${await console.desktop()}`);
  });
  if (toast === undefined) throw new Error('eventually returns what it waited for');
  return toast;
}
