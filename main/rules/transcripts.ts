import { z } from 'zod';

const line = z.object({
  at: z.number(),
  from: z.enum(['customer', 'agent', 'system']),
  text: z.string(),
});
const chat = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  language: z.string().nullish(),
  lines: z.array(line),
  endsAt: z.number().nullish(),
});

/** A recorded chat; times are seconds from any start. */
export type WrittenChat = z.infer<typeof chat>;

export interface ReadTranscripts {
  readonly chats: readonly WrittenChat[];
  /** One sentence for each unreadable part. */
  readonly problems: readonly string[];
}

/** Reads `{ "chats": [...] }`. Unknown keys are ignored; an invalid chat is reported and skipped. */
export function readTranscripts(json: string): ReadTranscripts {
  const whole = parsed(json);
  if ('problem' in whole) return { chats: [], problems: [whole.problem] };
  const file = z.object({ chats: z.array(z.unknown()) }).safeParse(whole.value);
  if (!file.success) return { chats: [], problems: ['expected an object with a list "chats"'] };
  const chats: WrittenChat[] = [];
  const problems: string[] = [];
  for (const [index, written] of file.data.chats.entries()) {
    const read = chat.safeParse(written);
    if (read.success) chats.push(read.data);
    else problems.push(`chats[${String(index)}]${nameOf(written)}: ${firstProblem(read.error)}`);
  }
  return { chats, problems };
}

function parsed(json: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(json.replace(/^\ufeff/u, '')) as unknown };
  } catch (cause) {
    return { problem: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

function nameOf(written: unknown): string {
  const named = z.object({ id: z.string() }).safeParse(written);
  return named.success ? ` (${named.data.id})` : '';
}

function firstProblem({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'unreadable';
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`)).join('');
  return `${path.replace(/^\./u, '')}${path === '' ? '' : ': '}${issue.message}`;
}
