import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./error-answer.js";

/** With which status each thing that may be wrong with a picture is answered. */
const STATUSES: Readonly<Record<string, number>> = {
  INVALID_TRANSFORM: 400,
  UPLOAD_TOO_LARGE: 413,
  IMAGE_FORMAT_REFUSED: 415,
  IMAGE_TOO_LARGE: 422,
  IMAGE_UNREADABLE: 422,
  MEDIA_BUSY: 503,
  MEDIA_UNAVAILABLE: 503,
};
const RETRY_SECONDS = "2";

/** Answers what is known to go wrong with pictures; anything else is thrown on. */
export const answerMediaProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const status = Object.hasOwn(STATUSES, code) ? STATUSES[code] : undefined;
  if (status === undefined || !(error instanceof Error)) throw error;
  if (status !== 503) return answerError(request, reply, { status, code, message: error.message });
  // Where the pictures lie is nobody's business outside.
  const message =
    code === "MEDIA_BUSY"
      ? error.message
      : "The store of pictures does not answer just now: try again in a moment.";
  return answerError(request, reply.header("retry-after", RETRY_SECONDS), {
    status,
    code,
    message,
  });
};
