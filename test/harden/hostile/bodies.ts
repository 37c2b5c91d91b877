import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { poll, read, whole, type Exchange, type HostileAnswer } from './hostile-answer';

const mebibyte = 1024 * 1024;
const bombBytes = 256 * mebibyte;
const deep = 100_000;

/** Sends a piece again and again until the reader hangs up or a gibibyte is out. */
function endless(piece: string) {
  const bytes = Buffer.from(piece.repeat(Math.ceil(mebibyte / piece.length)));
  return ({ response }: Exchange): void => {
    let left = 1024;
    const pour = (): void => {
      if (response.destroyed) return;
      left -= 1;
      if (left === 0) response.end();
      else if (response.write(bytes)) setImmediate(pour);
      else response.once('drain', pour);
    };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('[');
    pour();
  };
}

/** Made once: packing takes a second. */
function bomb(pack: (zeros: Buffer) => Buffer, encoding: string) {
  let packed: Buffer | null = null;
  return (exchange: Exchange): void => {
    packed ??= pack(Buffer.alloc(bombBytes, ' '));
    whole(packed, { 'Content-Encoding': encoding })(exchange);
  };
}

const nested = (open: string, close: string): string => `${open.repeat(deep)}1${close.repeat(deep)}`;
const brotli = (zeros: Buffer): Buffer =>
  brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

/** Bodies that cost memory or time. */
export const hostileBodies: readonly HostileAnswer[] = [
  poll('an endless body of blanks', endless(' ')),
  read('an endless body of blanks for a read', endless(' ')),
  poll('an endless list of numbers', endless('1,')),
  read('an endless list of objects for a read', endless('{},')),
  poll(
    'a gzip bomb',
    bomb((zeros) => gzipSync(zeros), 'gzip'),
  ),
  read(
    'a gzip bomb for a read',
    bomb((zeros) => gzipSync(zeros), 'gzip'),
  ),
  poll(
    'a deflate bomb',
    bomb((zeros) => deflateSync(zeros), 'deflate'),
  ),
  poll('a brotli bomb', bomb(brotli, 'br')),
  poll(
    'a gzip bomb in gzip',
    bomb((zeros) => gzipSync(gzipSync(zeros)), 'gzip, gzip'),
  ),
  poll('a list 100,000 deep', whole(nested('[', ']'))),
  read('an object 100,000 deep for a read', whole(nested('{"contacts":', '}'))),
  poll('one text of 15 MiB', (exchange) => whole(`["${'x'.repeat(15 * mebibyte)}"]`)(exchange)),
  read('one text of 15 MiB for a read', (exchange) => whole(`{"x":"${'x'.repeat(15 * mebibyte)}"}`)(exchange)),
  poll('empty objects, 15 MiB of them', (exchange) => whole(`[${'{},'.repeat(5 * mebibyte)}{}]`)(exchange)),
  read('empty lists, 15 MiB of them, for a read', (exchange) => whole(`[${'[],'.repeat(5 * mebibyte)}[]]`)(exchange)),
  poll(
    'a body in a charset of two bytes',
    whole('[{"channel":"/meta/connect"}]', { 'Content-Type': 'application/json; charset=utf-16le' }),
  ),
  read('half a body', whole('{"statusCode":0,"contacts":[{"id":"a"')),
  poll('an empty body', whole('')),
];
