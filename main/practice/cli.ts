import { randomUUID } from 'node:crypto';
import { readCommandLine, usage } from './command-line';
import type { PracticeServer, PracticeServerOptions } from './floor-server';
import { startPracticeServer } from './floor-server';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
};

function welcome({ url, control }: PracticeServer, options: PracticeServerOptions): string {
  const people = control.people();
  const agents = people.filter(({ isSupervisor }) => !isSupervisor);
  const token = options.controlToken ?? null;
  return [
    `Practice floor: ${url}`,
    `  ${String(agents.length)} agents, ${String(control.chats().length)} chats under way, stream at ${url}/api/v2/notifications`,
    `  sign in as supervisor / practice (supervisor) or ${agents[0]?.userName ?? ''} / practice (agent); the password is the same for everyone`,
    ...(token === null ? [] : [`  control token: ${token}`]),
    'Try it:',
    `  curl ${url}/api/v2/diagnostics/version`,
    `  curl -i -u supervisor:practice '${url}/api/v2/me?subresources=*'`,
    ...(token === null ? [] : [`  curl -X POST -H 'X-Practice-Token: ${token}' ${url}/practice/control/chats`]),
    'Stop with Ctrl+C.',
  ].join('\n');
}

function stopOnSignal(floor: PracticeServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    floor.stop().then(
      () => {
        say('Practice floor closed.');
        process.exit(0);
      },
      (cause: unknown) => {
        complain(`Could not close cleanly: ${String(cause)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function reasonOf(cause: unknown, { port, host }: PracticeServerOptions): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  const place = `${host ?? ''}:${String(port ?? 0)}`;
  if (code === 'EADDRINUSE')
    return `${place} is in use by another program; choose another port with --port, or 0 for any`;
  if (code === 'EACCES') return `no permission to listen on ${place}; choose a port above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host ?? ''}`;
  return cause instanceof Error ? cause.message : String(cause);
}

async function run(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2));
  if (line.kind === 'help') {
    say(usage);
    return;
  }
  if (line.kind === 'wrong') {
    complain(`${line.reason}\nSee --help.`);
    return;
  }
  const controlToken = line.options.controlToken ?? (line.wantsControl ? randomUUID() : null);
  const options = { ...line.options, controlToken };
  try {
    const floor = await startPracticeServer(options);
    say(welcome(floor, options));
    stopOnSignal(floor);
  } catch (cause) {
    complain(`Could not open the floor: ${reasonOf(cause, options)}`);
  }
}

await run();
