/** One answer of the floor: its HTTP status, and its body as JSON where it is JSON. */
export interface Visit {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

/** A client with a cookie jar and nothing else: it shows what is on the wire, without any library's opinion on it. */
export class FloorVisitor {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  csrfToken: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  signIn(userName: string, password = 'practice'): Promise<Visit> {
    const credentials = Buffer.from(`${userName}:${password}`).toString('base64');
    return this.get('/me', { Authorization: `Basic ${credentials}` });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Visit> {
    return this.#exchange(path, { method: 'GET', headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Visit> {
    const csrf = this.csrfToken === null ? {} : { 'X-CSRF-TOKEN': this.csrfToken };
    return this.#exchange(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...csrf, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  operate(path: string, operationName: string, parameters: Record<string, unknown> = {}): Promise<Visit> {
    return this.post(path, { operationName, ...parameters });
  }

  async #exchange(
    path: string,
    init: Pick<RequestInit, 'method' | 'body'> & { headers: Record<string, string> },
  ): Promise<Visit> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = cookie === '' ? init.headers : { ...init.headers, Cookie: cookie };
    const response = await fetch(`${this.url}/api/v2${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    this.csrfToken = response.headers.get(response.headers.get('X-CSRF-HEADER') ?? 'X-CSRF-TOKEN') ?? this.csrfToken;
    const text = await response.text();
    return { status: response.status, body: parsed(text), text, headers: response.headers };
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
