import type { Connection } from "./connection.js";

/** A number of connections, of which idle ones make room for new ones. */
export class ConnectionPool {
  /** In the order in which they became idle. */
  readonly #idle = new Set<Connection>();
  #size = 0;

  constructor(private readonly most: number) {}

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size >= this.most;
  }

  /** The connection that has been idle the longest. */
  get longestIdle(): Connection | null {
    const { value } = this.#idle.values().next();
    return value ?? null;
  }

  add(connection: Connection): void {
    this.#size += 1;
    this.#idle.add(connection);
  }

  busy(connection: Connection): void {
    this.#idle.delete(connection);
  }

  idle(connection: Connection): void {
    this.#idle.add(connection);
  }

  remove(connection: Connection): void {
    this.#size -= 1;
    this.#idle.delete(connection);
  }
}
