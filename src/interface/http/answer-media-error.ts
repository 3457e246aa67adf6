import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./answer-error.js";

/** The HTTP status for each error of an image. */
export const STATUSES: Readonly<Record<string, number>> = {
  INVALID_TRANSFORM: 400,
  UPLOAD_TOO_LARGE: 413,
  IMAGE_FORMAT_REFUSED: 415,
  IMAGE_TOO_LARGE: 422,
  IMAGE_UNREADABLE: 422,
  MEDIA_BUSY: 503,
  MEDIA_UNAVAILABLE: 503,
};
const RETRY_AFTER_MS = 2_000;

/** Answers with an expected error of an image; throws any other error. */
export const answerMediaError = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const status = Object.hasOwn(STATUSES, code) ? STATUSES[code] : undefined;
  if (status === undefined || !(error instanceof Error)) throw error;
  if (status !== 503) return answerError(request, reply, { status, code, message: error.message });
  // The message of MEDIA_UNAVAILABLE names the storage, which is not public.
  const message =
    code === "MEDIA_BUSY"
      ? error.message
      : "The image storage is not available. Try again in a moment.";
  return answerError(request, reply, { status, code, message, retryAfterMs: RETRY_AFTER_MS });
};
