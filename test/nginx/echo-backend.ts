import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the backend saw of a request. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly length: number;
  /** Which connection it came on, counted from 1. */
  readonly connection: number;
}

/** A small HTTP server that answers with what it saw. `/slow` never answers; upgrades are echoed byte by byte. */
export class EchoBackend {
  private readonly sockets = new Map<Socket, number>();
  private connections = 0;

  private constructor(private readonly server: Server) {}

  public static async start(): Promise<EchoBackend> {
    const server = createServer();
    const backend = new EchoBackend(server);
    server.on('connection', (socket: Socket) => {
      backend.connections += 1;
      backend.sockets.set(socket, backend.connections);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => backend.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      let length = 0;
      request.on('data', (chunk: Buffer) => (length += chunk.length));
      request.on('end', () => {
        if (request.url === '/slow') {
          return;
        }
        const seen: Seen = {
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          length,
          connection: backend.sockets.get(request.socket) ?? 0,
        };
        response.writeHead(200, {
          'content-type': 'application/json',
          'x-powered-by': 'echo',
          'x-frame-options': 'ALLOWALL',
        });
        response.end(JSON.stringify({ ...seen, filler: request.url === '/large' ? 'x'.repeat(5000) : undefined }));
      });
    });
    server.on('upgrade', (request, socket) => {
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${request.headers.upgrade}\r\nConnection: Upgrade\r\n\r\n`,
      );
      socket.pipe(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return backend;
  }

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  public async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.sockets.forEach((_, socket) => socket.destroy());
    await closed;
  }
}
