import { menuFactsOf, menuOperations } from '../../../preload/contract/chat-operations';
import type { ActionInfo } from '../../ui/keys/key-map';

/**
 * All actions of the console, so that the palette, the shortcut sheet and the shortcut settings list them even while
 * the component that runs them is not mounted. The component registers its condition and handler under the same id.
 */
const window = (id: string, labelKey: string, ...keys: readonly string[]): ActionInfo => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.window',
});
const chat = (id: string, labelKey: string, ...keys: readonly string[]): ActionInfo => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.chat',
});
const list = (id: string, labelKey: string, ...keys: readonly string[]): ActionInfo => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.list',
});
const wall = (id: string, labelKey: string, ...keys: readonly string[]): ActionInfo => ({
  id,
  keys,
  labelKey,
  groupKey: 'wall.keys.group',
});
const agents = (id: string, labelKey: string, ...keys: readonly string[]): ActionInfo => ({
  id,
  keys,
  labelKey,
  groupKey: 'keys.group.floor',
});

/**
 * Shows the supervisor to others or loses something. A single letter must be held; an action without a confirmation has
 * a chord, away from J, K and N.
 */
const guarded = (action: ActionInfo): ActionInfo => ({ ...action, isGuarded: true });
const bulk = (action: ActionInfo): ActionInfo => ({ ...action, isBulk: true });

export const keyCatalogue: readonly ActionInfo[] = [
  window('shell.palette', 'keys.palette', '$mod+k'),
  window('shell.find', 'keys.find', '$mod+Shift+k'),
  window('place.chats', 'keys.place.chats', '$mod+1'),
  window('place.agents', 'keys.place.agents', '$mod+2'),
  window('place.wall', 'keys.place.wall', '$mod+3'),
  window('wall.window', 'wall.ownWindow', '$mod+Shift+o'),
  window('place.search', 'keys.place.search', '$mod+4'),
  window('place.journal', 'keys.place.journal', '$mod+5'),
  window('place.attention', 'attention.tune.open'),
  window('place.settings', 'keys.place.settings', '$mod+,'),
  window('shell.search', 'keys.search', '$mod+f'),
  window('shell.sidePanel', 'keys.sidePanel', '$mod+.'),
  window('shell.watched', 'watching.key', '$mod+g'),
  window('shell.ownChannels', 'channels.key', '$mod+u'),
  window('shell.checkConnection', 'keys.checkConnection'),
  window('shell.keys', 'keys.sheet', '[Shift]+?'),
  chat('chat.mode.monitor', 'chat.keys.monitor', 'm'),
  chat('chat.mode.coach', 'chat.keys.coach', 'c'),
  guarded(chat('chat.mode.bargeIn', 'chat.keys.bargeIn', 'b')),
  chat('chat.stepBack', 'keys.stepBack', 'Escape'),
  {
    ...chat('shell.stepBackEverywhere', 'keys.stepBackEverywhere', 'Shift+Escape', '$mod+Shift+Backspace'),
    isKeyReserved: true,
  },
  chat('chat.write', 'chat.keys.write', 'r'),
  chat('chat.first', 'chat.keys.first', 'Home'),
  chat('chat.latest', 'chat.keys.latest', 'End'),
  guarded(chat('chat.accept', 'chat.keys.accept', 'y')),
  guarded(chat('chat.decline', 'chat.keys.decline', 'x')),
  chat('chat.actions', 'actions.keys.menu', 'a'),
  ...menuOperations.map((operation) => {
    const { keys, isGuarded } = menuFactsOf(operation);
    const action = chat(`chat.${operation}`, `actions.keys.${operation}`, keys);
    return isGuarded ? guarded(action) : action;
  }),
  chat('wall.pin', 'wall.keys.pin', 'p'),
  wall('wall.next', 'wall.keys.next', 'j', 'F6'),
  wall('wall.previous', 'wall.keys.previous', 'k', 'Shift+F6'),
  wall('wall.carry.left', 'wall.keys.carry.left', 'Shift+ArrowLeft'),
  wall('wall.carry.right', 'wall.keys.carry.right', 'Shift+ArrowRight'),
  wall('wall.carry.up', 'wall.keys.carry.up', 'Shift+ArrowUp'),
  wall('wall.carry.down', 'wall.keys.carry.down', 'Shift+ArrowDown'),
  wall('wall.openInFull', 'wall.openInFull', 'Enter'),
  wall('wall.more', 'wall.keys.more', '+'),
  wall('wall.fewer', 'wall.keys.fewer', '-'),
  wall('wall.fill.attention', 'wall.keys.fill.attention'),
  wall('wall.fill.byHand', 'wall.keys.fill.byHand'),
  list('attention.next', 'attention.keys.next', 'n'),
  list('attention.acknowledge', 'attention.keys.acknowledge', 's'),
  list('attention.why', 'attention.keys.why', 'e'),
  list('chatList.next', 'chatList.keys.next', 'j'),
  list('chatList.previous', 'chatList.keys.previous', 'k'),
  bulk(list('many.joinRunning', 'many.keys.joinRunning')),
  bulk(guarded(list('many.leaveQuiet', 'many.keys.leaveQuiet'))),
  bulk(agents('floor.watch', 'keys.floor.watch', 'w')),
  bulk(guarded(agents('floor.stop', 'keys.floor.stop', 'Shift+w'))),
  agents('floor.chooseAll', 'keys.floor.chooseAll', '$mod+a'),
  agents('floor.enterList', 'keys.floor.enterList', 'ArrowDown'),
];
