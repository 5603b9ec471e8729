import { Agent, request } from 'node:https';

/** What the API server answered. */
export interface ApiAnswer {
  /** The HTTP status. */
  readonly code: number;
  /** The body: an object or a Status. */
  readonly body: Record<string, unknown>;
  /** The warnings, in their order. */
  readonly warnings: readonly string[];
}

/** Speaks to one API server on loopback, over connections that stay open. */
export class ApiClient {
  private readonly agent: Agent;

  public constructor(
    private readonly server: { readonly port: number; readonly token: string; readonly certificate: string },
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: 8, ca: server.certificate });
  }

  /** Sends one request; the body is sent as it is. */
  public send(method: string, path: string, body?: string): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: this.server.port,
        method,
        path,
        agent: this.agent,
        headers: {
          authorization: `Bearer ${this.server.token}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
      };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ code: response.statusCode ?? 0, body: parsed(text), warnings: warningsOf(response.rawHeaders) });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Ends its connections. */
  public close(): void {
    this.agent.destroy();
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}

/** `Warning: 299 - "text"`, with quotes and backslashes escaped; Node gives the bytes of a header as Latin-1. */
function warningsOf(headers: readonly string[]): readonly string[] {
  const warnings: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    if (headers[i]?.toLowerCase() !== 'warning') continue;
    const text = Buffer.from(headers[i + 1] ?? '', 'latin1').toString('utf8');
    const quoted = /^299 \S+ "(?<text>.*)"$/s.exec(text)?.groups?.text;
    if (quoted !== undefined) warnings.push(quoted.replaceAll(/\\(.)/gs, '$1'));
  }
  return warnings;
}
