import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Limits } from "../../../application/shared/limits.js";

/** What happens on connections. */
export interface ConnectionEvents {
  readonly begin: (
    connection: Connection,
    request: IncomingMessage,
    response: ServerResponse,
  ) => void;
  /** The last byte of an answer has left, or never will. */
  readonly end: (connection: Connection, response: ServerResponse) => void;
  /** A request waits for the answer to another one. */
  readonly delay: (connection: Connection) => void;
  /** More requests wait than may. */
  readonly overrun: (connection: Connection) => void;
}

export type ConnectionLimits = Pick<Limits, "connectionRequests" | "connectionRequestsWaiting">;

/**
 * A connection, on which few requests are worked on at a time. A client may send more before it has
 * read the answers (pipelining): few wait, and none of them is begun when the client has gone.
 */
export class Connection {
  readonly #waiting: (readonly [IncomingMessage, ServerResponse])[] = [];
  readonly #begun = new Set<ServerResponse>();

  constructor(
    readonly socket: Socket,
    /** The address of the other end, or its network. */
    readonly peer: string,
    private readonly limits: ConnectionLimits,
    private readonly events: ConnectionEvents,
  ) {
    socket.once("close", () => {
      for (const response of this.#begun) {
        this.#end(response);
        // Node tells only the answer that has the socket, not those behind it.
        if (response.socket === null) response.emit("close");
      }
    });
  }

  get isIdle(): boolean {
    return this.#begun.size === 0;
  }

  receive(request: IncomingMessage, response: ServerResponse): void {
    // A request may still be parsed when the connection has been closed.
    if (this.socket.destroyed) return;
    if (this.#begun.size < this.limits.connectionRequests) {
      this.#begin(request, response);
    } else if (this.#waiting.length < this.limits.connectionRequestsWaiting) {
      this.#waiting.push([request, response]);
      this.events.delay(this);
    } else {
      // Not paused: the end of a paused connection would not be noticed.
      this.events.overrun(this);
      this.socket.destroy();
      ignoreRequests(this.socket);
    }
  }

  #begin(request: IncomingMessage, response: ServerResponse): void {
    this.#begun.add(response);
    // This comes when the system has taken the last byte: a client that does not read its answers
    // gets no more of them.
    response.once("finish", () => this.#answered(response));
    this.events.begin(this, request, response);
  }

  #answered(response: ServerResponse): void {
    this.#end(response);
    // Not writable: the answer has ended the connection.
    const next = this.socket.writable ? this.#waiting.shift() : undefined;
    if (next) this.#begin(...next);
  }

  #end(response: ServerResponse): void {
    if (this.#begun.delete(response)) this.events.end(this, response);
  }
}

/**
 * Node parses to its end what has arrived together, also on a closed connection, and makes an error
 * with a stack for each request without an answer. Hundreds of them on each of a hundred connections
 * would keep the process busy for half a second.
 */
const ignoreRequests = ({
  parser,
}: Socket & { parser?: { onIncoming?: unknown } | null }): void => {
  if (parser?.onIncoming) parser.onIncoming = () => 0;
};
