import type { JournalProblem, Verification } from './verify';

const problems: Readonly<Record<JournalProblem, string>> = {
  altered: 'was altered',
  missing: 'is missing',
  reordered: 'is not where it belongs',
  truncated: 'is missing: the journal ends before it',
  headMissing: 'cannot be trusted: the head of the journal was removed or damaged before it',
};

/** Returns the result of a check for a terminal. */
export function verificationText(verified: Verification): string {
  if (!verified.ok) {
    const { problem, seq, file, line } = verified;
    const position = file === null ? '' : ` (${file}${line === null ? '' : `, line ${String(line)}`})`;
    return `Record ${String(seq)} ${problems[problem]}${position}.`;
  }
  const { recordCount, first, head, tornBytes } = verified;
  const torn = tornBytes === 0 ? '' : ` The last ${String(tornBytes)} bytes are an incomplete line, as after a crash.`;
  return `${String(recordCount)} records from ${String(first)} to ${String(head.seq)} are intact. Head: ${head.hash}.${torn}`;
}
