import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sandboxRoutes, type AskSandbox } from "./sandbox-routes.js";

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

export interface Playground {
  /** The folder into which the build has written the pages. */
  readonly folder: string;
  /** The page with every mail in a language. */
  readonly mails: (language: string) => string;
  /** Null where there is no sandbox gateway. */
  readonly sandbox: AskSandbox | null;
}

/** Serves the pages of the playground, which only development has. */
export const playgroundRoutes = async (
  app: FastifyInstance,
  { folder, mails, sandbox }: Playground,
): Promise<void> => {
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
      ...(sandbox === null ? [] : ([["/playground/sandbox", "sandbox.html"]] as const)),
    ] as const)
      pages.get(url, (_request, reply) =>
        reply
          .header("content-security-policy", PAGE_POLICY)
          .header("cache-control", "no-cache")
          .sendFile(page),
      );
  });
  app.get<{ Querystring: { readonly language?: unknown } }>(
    "/playground/mails",
    async ({ query: { language } }, reply) =>
      reply
        .header("content-security-policy", PAGE_POLICY)
        .header("cache-control", "no-cache")
        .type("text/html; charset=utf-8")
        .send(mails(typeof language === "string" ? language : "en")),
  );
  if (sandbox !== null) await app.register(async (scope) => sandboxRoutes(scope, sandbox));
  app.get("/", async (_request, reply) => reply.redirect("/playground"));
};
