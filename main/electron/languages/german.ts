import type { PhaseWords, Words } from './english';
import { numbersOf } from './numbers';

const number = numbersOf('de');

const connection: PhaseWords = {
  connecting: 'Verbindung wird aufgebaut',
  live: 'Live',
  catchingUp: 'Wird nachgelesen',
  stale: 'Nicht auf dem neuesten Stand',
  offline: 'Offline',
  signedOut: 'Abgemeldet',
};

export const german: Words = {
  language: 'de',
  direction: 'ltr',
  product: 'Sightline',
  open: 'Sightline öffnen',
  quit: 'Sightline beenden',
  stepBackEverywhere: 'In allen Chats zurück zum Mitlesen',
  stillVisible: 'Sie sind noch sichtbar',
  stillVisibleBody: (count) =>
    count === 1
      ? 'In 1 Chat war die Rückkehr zum Mitlesen nicht möglich. Öffnen Sie Sightline, um den Grund zu sehen.'
      : `In ${number(count)} Chats war die Rückkehr zum Mitlesen nicht möglich. Öffnen Sie Sightline, um den Grund zu sehen.`,
  notifications: 'Benachrichtigungen',
  settings: 'Einstellungen…',
  floor: 'Übersicht',
  signOut: 'Abmelden',
  menus: { application: 'Sightline', chat: 'Chat', edit: 'Bearbeiten', view: 'Ansicht', window: 'Fenster' },
  view: { wall: 'Wand in eigenem Fenster', reload: 'Neu laden', developerTools: 'Entwicklerwerkzeuge' },
  chatStarted: 'Neuer Chat',
  chatStartedBody: (agent) =>
    `${agent}: Ein neuer Chat hat begonnen. Sie sind so dabei, wie Sie es beim Beobachten gewählt haben.`,
  chatInvited: 'Einladung in einen Chat',
  chatInvitedBody: (agent) => `${agent}: Sie werden in einen Chat gebeten.`,
  chatTakenAway: 'Ein Chat wurde weggenommen',
  chatTakenAwayBody: (agent) => `${agent}: Der Chat wurde abgeschlossen oder weitergegeben.`,
  chatNeedsYou: 'Ein Chat braucht Sie',
  chatNeedsYouBody: (agent: string, why: string): string => `In einem Chat von ${agent}: ${why}.`,
  needsYouFor: {
    orphan: 'kein Agent ist mehr da',
    customerWaiting: 'der Kunde wartet zu lange',
    agentSilent: 'der Agent schweigt zu lange',
    unanswered: 'mehrere Nachrichten sind unbeantwortet',
    repeated: 'der Kunde wiederholt sich',
    escalationWords: 'der Kunde verlangt einen Vorgesetzten',
    threats: 'der Kunde droht oder will gehen',
    insults: 'jemand wurde beleidigt',
    danger: 'jemand könnte in Gefahr sein',
    watchedWords: 'eines Ihrer Wörter ist gefallen',
    pingPong: 'er wurde herumgereicht',
    longHandling: 'er dauert zu lange',
    newAgent: 'der Agent ist neu',
  },
  setOffAgent: (name) => `„${name}“ (Agent)`,
  someAgent: 'Jemand, den Sie beobachten',
  someAgentAtStart: 'Jemand, den Sie beobachten',
  manyNotices: (count) => (count === 1 ? '1 weitere Neuigkeit' : `${number(count)} weitere Neuigkeiten`),
  manyNoticesBody: 'Klicken Sie, um die Übersicht zu öffnen.',
  connection: (phase) => connection[phase],
  maybeVisibleIn: (count) =>
    count === 1
      ? 'in 1 Chat vielleicht sichtbar (nicht bestätigt)'
      : `in ${number(count)} Chats vielleicht sichtbar (nicht bestätigt)`,
  visibleIn: (count) => (count === 1 ? 'sichtbar in 1 Chat' : `sichtbar in ${number(count)} Chats`),
  invitedTo: (count) => (count === 1 ? '1 Einladung' : `${number(count)} Einladungen`),
  silent: 'stumm',
  stopped: {
    title: 'Das Fenster ist in einer Minute mehrmals stehen geblieben',
    explain:
      'Ihre Anmeldung und Ihre Chats laufen weiter: Sie hängen nicht an diesem Fenster. Niemand hat etwas davon erfahren, und kein Modus wurde geändert.',
    drafts: (count) =>
      count === 1
        ? 'Ein Text, den Sie nicht gesendet haben, ist aufgehoben.'
        : `${number(count)} Texte, die Sie nicht gesendet haben, sind aufgehoben.`,
    openAgain: 'Fenster wieder öffnen',
    stepBack: (count) =>
      count === 1 ? 'In diesem Chat zurück zum Mitlesen' : `In allen ${number(count)} Chats zurück zum Mitlesen`,
    steppingBack: 'Zurück zum Mitlesen…',
    more: 'Bleibt es wieder stehen, beenden Sie Sightline über sein Menü und starten Sie es neu; was geschehen ist, steht im Protokoll.',
  },
};
