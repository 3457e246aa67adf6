import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** For these pages only: their own scripts, styles that the editor writes while it runs, and questions to this server alone. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
const YEAR = 31_536_000_000;

/** The pages that the build wrote into a folder; nothing of them is loaded into this process. */
export const playgroundRoutes = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(staticFiles, {
    root: `${folder}/assets`,
    prefix: "/playground/assets/",
    decorateReply: false,
    index: false,
    preCompressed: true,
    // Assets carry the hash of their content in their names.
    maxAge: YEAR,
    immutable: true,
  });
  await app.register(async (pages) => {
    await pages.register(staticFiles, {
      root: folder,
      serve: false,
      preCompressed: true,
      cacheControl: false,
    });
    for (const [url, page] of [
      ["/playground", "shop.html"],
      ["/admin/playground", "admin.html"],
    ] as const)
      pages.get(url, (_request, reply) =>
        reply
          .header("content-security-policy", PAGE_POLICY)
          .header("cache-control", "no-cache")
          .sendFile(page),
      );
  });
  app.get("/", async (_request, reply) => reply.redirect("/playground"));
};
