import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Settings } from '../../preload/contract';
import { printPage } from '../electron/print-page';
import { saveFile } from '../electron/save-file';
import { userDataFolder } from '../electron/settings-file';
import { createDiskStorage } from '../journal/disk-storage';
import { Journal, type JournalOptions } from '../journal/journal';
import { createJournalCommands, type JournalCommands } from '../journal/journal-commands';
import { JournalRecorder } from '../journal/journal-recorder';
import { retentionOf } from '../journal/retention';

export interface JournalPartsOptions extends Pick<JournalOptions, 'clock' | 'log' | 'onState'> {
  readonly settings: () => Settings;
  readonly isExportAllowed: boolean;
}

export interface JournalParts {
  readonly journal: Journal;
  readonly recorder: JournalRecorder;
  readonly commands: JournalCommands;
}

/** Keeps the journal in the user's folder, and connects what writes to it with what windows may ask of it. */
export function composeJournal({ settings, isExportAllowed, ...options }: JournalPartsOptions): JournalParts {
  const journal = new Journal({
    ...options,
    openStorage: (folder) => createDiskStorage(path.join(userDataFolder(), 'journal', folder)),
    pause: () => new Promise(setImmediate),
    retention: () => retentionOf(settings()),
    isKept: () => settings().keepsJournal,
  });
  return {
    journal,
    recorder: new JournalRecorder(journal, randomUUID()),
    commands: createJournalCommands({
      ...{ journal, isExportAllowed, saveFile, printPage },
      now: () => options.clock.now(),
    }),
  };
}
