import { createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";

/** @throws CannotProceed when the server cannot use the address or the port */
export const listen = async (
  http: FastifyInstance,
  { server: { host } }: Config,
  port: number,
): Promise<void> => {
  try {
    await http.listen({ host, port });
  } catch (cause) {
    throw listenProblem(host, port, cause as NodeJS.ErrnoException);
  }
};

/**
 * The port to listen on; a free one for port 0. Needed before the server is built, because the
 * addresses of images name it.
 */
export const freePort = ({ server: { host, port } }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => reject(listenProblem(host, port, cause)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : port),
      );
    });
  });

const listenProblem = (host: string, port: number, cause: NodeJS.ErrnoException): Error => {
  const notHere = `${host} is not an address of this machine: set PLINTH_HOST to one that is.`;
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop the program that uses it, or set PLINTH_PORT to another port.`,
    EACCES: `This user may not use port ${port}: set PLINTH_PORT to a port above 1023.`,
    EADDRNOTAVAIL: notHere,
    ENOTFOUND: notHere,
  };
  const message = advice[cause.code ?? ""];
  return message === undefined ? cause : new CannotProceed(message, { cause });
};
