import { chatIds } from '../support/renderer/preview/floors';
import type { Scene } from './scene';
import { agents, focusOnWall, inTurn, keys, nameChosen, press, seen, teams, wall, wallOf, watchChosen } from './steps';

export const floorScenes: readonly Scene[] = [
  { screen: 'watches', state: 'offered', floor: 'returning', arrange: seen('resume-watches') },
  { screen: 'agents', state: 'empty', floor: 'loading', arrange: agents },
  { screen: 'agents', state: 'busy', floor: 'busy', arrange: agents },
  { screen: 'agents', state: 'teams', floor: 'busy', settings: teams, arrange: agents },
  {
    screen: 'agents',
    state: 'new-team',
    floor: 'busy',
    settings: teams,
    arrange: inTurn(agents, press('new-team')),
  },
  { screen: 'agents', state: 'chosen', floor: 'busy', settings: teams, arrange: inTurn(agents, keys('Control+a')) },
  {
    screen: 'agents',
    state: 'name-taken',
    floor: 'busy',
    arrange: inTurn(agents, keys('Control+a'), nameChosen('Ana Ruiz')),
  },
  {
    screen: 'agents',
    state: 'confirm-many',
    floor: 'busy',
    arrange: inTurn(agents, keys('Control+a'), watchChosen('bargeIn')),
  },
  { screen: 'watched', state: 'some', floor: 'busy', settings: teams, arrange: press('watched-agents') },
  { screen: 'watched', state: 'nobody', floor: 'waiting', arrange: press('watched-agents') },
  { screen: 'channels', state: 'open', floor: 'busy', arrange: press('own-channels') },
  { screen: 'agents', state: 'crowded', floor: 'crowded', arrange: agents },
  { screen: 'agents', state: 'stale', floor: 'stale', arrange: agents },
  { screen: 'agents', state: 'old', floor: 'agents-old', arrange: agents },
  { screen: 'agents', state: 'long-names', floor: 'hostile', arrange: agents },
  { screen: 'wall', state: 'empty', floor: 'empty', arrange: wall },
  { screen: 'wall', state: 'loading', floor: 'loading', arrange: wall },
  { screen: 'wall', state: 'busy', floor: 'busy', arrange: wall },
  { screen: 'wall', state: 'coach', floor: 'busy', arrange: inTurn(wall, focusOnWall(chatIds.coached)) },
  { screen: 'wall', state: 'stale', floor: 'stale', arrange: wall },
  { screen: 'wall', state: 'by-hand', floor: 'busy', settings: wallOf(4, 'byHand'), arrange: wall },
  {
    screen: 'wall',
    state: 'crowded',
    floor: 'crowded',
    settings: wallOf(24),
    arrange: inTurn(wall, keys('j')),
  },
  { screen: 'wall-window', state: 'busy', floor: 'busy', window: 'wall', arrange: seen('wall') },
  { screen: 'wall-window', state: 'stale', floor: 'stale', window: 'wall', arrange: seen('wall') },
  { screen: 'wall', state: 'long-names', floor: 'hostile', settings: wallOf(12), arrange: wall },
];
