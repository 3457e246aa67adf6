import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MediaBusy, MediaUnavailable } from "../../application/catalog/media/media-ports.js";
import type { UploadedImage, UploadImage } from "../../application/catalog/media/upload-image.js";
import { UploadTooLarge } from "../../domain/catalog/media-errors.js";
import { answerError, type Refusal } from "./error-answer.js";
import { answerMediaProblem } from "./media-refusals.js";

/** What taking in pictures needs. */
export interface MediaUpload {
  /** Where what comes in lies until it is stored. */
  readonly folder: string;
  readonly mostBytes: number;
  /** Where `/media/` is served from, without a slash at the end. */
  readonly publicUrl: string;
  readonly store: (command: UploadImage) => Promise<UploadedImage>;
}

const MOST_AT_ONCE = 8;
const IN_A_FORM: Refusal = {
  status: 415,
  code: "IMAGE_FORMAT_REFUSED",
  message:
    "Send the picture itself as the body of the request, not in a form (multipart/form-data).",
};
const ABORTED: Refusal = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The picture did not arrive whole.",
};

/** Takes in a picture as the body of a request, in a file and never whole in memory. */
export const mediaUploadRoute = async (
  app: FastifyInstance,
  upload: MediaUpload,
  door: (request: FastifyRequest) => Refusal | null,
): Promise<void> => {
  let running = 0;
  const take = async (body: Readable): Promise<UploadedImage> => {
    const path = join(upload.folder, `${randomUUID()}.upload`);
    try {
      return await upload.store({ path, sha256: await kept(body, path, upload.mostBytes) });
    } finally {
      await rm(path, { force: true });
    }
  };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.post("/admin/media", {
      bodyLimit: Number.MAX_SAFE_INTEGER,
      config: { viewer: "admin-key" },
      onRequest: async (request, reply) => {
        const refusal = door(request);
        if (refusal)
          return answerError(
            request,
            refusal.status === 401
              ? reply.header("www-authenticate", 'Bearer realm="plinth admin"')
              : reply,
            refusal,
          );
        if (Number(request.headers["content-length"] ?? 0) > upload.mostBytes)
          return answerMediaProblem(
            request,
            reply.header("connection", "close"),
            new UploadTooLarge(upload.mostBytes),
          );
      },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        if (/^multipart\//i.test(request.headers["content-type"] ?? ""))
          return answerError(request, reply.header("connection", "close"), IN_A_FORM);
        if (running >= MOST_AT_ONCE)
          return answerMediaProblem(request, reply.header("connection", "close"), new MediaBusy());
        running += 1;
        try {
          const { id, url, width, height } = await take(
            (request.body as Readable | undefined) ?? request.raw,
          );
          return await reply.code(201).send({ id, url: upload.publicUrl + url, width, height });
        } catch (error) {
          // What is still on its way is not wanted any more.
          return await (request.raw.aborted || request.raw.errored
            ? answerError(request, reply, ABORTED)
            : answerMediaProblem(
                request,
                request.raw.complete ? reply : reply.header("connection", "close"),
                error,
              ));
        } finally {
          running -= 1;
        }
      },
    });
  });
};

/** Writes what arrives into a file. @returns its SHA-256 @throws UploadTooLarge, MediaUnavailable */
const kept = async (body: Readable, path: string, mostBytes: number): Promise<string> => {
  const hash = createHash("sha256");
  let bytes = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    // Left open when it is left early: the refusal goes back on the same connection.
    for await (const piece of body.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > mostBytes) throw new UploadTooLarge(mostBytes);
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await pipeline(pieces, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause && "path" in cause)
      throw new MediaUnavailable("What was uploaded cannot be kept.", { cause });
    throw cause;
  }
  return hash.digest("hex");
};
