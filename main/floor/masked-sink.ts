import type { EntryUpdate, FloorEvent, ServerSnapshot } from './events';
import type { FloorSink } from './floor-sink';
import { maskNumbers } from './masked-numbers';

/** Passes everything on; while masking is on, messages show only the end of card and account numbers. */
export function maskedSink(sink: FloorSink, isOn: () => boolean): FloorSink {
  return {
    applyEvents: (events) => {
      sink.applyEvents(isOn() ? events.map(maskedEvent) : events);
    },
    applyResync: (snapshot, mayHaveMissedEvents) => {
      sink.applyResync(isOn() ? maskedSnapshot(snapshot) : snapshot, mayHaveMissedEvents);
    },
    markEventsLost: () => {
      sink.markEventsLost();
    },
    applyDirectory: (agents) => {
      sink.applyDirectory(agents);
    },
    connectionChanged: (connection) => {
      sink.connectionChanged(connection);
    },
    sessionRenewed: () => {
      sink.sessionRenewed();
    },
    serverChanged: (self) => {
      sink.serverChanged(self);
    },
    sessionEnded: (reason) => {
      sink.sessionEnded(reason);
    },
  };
}

export function maskedEntries(entries: readonly EntryUpdate[]): readonly EntryUpdate[] {
  return entries.map((entry) => ({ ...entry, text: maskNumbers(entry.text) }));
}

function maskedSnapshot(snapshot: ServerSnapshot): ServerSnapshot {
  const transcripts = snapshot.transcripts.map(({ chatId, entries }) => ({ chatId, entries: maskedEntries(entries) }));
  return { ...snapshot, transcripts };
}

function maskedEvent(event: FloorEvent): FloorEvent {
  return event.type === 'messagesReceived' ? { ...event, entries: maskedEntries(event.entries) } : event;
}
