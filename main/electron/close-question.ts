import { dialog } from 'electron/main';
import type { CloseAnswer } from '../shell/close-main-window';
import { say } from '../ui-strings/ui-strings';

/** Asks whether closing the window ends the shift. */
export async function askAboutClosing(): Promise<CloseAnswer> {
  const { response, checkboxChecked } = await dialog.showMessageBox({
    type: 'question',
    title: say('outside.close.title'),
    message: say('outside.close.title'),
    detail: say('outside.close.text'),
    buttons: [say('outside.close.keep'), say('outside.quit'), say('outside.close.cancel')],
    checkboxLabel: say('outside.close.remember'),
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  const choice = (['hide', 'quit'] as const)[response] ?? 'cancel';
  return { choice, isRemembered: checkboxChecked };
}
