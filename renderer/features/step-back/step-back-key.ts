import type { KeyBinding } from '../../ui/keys/key-map';

/** Steps back in all chats. It exists in every window and takes precedence over all other keys. */
export function stepBackKey(stepBackEverywhere: () => void): KeyBinding {
  return {
    id: 'shell.stepBackEverywhere',
    // The menu handles the second one: a text field would take it for "delete to the start of the line".
    keys: ['Shift+Escape', '$mod+Shift+Backspace'],
    labelKey: 'keys.stepBackEverywhere',
    groupKey: 'keys.group.chat',
    isKeyReserved: true,
    worksInText: true,
    worksInLayers: true,
    run: stepBackEverywhere,
  };
}
