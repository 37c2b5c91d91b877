import { comingIn } from './coming-in';
import { goingHome } from './going-home';
import { steppingIn } from './stepping-in';
import type { ShiftStep } from './step';

/** A supervisor's shift; both the end-to-end test and the tour play it. */
export const shift: readonly ShiftStep[] = [...comingIn, ...steppingIn, ...goingHome];

/** A floor with people talking on it, where nothing happens that a step did not ask for. */
export const shiftFlags: readonly string[] = [
  '--practice-seed=7',
  '--practice-agents=14',
  '--practice-chats=9',
  '--practice-rate=0',
];
