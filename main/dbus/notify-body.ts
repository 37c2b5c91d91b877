import { Variant } from '@jellybrick/dbus-next';
import type { NotificationAction, NotificationContent } from '../notifications/desktop-notifier';
import { escapeMarkup } from '../notifications/plain-text';

/** How the desktop knows the program and its buttons. */
export interface SenderIdentity {
  readonly appName: string;
  /** Name of the installed `.desktop` file without its ending, by which the desktop knows the program. */
  readonly desktopEntry: string;
  /** Name or `file:` address of the icon. */
  readonly icon: string;
  /** Label of a button in the current language. */
  readonly labelOf: (action: NotificationAction) => string;
}

/**
 * Returns the arguments of `Notify`. `id` is the notification to update, if there is one. Unknown capabilities count as
 * present, because a body that is not escaped could be read as markup.
 */
export function notifyBody(
  { title, body, urgency, hasSound, isPersistent, actions }: NotificationContent,
  id: number | null,
  capabilities: ReadonlySet<string> | null,
  { appName, desktopEntry, icon, labelOf }: SenderIdentity,
): unknown[] {
  const has = (capability: string): boolean => capabilities?.has(capability) ?? true;
  const buttons = has('actions') ? actions.flatMap((action) => [action, labelOf(action)]) : [];
  const hints = {
    urgency: new Variant('y', urgency === 'critical' ? 2 : 1),
    'desktop-entry': new Variant('s', desktopEntry),
    category: new Variant('s', 'im.received'),
    'suppress-sound': new Variant('b', !hasSound),
    ...(hasSound ? { 'sound-name': new Variant('s', 'message-new-instant') } : {}),
  };
  return [
    appName,
    id ?? 0,
    icon,
    title,
    has('body-markup') ? escapeMarkup(body) : body,
    ['default', labelOf('open'), ...buttons],
    hints,
    isPersistent ? 0 : -1,
  ];
}
