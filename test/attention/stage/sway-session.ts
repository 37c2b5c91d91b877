import { PrivateBus } from '../../support/desktop/private-bus';
import { Sway } from '../../support/desktop/sway';
import { FloorProcess } from '../../support/practice/floor-process';
import { settingsForAlerts } from './alert-settings';
import { serveNotifications, type Endings } from './desktop-session';

/** Opens a Wayland desktop with notifications, and a practice floor; `options` opens a console there. */
export async function openSwaySession(endings: Endings) {
  const bus = endings.add(await PrivateBus.start(), (one) => one.stop());
  const sway = endings.add(await Sway.start(bus.address), (one) => one.stop());
  const service = await serveNotifications(endings, { bus });
  const floor = endings.add(await FloorProcess.start(), (one) => one.stop());
  const environment = { ...sway.environment, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const options = { floor, environment, flags: ['--ozone-platform=wayland'], settings: settingsForAlerts };
  return { sway, service, floor, options };
}
