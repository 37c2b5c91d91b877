import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DesktopProgram } from './desktop-program';

/** As other desktops do: a click opens. By default dunst only closes what was clicked. */
const configuration = `[global]
  origin = top-right
  offset = 20x20
  width = 380
  font = DejaVu Sans 11
  markup = full
  format = "<b>%s</b>\\n%b"
  mouse_left_click = do_action, close_current
`;

/** The notification service of light desktops. It draws, and replies to clicks. */
export function startDunst(environment: Readonly<Record<string, string>>): DesktopProgram {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sightline-dunst-')), 'dunstrc');
  writeFileSync(file, configuration);
  return DesktopProgram.start('dunst', ['-conf', file], environment);
}
