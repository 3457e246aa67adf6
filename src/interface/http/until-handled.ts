import type { FastifyInstance } from "fastify";

/**
 * Makes the stop of a server wait for handlers whose clients have gone. Node waits for connections
 * only, and the work after a committed change would be cut.
 * @returns passes the promise of a handler on, and remembers it until it is settled
 */
export const untilHandled = (app: FastifyInstance): (<T>(handler: Promise<T>) => Promise<T>) => {
  const running = new Set<Promise<unknown>>();
  app.addHook("onClose", async () => {
    while (running.size > 0) await Promise.allSettled(running);
  });
  return async (handler) => {
    running.add(handler);
    try {
      return await handler;
    } finally {
      running.delete(handler);
    }
  };
};
