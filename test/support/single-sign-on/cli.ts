import process from 'node:process';
import { createInterface } from 'node:readline';
import { readCommandLine, usage } from '../../../main/practice/command-line';
import { providerPassword, startFloorBehindProvider } from './floor-behind-provider';

const help = `${usage}
  --sso                  stands behind an identity provider (SAML); --port is that of the sign-in gate

Commands while it runs: "close" ends the session of the server, "forget" that of the provider, "log" lists what it got.
`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function run(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2).filter((argument) => argument !== '--sso'));
  if (line.kind !== 'serve') {
    say(line.kind === 'help' ? help : `${line.reason}\nSee --help.`);
    process.exitCode = line.kind === 'help' ? 0 : 2;
    return;
  }
  const { port, ...options } = line.options;
  const behind = await startFloorBehindProvider({ ...options, gatePort: port ?? 0 });
  say(`Practice floor behind single sign-on: ${behind.url}`);
  say(`  at the provider (${behind.provider.url}) sign in as supervisor / ${providerPassword}`);
  say('  commands: close, forget, log. Stop with Ctrl+C.');
  const commands: Readonly<Record<string, () => string>> = {
    close: () => (behind.gate.endSessions(), 'The session of the server has ended.'),
    forget: () => (behind.provider.endSessions(), 'The provider has forgotten everyone.'),
    log: () => `${String(behind.gate.authorizations.length)} passwords came to the server.`,
  };
  createInterface({ input: process.stdin }).on('line', (typed) => {
    say(commands[typed.trim()]?.() ?? 'Commands: close, forget, log.');
  });
  const stop = (): void => {
    void behind.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

await run();
