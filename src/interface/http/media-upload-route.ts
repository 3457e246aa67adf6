import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MediaBusy } from "../../application/media/ports/pictures.js";
import { MediaUnavailable } from "../../application/media/ports/media-storage.js";
import type { UploadedImage, UploadImage } from "../../application/media/upload-image.js";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { LimitName } from "../../application/shared/limits.js";
import { ImageTooLarge, UploadTooLarge } from "../../domain/media/errors.js";
import type { Guard } from "./admin-guard.js";
import { answerError, type HttpError } from "./answer-error.js";
import { answerMediaError } from "./answer-media-error.js";
import { clientOf } from "./client-of.js";
import type { HttpLimits } from "./limits.js";
import { paced, TooSlow } from "./paced.js";

/** What uploads need. */
export interface MediaUpload {
  /** Holds uploads until they are stored. */
  readonly folder: string;
  readonly maxBytes: number;
  /** The URL of the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly store: (command: UploadImage) => Promise<UploadedImage>;
}

interface UploadPace {
  readonly limits: Pick<
    HttpLimits,
    "requestMs" | "uploads" | "uploadIdleMs" | "uploadBytesPerSecond"
  >;
  readonly counters: LimitCounters;
  /** The connections of uploads in progress, on which the time of other requests does not count. */
  readonly uploading: WeakSet<Duplex>;
}

const MULTIPART_REFUSED: HttpError = {
  status: 415,
  code: "IMAGE_FORMAT_REFUSED",
  message: "Send the image as the body of the request, not in a form (multipart/form-data).",
};
const ABORTED: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The upload was interrupted.",
};
const SLOW: HttpError = {
  status: 408,
  code: "BAD_REQUEST",
  message: "The upload took too long to arrive.",
};

/** Receives an image as the body of a request into a file, never as a whole in memory. */
export const mediaUploadRoute = async (
  app: FastifyInstance,
  upload: MediaUpload,
  guard: Guard,
  { limits, counters, uploading }: UploadPace,
): Promise<void> => {
  let running = 0;
  const pace = {
    idleMs: limits.uploadIdleMs,
    totalMs: limits.requestMs + (1_000 * upload.maxBytes) / limits.uploadBytesPerSecond,
  };
  const receive = async (body: Readable, socket: Duplex): Promise<UploadedImage> => {
    const path = join(upload.folder, `${randomUUID()}.upload`);
    uploading.add(socket);
    try {
      return await upload.store({
        path,
        sha256: await saveBody(body, path, upload.maxBytes, pace),
      });
    } finally {
      uploading.delete(socket);
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
        const refusal = guard(request);
        if (refusal) return answerError(request, reply, refusal);
        if (Number(request.headers["content-length"] ?? 0) > upload.maxBytes) {
          counters.reached("uploadMib", clientOf(request));
          return answerMediaError(
            request,
            reply.header("connection", "close"),
            new UploadTooLarge(upload.maxBytes),
          );
        }
      },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        if (/^multipart\//i.test(request.headers["content-type"] ?? ""))
          return answerError(request, reply.header("connection", "close"), MULTIPART_REFUSED);
        if (running >= limits.uploads) {
          counters.reached("uploads", clientOf(request));
          return answerMediaError(request, reply.header("connection", "close"), new MediaBusy());
        }
        running += 1;
        try {
          const { id, url, width, height } = await receive(
            (request.body as Readable | undefined) ?? request.raw,
            request.raw.socket,
          );
          return await reply.code(201).send({ id, url: upload.publicUrl + url, width, height });
        } catch (error) {
          const limit = limitOf(error);
          if (limit !== null) counters.reached(limit, clientOf(request));
          if (error instanceof TooSlow)
            return await answerError(request, reply.header("connection", "close"), SLOW);
          // The rest of the body is not read, so the connection cannot be used again.
          return await (request.raw.aborted || request.raw.errored
            ? answerError(request, reply, ABORTED)
            : answerMediaError(
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

const limitOf = (error: unknown): LimitName | null => {
  if (error instanceof TooSlow) return error.limit;
  if (error instanceof UploadTooLarge) return "uploadMib";
  return error instanceof ImageTooLarge ? "imageMegapixels" : null;
};

/**
 * Writes a body into a file.
 * @returns its SHA-256
 * @throws UploadTooLarge, TooSlow, MediaUnavailable
 */
const saveBody = async (
  body: Readable,
  path: string,
  maxBytes: number,
  pace: Parameters<typeof paced>[1],
): Promise<string> => {
  const hash = createHash("sha256");
  let bytes = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    // Not destroyed when reading ends early: the error is answered on the same connection.
    const whole = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    for await (const piece of paced(whole, pace)) {
      bytes += piece.length;
      if (bytes > maxBytes) throw new UploadTooLarge(maxBytes);
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await pipeline(pieces, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause && "path" in cause)
      throw new MediaUnavailable("The upload cannot be saved.", { cause });
    throw cause;
  }
  return hash.digest("hex");
};
