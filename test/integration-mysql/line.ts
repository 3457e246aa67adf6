import { connect, createServer, type Server, type Socket } from "node:net";

/** Passes bytes between the store and the server until it is stopped. */
export class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #isDead = false;

  async open(host: string, port: number): Promise<number> {
    this.#server = createServer((near) => {
      const far = connect(port, host);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on("data", (bytes: Buffer) => {
          if (!this.#isDead) other.write(bytes);
        });
        one.on("error", () => undefined);
        one.on("close", () => other.destroy());
      }
    });
    await new Promise<void>((listening) => this.#server?.listen(0, "127.0.0.1", listening));
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  /** As if the server had stopped: connections stay open, nothing is answered. */
  hang(): void {
    this.#isDead = true;
  }

  revive(): void {
    this.#isDead = false;
  }

  /** As if a router on the way had lost all connections. */
  break(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server?.close();
  }
}
