import type { ConnectionState } from '../../../preload/contract';
import { numbersOf } from './numbers';

const number = numbersOf('en');

/** What a language calls each phase of the connection. */
export type PhaseWords = Readonly<Record<ConnectionState['phase'], string>>;

export const english = {
  language: 'en',
  direction: 'ltr',
  product: 'Sightline',
  open: 'Open Sightline',
  quit: 'Quit Sightline',
  stepBackEverywhere: 'Return to monitoring in all chats',
  stillVisible: 'You’re still visible',
  stillVisibleBody: (count: number): string =>
    count === 1
      ? 'Couldn’t return to monitoring in 1 chat. Open Sightline to see why.'
      : `Couldn’t return to monitoring in ${number(count)} chats. Open Sightline to see why.`,
  notifications: 'Notifications',
  settings: 'Settings…',
  floor: 'Floor',
  signOut: 'Sign out',
  menus: { application: 'Sightline', chat: 'Chat', edit: 'Edit', view: 'View', window: 'Window' },
  view: { wall: 'Wall in its own window', reload: 'Reload', developerTools: 'Developer tools' },
  chatStarted: 'New chat',
  chatStartedBody: (agent: string): string =>
    `${agent} has a new chat. You joined it as you chose when you began to watch.`,
  chatInvited: 'Invitation to a chat',
  chatInvitedBody: (agent: string): string => `You are asked into a chat of ${agent}.`,
  chatTakenAway: 'A chat was taken away',
  chatTakenAwayBody: (agent: string): string => `The chat of ${agent} was completed or moved on.`,
  chatNeedsYou: 'A chat needs you',
  chatNeedsYouBody: (agent: string, why: string): string => `In a chat of ${agent}: ${why}.`,
  needsYouFor: {
    orphan: 'no agent is left',
    customerWaiting: 'the customer has waited too long',
    agentSilent: 'the agent has been silent too long',
    unanswered: 'several messages are unanswered',
    repeated: 'the customer repeats the same thing',
    escalationWords: 'the customer asks for a superior',
    threats: 'the customer makes a threat or wants to leave',
    insults: 'somebody was insulted',
    danger: 'somebody may be in danger',
    watchedWords: 'one of your words was used',
    pingPong: 'it was handed around',
    longHandling: 'it goes on too long',
    newAgent: 'the agent is new',
  },
  setOffAgent: (name: string): string => `“${name}” (agent)`,
  someAgent: 'a watched agent',
  someAgentAtStart: 'A watched agent',
  manyNotices: (count: number): string => `${number(count)} more changes on the floor`,
  manyNoticesBody: 'Click to open the floor.',
  connection: (phase: ConnectionState['phase']): string => connectionWords[phase],
  visibleIn: (count: number): string => (count === 1 ? 'visible in 1 chat' : `visible in ${number(count)} chats`),
  maybeVisibleIn: (count: number): string =>
    count === 1
      ? 'may be visible in 1 chat (not confirmed)'
      : `may be visible in ${number(count)} chats (not confirmed)`,
  invitedTo: (count: number): string => (count === 1 ? '1 invitation' : `${number(count)} invitations`),
  silent: 'silent',
  stopped: {
    title: 'The window stopped several times in a minute',
    explain:
      'Your session and the chats you are in go on: they do not live in this window. Nobody was told anything, and no mode was changed.',
    drafts: (count: number): string =>
      count === 1 ? 'One text you had not sent is kept.' : `${number(count)} texts you had not sent are kept.`,
    openAgain: 'Open the window again',
    stepBack: (count: number): string =>
      count === 1 ? 'Return to monitoring in that chat' : `Return to monitoring in all ${number(count)} chats`,
    steppingBack: 'Returning to monitoring…',
    more: 'If it keeps stopping, quit Sightline from its menu and start it anew; what happened is in the log.',
  },
};

const connectionWords: PhaseWords = {
  connecting: 'Connecting',
  live: 'Live',
  catchingUp: 'Catching up',
  stale: 'Not up to date',
  offline: 'Offline',
  signedOut: 'Signed out',
};

/** What every language has to say. */
export type Words = typeof english;
