import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";

interface Sent {
  readonly port: number;
  readonly path?: string;
  /** A GraphQL request; a GET of the path without it. */
  readonly query?: { readonly query: string; readonly variables?: object };
  readonly headers?: OutgoingHttpHeaders;
  readonly client: Client;
  readonly timeoutMs?: number;
}

export interface Outcome {
  /** The status and the code of an answer, or why there is none. */
  readonly outcome: string;
  /** 0 without an answer. */
  readonly status: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

const KEPT_CHARACTERS = 4_096;
const STALE_CONNECTION = "stale connection";

/** A client with an address and connections of its own. */
export interface Client {
  readonly agent: Agent;
  /** Opens a connection for each request. */
  readonly anew: Agent;
  readonly close: () => void;
}

export const clientFrom = (address: string, connections: number, keepAlive = true): Client => {
  const agent = new Agent({ keepAlive, maxSockets: connections, localAddress: address });
  const anew = new Agent({ localAddress: address });
  return { agent, anew, close: () => (agent.destroy(), anew.destroy()) };
};

/** Sends one request and reads the answer. It never fails: what happened is the outcome. */
export const send = async (sent: Sent): Promise<Outcome> => {
  const start = performance.now();
  const first = await once(sent, sent.client.agent);
  // Clients send again what a connection lost that the server closed while it was idle.
  const last = first.outcome === STALE_CONNECTION ? await once(sent, sent.client.anew) : first;
  const { location: _, ...outcome } =
    last.location === undefined
      ? last
      : await once({ ...sent, path: redirected(sent.path, last.location) }, sent.client.agent);
  return { ...outcome, milliseconds: performance.now() - start };
};

type Answered = Omit<Outcome, "milliseconds"> & { readonly location?: string | undefined };

const redirected = (path = "/", location: string): string => {
  const { pathname, search } = new URL(location, `http://127.0.0.1${path}`);
  return pathname + search;
};

const once = (sent: Sent, agent: Agent): Promise<Answered> =>
  new Promise((resolve) => {
    const { port, path = "/graphql", query, headers = {}, timeoutMs = 15_000 } = sent;
    const body = query && JSON.stringify(query);
    const sending = request(
      {
        host: "127.0.0.1",
        port,
        path,
        agent,
        method: body === undefined ? "GET" : "POST",
        headers: {
          ...headers,
          ...(body !== undefined && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }),
        },
      },
      (answer) => void read(answer).then(finish),
    );
    const tooLong = setTimeout(() => sending.destroy(new Error("timeout")), timeoutMs);
    const finish = (outcome: Answered): void => {
      clearTimeout(tooLong);
      resolve(outcome);
    };
    sending.on("error", (error: NodeJS.ErrnoException) => {
      const isStale = sending.reusedSocket && error.code === "ECONNRESET";
      const why = error.message === "timeout" ? "no answer" : (error.code ?? error.message);
      finish({ outcome: isStale ? STALE_CONNECTION : why, status: 0, bytes: 0 });
    });
    sending.end(body);
  });

const read = async (answer: IncomingMessage): Promise<Answered> => {
  const status = answer.statusCode ?? 0;
  let [text, bytes] = ["", 0];
  try {
    for await (const piece of answer) {
      const chunk = piece as Buffer;
      bytes += chunk.length;
      if (text.length < KEPT_CHARACTERS) text += chunk.toString("utf8", 0, KEPT_CHARACTERS);
    }
  } catch {
    return { outcome: `${status} cut off`, status, bytes };
  }
  const code =
    text.startsWith('{"errors"') || status >= 400 ? /"code":"(\w+)"/.exec(text)?.[1] : undefined;
  const lacksRetryAfter =
    [429, 503].includes(status) && answer.headers["retry-after"] === undefined;
  const outcome = [status, code, lacksRetryAfter && "without Retry-After"]
    .filter(Boolean)
    .join(" ");
  return { outcome, status, bytes, location: answer.headers.location };
};
