import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AttentionSettings } from '../../preload/contract';
import { defaultAttention } from '../settings/attention-settings';
import { readAttention } from '../settings/attention-stored';
import { judgedChats } from './judged-chats';
import { readTranscripts } from './transcripts';

const usage = `Usage: npm run --silent rules -- chats.json [--settings file]

Plays transcripts through the attention rules and prints the reasons they find as JSON.
  chats.json        { "chats": [{ "id", "language", "lines": [{ "at", "from", "text" }], "endsAt" }] }; times in seconds
  --settings file   the attention settings to judge by; without it, those of a first start
`;

/** An error to show to the user of the command. */
class Problem extends Error {}

async function run(): Promise<void> {
  const { file, settingsFile } = commandLine();
  if (file === null) {
    process.stdout.write(usage);
    return;
  }
  const settings = settingsFile === null ? defaultAttention : await settingsFrom(settingsFile);
  const { chats, problems } = readTranscripts(await textOf(file));
  for (const problem of problems) complain(`${file}: ${problem}`);
  if (chats.length === 0 && problems.length > 0) return;
  process.stdout.write(`${JSON.stringify({ chats: judgedChats(chats, settings) }, null, 2)}\n`);
}

/** `file` is `null` if help was requested. */
function commandLine(): { readonly file: string | null; readonly settingsFile: string | null } {
  const options = { settings: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help === true) return { file: null, settingsFile: null };
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Problem('name one file of chats');
    return { file, settingsFile: values.settings ?? null };
  } catch (cause) {
    throw new Problem(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`);
  }
}

/** Reads attention settings, alone or inside a settings file of the application. */
async function settingsFrom(file: string): Promise<AttentionSettings> {
  const text = await textOf(file);
  let written: unknown;
  try {
    written = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (cause) {
    throw new Problem(`${file}: not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const { settings, isInvalid } = readAttention(attentionIn(written));
  if (isInvalid) throw new Problem(`${file}: these are no attention settings, or part of them cannot be used`);
  return settings;
}

function attentionIn(written: unknown): unknown {
  const whole = z.object({ settings: z.object({ attention: z.unknown() }) }).safeParse(written);
  if (whole.success) return whole.data.settings.attention;
  const part = z.object({ attention: z.record(z.string(), z.unknown()) }).safeParse(written);
  return part.success ? part.data.attention : written;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(`cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

try {
  await run();
} catch (cause) {
  if (!(cause instanceof Problem)) throw cause;
  complain(cause.message);
}
