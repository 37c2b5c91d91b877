import type { JournalEntry, JournalValue } from '../../preload/contract';

/** Returns the records as JSON. */
export function toJson(entries: readonly JournalEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** Returns the records as CSV (RFC 4180), one column for each value that any record has. */
export function toCsv(entries: readonly JournalEntry[]): string {
  const keys = [...new Set(entries.flatMap(({ data }) => Object.keys(data)))].sort();
  const rows = entries.map(({ seq, at, kind, data }) => [
    ...[String(seq), new Date(at).toISOString(), kind],
    ...keys.map((key) => cellText(data[key])),
  ]);
  const lines = [['seq', 'time', 'kind', ...keys], ...rows].map((row) => row.map(cell).join(','));
  // The mark makes spreadsheets read UTF-8.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(value: JournalValue | undefined): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Ids come from the server: a cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
