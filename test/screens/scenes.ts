import { chatScenes } from './chat-scenes';
import { floorScenes } from './floor-scenes';
import { networkScenes } from './network-scenes';
import type { Scene } from './scene';
import { toolScenes } from './tool-scenes';

/** Every screen in every state it has. */
export const scenes: readonly Scene[] = [...toolScenes, ...chatScenes, ...floorScenes, ...networkScenes];
