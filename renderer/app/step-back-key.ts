import type { KeyBinding } from '../ui/keys/key-map';

/** Returns to monitoring in all chats. Every window has it, and nothing takes precedence over it. */
export function stepBackKey(stepBackEverywhere: () => void): KeyBinding {
  return {
    id: 'shell.stepBackEverywhere',
    // The second is the menu's: a text field would take it for "delete to the start" and never let it come to the menu.
    keys: ['Shift+Escape', '$mod+Shift+Backspace'],
    labelKey: 'keys.stepBackEverywhere',
    groupKey: 'keys.group.chat',
    isKeyReserved: true,
    worksInText: true,
    worksInLayers: true,
    run: stepBackEverywhere,
  };
}
