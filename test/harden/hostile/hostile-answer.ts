import type { IncomingMessage, ServerResponse } from 'node:http';

/** The requests that an answer may be for: the held poll of the stream, or a read of the directory. */
export type AnsweredRequest = 'poll' | 'read';

/** One request of the console, and where its answer goes. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly response: ServerResponse;
  /** A server that the console has no reason to contact, under another host name. */
  readonly strangerUrl: string;
  /** A chat that the supervisor is in and that is not on the screen. */
  readonly chatId: string;
  /** Lets the contact centre answer, with more headers. */
  readonly forward: (headers: Headers) => void;
}

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** One answer that no contact centre gives. */
export interface HostileAnswer {
  readonly name: string;
  readonly at: AnsweredRequest;
  readonly send: (exchange: Exchange) => void;
  /**
   * The log entry that names it. `null`: there is nothing to name, because the answer is valid and what is hostile about it must have no
   * effect; the measure checks that.
   */
  readonly named: RegExp | null;
}

const streamFault = /stream interrupted/u;
const readFault = /could not be read/u;

/** For a poll, which the log names as an interruption of the stream. */
export function poll(name: string, send: HostileAnswer['send'], named: RegExp | null = streamFault): HostileAnswer {
  return { name, at: 'poll', send, named };
}

/** For a read, which the log names as something that could not be read. */
export function read(name: string, send: HostileAnswer['send'], named: RegExp | null = readFault): HostileAnswer {
  return { name, at: 'read', send, named };
}

/** Sends a body at once, as JSON unless the headers say otherwise. */
export function whole(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200) {
  return ({ response }: Exchange): void => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  };
}
