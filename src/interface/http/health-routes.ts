import type { FastifyInstance } from "fastify";

interface Readiness {
  /** Whether the database answers and the catalogue has been read for the search. */
  readonly isReady: () => Promise<boolean>;
}

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer requests. The answers contain
 * nothing else, because everybody can read them.
 */
export const healthRoutes = (app: FastifyInstance, { isReady }: Readiness): void => {
  let pending: Promise<boolean> | null = null;
  // Probes at the same time share one query to the database.
  const ready = (): Promise<boolean> =>
    (pending ??= isReady()
      .catch(() => false)
      .finally(() => {
        pending = null;
      }));

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    if (await ready()) return { status: "ready" };
    return reply.code(503).header("retry-after", "1").send({ status: "unavailable" });
  });
};
