import type { AttentionWhy, NextThing, PlaceClaim } from '../../../preload/contract';
import type { Chance } from '../world/chance';
import { WhyFloor } from './why-floor';

export interface WhyOutcome {
  readonly thing: NextThing | null;
  /** The claim names another place than the present one. */
  readonly isMove: boolean;
  /** What was claimed and what was seen; `null` if they agree. */
  readonly problem: string | null;
}

/** Asks one random floor why a chat is where it is, does the named thing, and compares the place. */
export function askWhy(chance: Chance): WhyOutcome {
  const floor = new WhyFloor(chance);
  try {
    const chatId = chooseChat(floor, chance);
    const why = floor.why(chatId);
    if (why === null) return { thing: null, isMove: false, problem: `${chatId}: no answer` };
    const seen = floor.placeOf(chatId);
    if (why.place !== seen) return { thing: null, isMove: false, problem: claimed('now', why.place, seen) };
    if (!isSumRight(why)) return { thing: null, isMove: false, problem: `${chatId}: the parts do not add up` };
    const claim = chance.pick(why.claims);
    const problem = tryClaim(floor, why, claim, chance);
    return { thing: claim.thing, isMove: claim.place !== why.place, problem };
  } finally {
    floor.close();
  }
}

/** Mostly a chat of the queue; sometimes one that is not in it. */
function chooseChat(floor: WhyFloor, chance: Chance): string {
  const queued = floor.chatIds.filter((chatId) => floor.placeOf(chatId) !== null);
  return chance.pick(queued.length > 0 && chance.happens(0.9) ? queued : floor.chatIds);
}

function tryClaim(floor: WhyFloor, why: AttentionWhy, claim: PlaceClaim, chance: Chance): string | null {
  const { chatId } = why;
  const { thing, place, inMs } = claim;
  if (thing !== 'wait') {
    floor[thing](chatId);
    floor.refresh();
    return compared(thing, place, floor.placeOf(chatId));
  }
  const untilMs = inMs ?? chance.between(1, why.horizonMs);
  // A claim that names a later moment than the first change is as wrong as one that names another place.
  floor.clock.advance(chance.below(untilMs));
  floor.refresh();
  const early = compared('before', why.place, floor.placeOf(chatId));
  if (early !== null) return `${early}, change claimed in ${String(inMs)} ms`;
  floor.clock.advance(why.at + untilMs - floor.serverTime());
  floor.refresh();
  return compared(`wait ${String(untilMs)} ms`, place, floor.placeOf(chatId));
}

function isSumRight({ reasons, score }: AttentionWhy): boolean {
  return score === reasons.reduce((sum, { weight: { rule, urgent, noAgent } }) => sum + rule + urgent + noAgent, 0);
}

function compared(after: string, place: number | null, seen: number | null): string | null {
  return place === seen ? null : claimed(after, place, seen);
}

function claimed(after: string, place: number | null, seen: number | null): string {
  return `${after}: claimed ${String(place)}, seen ${String(seen)}`;
}
