import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface Seen {
  readonly key: string | undefined;
  readonly operation: string;
  readonly at: number;
}

/** Answers instead of Plinth, or null to hand the request on. */
type Refuse = (
  seen: Seen,
  index: number,
) => { status: number; body: object; headers?: object } | null;

/** A server in front of Plinth that refuses some requests, and remembers all of them. */
export const flakyServer = async (behind: string, refuse: Refuse) => {
  const seen: Seen[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const key = request.headers["idempotency-key"] as string | undefined;
    const { query } = JSON.parse(body) as { readonly query: string };
    const one = { key, operation: query, at: Date.now() };
    const refusal = refuse(one, seen.push(one) - 1);
    if (refusal) {
      response.writeHead(refusal.status, {
        "content-type": "application/graphql-response+json",
        ...refusal.headers,
      });
      response.end(JSON.stringify(refusal.body));
      return;
    }
    const answer = await fetch(behind, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { "idempotency-key": key }) },
      body,
    });
    response.writeHead(answer.status, { "content-type": "application/graphql-response+json" });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
};

/** A refusal as Plinth makes it. */
export const busy = (code: string, waitMs: number) => ({
  status: code === "RATE_LIMITED" ? 429 : 503,
  headers: { "retry-after": String(Math.ceil(waitMs / 1_000)) },
  body: { errors: [{ message: "No.", extensions: { code, retryAfterMs: waitMs } }] },
});
