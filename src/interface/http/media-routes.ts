import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../application/shared/log.js";
import type {
  MovedImage,
  ServedImage,
  ServedImages,
} from "../../application/media/ports/served-images.js";
import { imageVariant } from "../../domain/media/image-variant.js";
import { answerError, NOT_FOUND } from "./answer-error.js";
import { answerMediaError } from "./answer-media-error.js";
import { clientOf } from "./client-of.js";
import { etagMatches } from "./etag-matches.js";
import { readableOf } from "./readable-of.js";

const IMMUTABLE = "public, max-age=31536000, immutable";
const A_DAY = "public, max-age=86400";
const AN_HOUR = "public, max-age=3600";

/** Images for storefronts on any origin: they contain no secrets, so every page may show them. */
export const mediaRoutes = (app: FastifyInstance, images: ServedImages, log: Log): void => {
  app.get<{ Params: { readonly "*": string }; Querystring: Readonly<Record<string, unknown>> }>(
    "/media/*",
    async (request, reply) => {
      try {
        const variant = imageVariant(request.query);
        const found = await images.open({
          name: request.params["*"],
          variant,
          query: request.url.split("?")[1] ?? "",
          accepts: request.headers.accept ?? "",
          requester: { client: clientOf(request), signal: untilClosed(reply) },
        });
        if (found === null) return await answerError(request, reply, NOT_FOUND);
        return await ("movedTo" in found
          ? answerMoved(reply, found)
          : answerImage(request, reply, found, variant?.format === "auto"));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "MEDIA_UNAVAILABLE")
          log.error("An image could not be read.", { requestId: request.id, error });
        return answerMediaError(request, reply, error);
      }
    },
  );
};

/** Aborted when the client has left, or has its answer. */
const untilClosed = (reply: FastifyReply): AbortSignal => {
  const closed = new AbortController();
  reply.raw.once("close", () => closed.abort());
  return closed.signal;
};

/** Relative, so that it is right behind every proxy. */
const answerMoved = (reply: FastifyReply, { movedTo, isImmutable }: MovedImage): FastifyReply =>
  reply
    .headers({
      location: movedTo,
      "cache-control": isImmutable ? A_DAY : AN_HOUR,
      "cross-origin-resource-policy": "cross-origin",
    })
    .code(isImmutable ? 301 : 302)
    .send();

const answerImage = async (
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
  if (etagMatches(request.headers["if-none-match"], etag)) {
    await image.close();
    return reply.code(304).send();
  }
  // Pages can show an attachment. Opened directly it is a download, never a page on the origin of
  // the shop.
  reply.headers({
    "content-type": image.contentType,
    "content-length": image.bytes,
    "content-disposition": "attachment",
  });
  if (request.method === "HEAD") {
    await image.close();
    // For an empty body Fastify would set the length to 0. It does not change the length of a
    // stream.
    return reply.send(Readable.from([]));
  }
  return reply.send(readableOf(image));
};
