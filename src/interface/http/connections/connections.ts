import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { BlockList, isIPv6, type Socket } from "node:net";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { LimitName, Limits } from "../../../application/shared/limits.js";
import { Connection, type ConnectionEvents } from "./connection.js";
import { ConnectionPool } from "./connection-pool.js";
import { UnsentAnswers } from "./unsent-answers.js";

export interface ConnectionsOptions {
  readonly limits: Pick<
    Limits,
    | "connections"
    | "connectionsPerAddress"
    | "connectionRequests"
    | "connectionRequestsWaiting"
    | "unsentMib"
    | "healthConnections"
  >;
  readonly counters: LimitCounters;
  /** Addresses and networks whose connections carry the requests of many clients. */
  readonly trustProxy: readonly string[];
  /** Who is at the other end: an address or a network. */
  readonly peerOf: (socket: Socket) => string;
  /** Answers a request beyond a limit, and ends its connection. */
  readonly refuse: (response: ServerResponse, limit: LimitName) => void;
}

interface Accepted {
  readonly connection: Connection;
  readonly pools: readonly ConnectionPool[];
  /** The limit beyond which it was accepted: it may ask for the health only. */
  readonly beyond: LimitName | null;
}

/**
 * All connections of a server. When there are too many, idle ones are closed first. A few are
 * accepted beyond the limit, so that the health can be asked for.
 */
export class Connections {
  readonly unsent: UnsentAnswers;
  readonly #accepted = new Map<Socket, Accepted>();
  readonly #all: ConnectionPool;
  readonly #forHealth: ConnectionPool;
  readonly #byPeer = new Map<string, ConnectionPool>();
  readonly #proxies: BlockList;

  constructor(
    private readonly handle: RequestListener,
    private readonly options: ConnectionsOptions,
  ) {
    const { limits, counters, trustProxy, peerOf } = options;
    this.#proxies = listOf(trustProxy);
    this.#all = new ConnectionPool(limits.connections);
    this.#forHealth = new ConnectionPool(limits.healthConnections);
    this.unsent = new UnsentAnswers(limits.unsentMib * 2 ** 20, ({ req: { socket } }) => {
      counters.reached("unsentMib", peerOf(socket));
      socket.destroy();
    });
  }

  accept(socket: Socket): void {
    const { limits, counters, peerOf } = this.options;
    const peer = peerOf(socket);
    const ofPeer = this.#byPeer.get(peer) ?? new ConnectionPool(limits.connectionsPerAddress);
    const pools: [LimitName, ConnectionPool][] = [["connections", this.#all]];
    if (!this.#isProxy(socket)) pools.unshift(["connectionsPerAddress", ofPeer]);
    const [beyond = null] = pools.find(([limit, pool]) => !this.#makeRoom(pool, limit)) ?? [];
    if (beyond !== null && !this.#makeRoom(this.#forHealth, "healthConnections")) {
      counters.reached(beyond, peer);
      counters.reached("healthConnections", peer);
      socket.destroy();
      return;
    }
    const connection = new Connection(socket, peer, limits, this.#events);
    const accepted = {
      connection,
      pools: beyond === null ? pools.map(([, pool]) => pool) : [this.#forHealth],
      beyond,
    };
    if (accepted.pools.includes(ofPeer)) this.#byPeer.set(peer, ofPeer);
    this.#accepted.set(socket, accepted);
    for (const pool of accepted.pools) pool.add(connection);
    socket.once("close", () => this.#remove(socket));
  }

  receive(request: IncomingMessage, response: ServerResponse): void {
    this.#accepted.get(request.socket)?.connection.receive(request, response);
  }

  /** Nothing has moved on a connection for a while: neither a request nor a part of an answer. */
  timedOut(socket: Socket, againInMs: number): void {
    const connection = this.#accepted.get(socket)?.connection;
    if (connection === undefined || connection.isIdle) {
      if (connection) this.options.counters.reached("idleMs", connection.peer);
      socket.destroy();
    } else if (socket.writableLength > 0) {
      this.options.counters.reached("answerStallMs", connection.peer);
      socket.destroy();
    } else {
      socket.setTimeout(againInMs);
    }
  }

  /** Whether no request of a connection is worked on. */
  isIdle(socket: Socket): boolean {
    return this.#accepted.get(socket)?.connection.isIdle ?? true;
  }

  /** Closes the connections that have been idle the longest. */
  closeIdle(most: number): void {
    for (let closed = 0; closed < most && this.#closeLongestIdle(this.#all, "connections");)
      closed += 1;
  }

  #isProxy({ remoteAddress = "", remoteFamily }: Socket): boolean {
    return this.#proxies.check(remoteAddress, remoteFamily === "IPv6" ? "ipv6" : "ipv4");
  }

  #makeRoom(pool: ConnectionPool, limit: LimitName): boolean {
    return !pool.isFull || this.#closeLongestIdle(pool, limit);
  }

  #closeLongestIdle({ longestIdle }: ConnectionPool, limit: LimitName): boolean {
    if (longestIdle === null) return false;
    this.options.counters.reached(limit, longestIdle.peer);
    this.#remove(longestIdle.socket);
    longestIdle.socket.destroy();
    return true;
  }

  #remove(socket: Socket): void {
    const accepted = this.#accepted.get(socket);
    if (accepted === undefined) return;
    this.#accepted.delete(socket);
    for (const pool of accepted.pools) pool.remove(accepted.connection);
    const { peer } = accepted.connection;
    if (this.#byPeer.get(peer)?.size === 0) this.#byPeer.delete(peer);
  }

  readonly #events: ConnectionEvents = {
    begin: (connection, request, response) => {
      const { beyond = null, pools = [] } = this.#accepted.get(connection.socket) ?? {};
      for (const pool of pools) pool.busy(connection);
      if (beyond === null) {
        this.handle(request, response);
      } else if (request.url?.startsWith("/health/") === true) {
        response.setHeader("connection", "close");
        this.handle(request, response);
      } else {
        this.options.counters.reached(beyond, connection.peer);
        this.options.refuse(response, beyond);
      }
    },
    end: (connection, response) => {
      this.unsent.remove(response);
      if (!connection.isIdle) return;
      for (const pool of this.#accepted.get(connection.socket)?.pools ?? []) pool.idle(connection);
    },
    delay: ({ peer }) => this.options.counters.reached("connectionRequests", peer),
    overrun: ({ peer }) => this.options.counters.reached("connectionRequestsWaiting", peer),
  };
}

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};
