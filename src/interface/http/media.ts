import { extname } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Folders of images by the path they are served under: `/media/demo/`. */
export type MediaFolders = Readonly<Record<string, string>>;

/** Whatever else lies in a folder is not there. No SVG and no HTML: they run scripts. */
const SERVED: ReadonlySet<string> = new Set([".webp", ".avif", ".jpg", ".jpeg", ".png", ".gif"]);
const HOUR = 3_600_000;

/** Images for storefronts on any origin: they hold no secrets, so every page may show them. */
export const mediaRoutes = async (app: FastifyInstance, folders: MediaFolders): Promise<void> => {
  for (const [prefix, root] of Object.entries(folders)) {
    await app.register(staticFiles, {
      root,
      prefix,
      decorateReply: false,
      index: false,
      dotfiles: "ignore",
      allowedPath: (path) => SERVED.has(extname(path).toLowerCase()),
      maxAge: HOUR,
      setHeaders: (response) => {
        response.setHeader("cross-origin-resource-policy", "cross-origin");
        response.setHeader("vary", "Origin");
      },
    });
  }
};
