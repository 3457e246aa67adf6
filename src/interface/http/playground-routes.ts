import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * The pages may run scripts of this server only, use the inline styles of the editor, and send
 * requests to this server only.
 */
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
const YEAR_MS = 31_536_000_000;

/** Serves the playground pages that the build has written into a folder. */
export const playgroundRoutes = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(staticFiles, {
    root: `${folder}/assets`,
    prefix: "/playground/assets/",
    decorateReply: false,
    index: false,
    preCompressed: true,
    // The names of assets contain the hash of their content.
    maxAge: YEAR_MS,
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
