import type { FastifyInstance } from "fastify";

interface Readiness {
  /** Whether the database answers, and the catalogue has been read for the search or takes long. */
  readonly isReady: () => Promise<boolean>;
  readonly isSearchLoading?: () => boolean;
}

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer requests. The answers tell
 * no more than whether the search is still being loaded, because everybody can read them.
 */
export const healthRoutes = (
  app: FastifyInstance,
  { isReady, isSearchLoading = () => false }: Readiness,
): void => {
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
    const isServing = await ready();
    if (!isServing) reply.code(503).header("retry-after", "1");
    const status = isServing ? "ready" : "unavailable";
    return isSearchLoading() ? { status, search: "loading" } : { status };
  });
};
