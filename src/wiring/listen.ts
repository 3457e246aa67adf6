import { lookup } from "node:dns/promises";
import { createServer, type Server } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";

export interface Servers {
  readonly http: FastifyInstance;
  /** That of the health, where it has a port of its own. */
  readonly health: FastifyInstance | null;
}

type PortSetting = "PLINTH_PORT" | "PLINTH_HEALTH_PORT";

/** @throws CannotProceed when a server cannot use the address or its port */
export const listen = async (
  { http, health }: Servers,
  { server: { host, healthPort } }: Config,
  port: number,
): Promise<void> => {
  if (health !== null) await listenOn(health, host, healthPort ?? 0, "PLINTH_HEALTH_PORT");
  try {
    await listenOn(http, host, port, "PLINTH_PORT");
  } catch (cause) {
    await health?.close();
    throw cause;
  }
};

const listenOn = async (
  app: FastifyInstance,
  host: string,
  port: number,
  setting: PortSetting,
): Promise<void> => {
  const others: Server[] = [];
  app.addHook("preClose", (done) => {
    for (const other of others) other.close();
    done();
  });
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw listenProblem(host, port, cause as NodeJS.ErrnoException, setting);
  }
  if (host === "localhost") others.push(...(await otherAddresses(app, port)));
};

/** `localhost` is 127.0.0.1 and ::1, where both exist; Fastify listens on one of them. */
const otherAddresses = async (app: FastifyInstance, port: number): Promise<readonly Server[]> => {
  const bound = app.server.address();
  const found = await lookup("localhost", { all: true }).catch(() => []);
  return found.flatMap(({ address }) => {
    if (typeof bound !== "object" || bound?.address === address) return [];
    const other = createServer({ noDelay: true, allowHalfOpen: true }, (socket) =>
      app.server.emit("connection", socket),
    );
    // The address may not exist, or be in use.
    other.on("error", () => undefined).listen({ host: address, port });
    return [other];
  });
};

/**
 * The port to listen on; a free one for port 0. Needed before the server is built, because the
 * addresses of images name it.
 */
export const freePort = ({ server: { host, port } }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) =>
      reject(listenProblem(host, port, cause, "PLINTH_PORT")),
    );
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : port),
      );
    });
  });

const listenProblem = (
  host: string,
  port: number,
  cause: NodeJS.ErrnoException,
  setting: PortSetting,
): Error => {
  const notHere = `${host} is not an address of this machine: set PLINTH_HOST to one that is.`;
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop the program that uses it, or set ${setting} to another port.`,
    EACCES: `This user may not use port ${port}: set ${setting} to a port above 1023.`,
    EADDRNOTAVAIL: notHere,
    ENOTFOUND: notHere,
  };
  const message = advice[cause.code ?? ""];
  return message === undefined ? cause : new CannotProceed(message, { cause });
};
