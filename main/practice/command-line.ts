import { parseArgs } from 'node:util';
import type { PracticeServerOptions } from './floor-server';
import type { Quirks } from './wire/quirks';
import { defaultQuirks, isQuirkName } from './wire/quirks';

export const usage = `Serves a contact centre that speaks the Genesys Web Services API, for trying out consoles.

  --port <n>             port to listen on; 0 takes any free one (default 8090)
  --host <address>       address to listen on (default 127.0.0.1)
  --agents <n>           agents on the floor (default 40)
  --chats <n>            conversations kept going (default 30)
  --rate <n>             scripted events per second over the whole floor; 0 keeps it still (default 5)
  --seed <n>             the same seed gives the same people and the same shift (default 1)
  --time-scale <n>       how many times faster than real time the floor's clock runs (default 1)
  --control [token]      opens the control interface over HTTP; without a token one is made up and printed
  --quirk <name>=on|off  switches one oddity of the wire; may be given several times
  --help                 this text

Quirks: ${Object.entries(defaultQuirks)
  .map(([name, isOn]) => `${name}=${isOn ? 'on' : 'off'}`)
  .join(', ')}
`;

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'serve'; readonly options: PracticeServerOptions; readonly wantsControl: boolean };

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly otherwise: number;
}

const numbers = {
  port: { least: 0, most: 65_535, isWhole: true, otherwise: 8090 },
  agents: { least: 1, most: 20_000, isWhole: true, otherwise: 40 },
  chats: { least: 0, most: 20_000, isWhole: true, otherwise: 30 },
  rate: { least: 0, most: 10_000, isWhole: false, otherwise: 5 },
  seed: { least: 0, most: 4_294_967_295, isWhole: true, otherwise: 1 },
  'time-scale': { least: 0, most: 10_000, isWhole: false, otherwise: 1 },
} as const satisfies Record<string, Limits>;

type NumberName = keyof typeof numbers;

class WrongArgument extends Error {}

function numberOf(name: NumberName, text: string | undefined): number {
  const { least, most, isWhole, otherwise }: Limits = numbers[name];
  if (text === undefined) return otherwise;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value) || value < least || value > most || (isWhole && !Number.isInteger(value))) {
    const kind = isWhole ? 'a whole number' : 'a number';
    throw new WrongArgument(`--${name} must be ${kind} from ${String(least)} to ${String(most)}, not "${text}"`);
  }
  return value;
}

function quirksOf(settings: readonly string[]): Partial<Quirks> {
  const chosen: Partial<Record<keyof Quirks, boolean>> = {};
  for (const setting of settings) {
    const [name = '', value = ''] = setting.split('=');
    if (!isQuirkName(name)) throw new WrongArgument(`--quirk ${setting}: there is no quirk called "${name}"`);
    if (value !== 'on' && value !== 'off') throw new WrongArgument(`--quirk ${setting}: say ${name}=on or ${name}=off`);
    chosen[name] = value === 'on';
  }
  return chosen;
}

/** `--control` may stand alone, which the platform's parser does not support: it gets an empty token first. */
function withControlToken(argv: readonly string[]): string[] {
  return argv.flatMap((argument, position) => {
    const next = argv[position + 1];
    return argument === '--control' && (next === undefined || next.startsWith('--')) ? ['--control='] : [argument];
  });
}

export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: withControlToken(argv),
      options: {
        port: text,
        host: text,
        agents: text,
        chats: text,
        rate: text,
        seed: text,
        'time-scale': text,
        control: text,
        quirk: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return { kind: 'help' };
    const { control } = values;
    return {
      kind: 'serve',
      wantsControl: control !== undefined,
      options: {
        port: numberOf('port', values.port),
        host: values.host ?? '127.0.0.1',
        agents: numberOf('agents', values.agents),
        chats: numberOf('chats', values.chats),
        rate: numberOf('rate', values.rate),
        seed: numberOf('seed', values.seed),
        timeScale: numberOf('time-scale', values['time-scale']),
        quirks: quirksOf(values.quirk ?? []),
        controlToken: control === undefined || control === '' ? null : control,
      },
    };
  } catch (cause) {
    return { kind: 'wrong', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
