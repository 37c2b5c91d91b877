import { poll, read, type Exchange, type HostileAnswer } from './hostile-answer';

/** Writes to the connection below HTTP. */
function raw(text: string, { isHeldOpen = false }: { readonly isHeldOpen?: boolean } = {}) {
  return ({ response }: Exchange): void => {
    const { socket } = response;
    socket?.write(text);
    if (!isHeldOpen) socket?.end();
  };
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const body = '[{"channel":"/meta/connect","successful":true}]';
const smuggled = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n{"statusCode":-99}`;

/** A byte now and then, so that the connection is never idle. */
function trickle({ response }: Exchange): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('[');
  const timer = setInterval(() => response.write(' '), 200);
  response.once('close', () => {
    clearInterval(timer);
  });
}

/** A flood of interim responses, and never a final one. */
function interim({ response }: Exchange): void {
  const { socket } = response;
  const timer = setInterval(() => socket?.write('HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n'.repeat(100)), 20);
  socket?.once('close', () => {
    clearInterval(timer);
  });
}

/** Lengths, chunks and heads that do not fit what follows. */
export const hostileTransfers: readonly HostileAnswer[] = [
  poll('a slow trickle', trickle),
  read('a slow trickle for a read', trickle),
  poll(
    'a chunk of two gigabytes that never comes',
    raw(`${head}Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n[`, { isHeldOpen: true }),
  ),
  poll('a chunk without a size', raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n`)),
  poll('chunks without an end', raw(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n`)),
  poll('a length that is too long', raw(`${head}Content-Length: 5000\r\n\r\n${body}`)),
  read('a length that is too short', raw(`${head}Content-Length: 2\r\n\r\n[]${smuggled}`)),
  poll('two lengths', raw(`${head}Content-Length: 2\r\nContent-Length: 47\r\n\r\n${body}`)),
  poll('a negative length', raw(`${head}Content-Length: -1\r\n\r\n[`)),
  poll('a head that is not HTTP', raw('SSH-2.0-OpenSSH_9.2\r\n\r\n')),
  poll('nothing at all', raw('')),
  poll('interim responses without an end', interim),
];
