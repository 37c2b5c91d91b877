import type { KnownAction } from '../ui/keys/key-map';

/**
 * Every action of the console, so that the palette, the sheet of keys and the choice of keys list them also while the part that
 * does them is not on the screen. The part itself says when it works and what it does, under the same id.
 */
const window = (id: string, labelKey: string, ...keys: readonly string[]): KnownAction => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.window',
});
const chat = (id: string, labelKey: string, ...keys: readonly string[]): KnownAction => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.chat',
});
const list = (id: string, labelKey: string, ...keys: readonly string[]): KnownAction => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.list',
});
const wall = (id: string, labelKey: string, ...keys: readonly string[]): KnownAction => ({
  id,
  keys,
  labelKey,
  groupKey: 'wall.keys.group',
});
const agents = (id: string, labelKey: string, ...keys: readonly string[]): KnownAction => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.floor',
});

export const keyCatalogue: readonly KnownAction[] = [
  window('shell.palette', 'keys.palette', '$mod+k'),
  window('shell.find', 'keys.find', '$mod+Shift+k'),
  window('place.chats', 'keys.place.chats', '$mod+1'),
  window('place.agents', 'keys.place.agents', '$mod+2'),
  window('place.wall', 'keys.place.wall', '$mod+3'),
  window('wall.window', 'wall.ownWindow', '$mod+Shift+o'),
  window('place.search', 'keys.place.search'),
  window('place.settings', 'keys.place.settings', '$mod+,'),
  window('shell.search', 'keys.search', '$mod+f'),
  window('shell.sidePanel', 'keys.sidePanel', '$mod+.'),
  window('shell.keys', 'keys.sheet', '[Shift]+?'),
  chat('chat.mode.monitor', 'chat.keys.monitor', 'm'),
  chat('chat.mode.coach', 'chat.keys.coach', 'c'),
  chat('chat.mode.bargeIn', 'chat.keys.bargeIn', 'b'),
  chat('chat.stepBack', 'keys.stepBack', 'Escape'),
  chat('shell.stepBackEverywhere', 'keys.stepBackEverywhere', 'Shift+Escape'),
  chat('chat.write', 'chat.keys.write', 'r'),
  chat('chat.latest', 'chat.keys.latest', 'End'),
  chat('wall.pin', 'wall.keys.pin', 'p'),
  wall('wall.next', 'wall.keys.next', 'j', 'F6'),
  wall('wall.previous', 'wall.keys.previous', 'k', 'Shift+F6'),
  wall('wall.carry.left', 'wall.keys.carry.left', 'Shift+ArrowLeft'),
  wall('wall.carry.right', 'wall.keys.carry.right', 'Shift+ArrowRight'),
  wall('wall.carry.up', 'wall.keys.carry.up', 'Shift+ArrowUp'),
  wall('wall.carry.down', 'wall.keys.carry.down', 'Shift+ArrowDown'),
  wall('wall.openInFull', 'wall.openInFull', 'Enter'),
  list('chatList.next', 'chatList.keys.next', 'j'),
  list('chatList.previous', 'chatList.keys.previous', 'k'),
  agents('floor.watch', 'keys.floor.watch', 'w'),
  agents('floor.stop', 'keys.floor.stop', 'Shift+w'),
  agents('floor.chooseAll', 'keys.floor.chooseAll', '$mod+a'),
  agents('floor.enterList', 'keys.floor.enterList', 'ArrowDown'),
];
