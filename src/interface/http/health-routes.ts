import type { FastifyInstance } from "fastify";
import type { ServiceHealth } from "../../application/shared/outside-calls.js";
import type { Guard } from "./admin-guard.js";

interface Readiness {
  /** Whether the database answers, and the catalogue has been read for the search or takes long. */
  readonly isReady: () => Promise<boolean>;
  readonly isSearchLoading?: () => boolean;
  /** How the services outside are doing, for holders of the admin key. */
  readonly outside?: () => readonly ServiceHealth[];
}

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer requests. The answers tell
 * no more than whether the search is still being loaded, because everybody can read them. Who sends
 * the admin key is also told how the services outside are doing. None of them makes the server
 * unready: what does not need them is served.
 * @param guard lets the holder of the admin key in
 */
export const healthRoutes = (
  app: FastifyInstance,
  { isReady, isSearchLoading = () => false, outside = () => [] }: Readiness,
  guard: Guard,
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
  app.get("/health/ready", async (request, reply) => {
    const isServing = await ready();
    if (!isServing) reply.code(503).header("retry-after", "1");
    const status = isServing ? "ready" : "unavailable";
    return {
      status,
      ...(isSearchLoading() && { search: "loading" }),
      ...(guard(request) === null && { outside: outside() }),
    };
  });
};
