import type { FastifyInstance } from "fastify";

export interface Readiness {
  /** Whether the database answers, and the catalogue has been read for the search. */
  readonly isReady: () => Promise<boolean>;
}

/** Live: the process runs. Ready: it can serve. Neither tells the public more than that. */
export const healthRoutes = (app: FastifyInstance, { isReady }: Readiness): void => {
  let asking: Promise<boolean> | null = null;
  // Any number of probes ask the database once at a time.
  const ready = (): Promise<boolean> =>
    (asking ??= isReady()
      .catch(() => false)
      .finally(() => {
        asking = null;
      }));

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    if (await ready()) return { status: "ready" };
    return reply.code(503).header("retry-after", "1").send({ status: "unavailable" });
  });
};
