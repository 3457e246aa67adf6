import type { Tally } from "./tally.js";

/** Where an attack is sent to, and for how long. */
export interface Target {
  readonly port: number;
  readonly adminKey: string;
  /** Paths of pictures, without parameters. */
  readonly pictures: readonly string[];
  /** Milliseconds. */
  readonly milliseconds: number;
}

/** What one client, or a crowd, does to a server. */
export interface Attack {
  readonly name: string;
  /** What is sent, for the table. */
  readonly sends: string;
  readonly shop?: "products" | "pictures";
  readonly settings?: Readonly<Record<string, string>>;
  /** How many files and connections the server may have open. */
  readonly openFiles?: number;
  /** Others are new clients: each of their requests opens a connection. */
  readonly othersConnectAnew?: boolean;
  /** Others reach the server through a proxy that names their addresses. */
  readonly throughProxy?: boolean;
  /** Attacks until the time is over, and counts the answers. */
  readonly run: (target: Target, tally: Tally) => Promise<void>;
}

/** The loopback addresses of those who meet at the server. */
export const ADDRESSES = {
  attacker: "127.0.0.9",
  other: "127.0.0.2",
  probe: "127.0.0.3",
} as const;
