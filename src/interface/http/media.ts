import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../application/shared/log.js";
import type { ServedImage, ServedImages } from "../../application/catalog/media/media-ports.js";
import { imageVariant } from "../../domain/catalog/image-variant.js";
import { answerError, NOT_FOUND } from "./error-answer.js";
import { answerMediaProblem } from "./media-refusals.js";

const IMMUTABLE = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";

/** Images for storefronts on any origin: they hold no secrets, so every page may show them. */
export const mediaRoutes = (app: FastifyInstance, images: ServedImages, log: Log): void => {
  app.get<{ Params: { readonly "*": string }; Querystring: Readonly<Record<string, unknown>> }>(
    "/media/*",
    async (request, reply) => {
      try {
        const variant = imageVariant(request.query);
        const found = await images.open(request.params["*"], variant, request.headers.accept ?? "");
        return await (found === null
          ? answerError(request, reply, NOT_FOUND)
          : served(request, reply, found, variant?.format === "auto"));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "MEDIA_UNAVAILABLE")
          log.error("A picture could not be read.", { requestId: request.id, error });
        return answerMediaProblem(request, reply, error);
      }
    },
  );
};

const served = async (
  request: FastifyRequest,
  reply: FastifyReply,
  image: ServedImage,
  dependsOnAccept: boolean,
): Promise<FastifyReply> => {
  const etag = `"${createHash("sha256").update(image.tag).digest("base64url").slice(0, 22)}"`;
  reply.headers({
    etag,
    "cache-control": image.isImmutable ? IMMUTABLE : AN_HOUR,
    "cross-origin-resource-policy": "cross-origin",
    vary: dependsOnAccept ? "Accept, Origin" : "Origin",
  });
  if (knows(request.headers["if-none-match"], etag)) {
    await image.close();
    return reply.code(304).send();
  }
  // Pages show it all the same; whoever opens its address gets a file and no page that could act in the shop's name.
  reply.headers({
    "content-type": image.contentType,
    "content-length": image.bytes,
    "content-disposition": "attachment",
  });
  if (request.method === "HEAD") {
    await image.close();
    // Fastify would call nothing 0 bytes long, and leaves the length alone of what flows.
    return reply.send(Readable.from([]));
  }
  return reply.send(Readable.from(image.read(), { objectMode: false }));
};

const knows = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
