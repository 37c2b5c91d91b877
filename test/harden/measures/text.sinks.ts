import { toCsv } from '../../../main/journal/export';
import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { withEndings } from '../../attention/stage/desktop-session';
import { faultOfTable } from '../sinks/faults';
import { hostileText, type HostileText } from '../sinks/hostile-texts';
import { placesOfConsole, SinksConsole, type HostileChat } from '../sinks/sinks-console';
import { effectiveWithoutProtections } from '../sinks/unprotected-sinks';

const goal = '0 of 700 hostile texts in 12 places have an effect or pass as someone else’s words';
/** Of one chat: name, subject, a value, and messages. */
const messagesPerChat = 4;
const chatsAtOnce = 5;
const agentCount = 16;
const teamCount = 8;

/** Gives the console hostile texts of every role and looks at all places in which they appear. */
export const measure: Measure = {
  name: 'text.sinks',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: ({ seed, short, report }) =>
    withEndings(async (endings) => {
      const chance = new Chance(seed);
      const agents = Array.from({ length: agentCount }, () => hostileText('agent', chance));
      const teams = Array.from({ length: teamCount }, () => hostileText('team', chance));
      const chats = Array.from({ length: short ? chatsAtOnce : 100 }, () => hostileChat(chance));
      const texts = [...agents, ...teams, ...chats.flatMap(textsOf)];
      const live = await effectiveWithoutProtections(texts);
      for (const text of texts.filter((one) => !live.has(one)).slice(0, 10))
        report(`without effect even without protections: ${JSON.stringify(text)}`);
      const faults = texts.flatMap(faultOfExport);
      const console = await SinksConsole.open(endings, agents, teams);
      for (let at = 0; at < chats.length; at += chatsAtOnce) await console.play(chats.slice(at, at + chatsAtOnce));
      faults.push(...console.faults);
      for (const fault of new Set(faults.slice(0, 30))) report(fault);
      const places = [...console.seen.keys(), 'export'];
      report([...console.seen].map(([place, count]) => `${place}: ${count}`).join(', '));
      const isComplete = places.length === placesOfConsole.length + 1;
      if (!isComplete)
        report(`not looked at: ${placesOfConsole.filter((place) => !console.seen.has(place)).join(', ')}`);
      const value = `${faults.length} of ${texts.length} texts in ${places.length} places; ${live.size} do without protections`;
      const isEnough = short || live.size >= 700;
      return [{ name: measure.name, value, goal, pass: faults.length === 0 && isComplete && isEnough }];
    }),
};

function hostileChat(chance: Chance): HostileChat {
  return {
    customer: hostileText('customer', chance),
    subject: hostileText('subject', chance),
    data: hostileText('data', chance),
    messages: Array.from({ length: messagesPerChat }, () => hostileText('message', chance)),
  };
}

function textsOf({ customer, subject, data, messages }: HostileChat): readonly HostileText[] {
  return [customer, subject, data, ...messages];
}

/** An export holds ids only, and a hostile server chooses those. */
function faultOfExport({ text }: HostileText): readonly string[] {
  const entry = { seq: 1, at: 0, kind: 'join' as const, data: { chat: text, by: 'person' } };
  const fault = faultOfTable(toCsv([entry as unknown as Parameters<typeof toCsv>[0][number]]), 5);
  return fault === null ? [] : [`export: ${fault}: ${JSON.stringify(text)}`];
}
