import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { HttpError } from "./answer-error.js";
import { RequestRefused } from "./shares/request-refused.js";
import { RequestShare, type Budget, type Shared, type Sharer } from "./shares/request-share.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Null until it enters. */
    share: RequestShare | null;
  }
}

/**
 * Makes the requests to these routes wait for each other. A request enters after its other checks
 * and before its body is read. A short body is parsed at once, because its document tells how much
 * the request does; a longer one when it may begin.
 */
export const shareRequests = (scope: FastifyInstance): void => {
  scope.decorateRequest("share", null);
  const parse = scope.getDefaultJsonParser("error", "error");
  scope.removeContentTypeParser("application/json");
  scope.addContentTypeParser<string>(
    "application/json",
    { parseAs: "string" },
    (request, body, done) => {
      const parsed = (): void => void parse(request, body, done);
      if (body.length <= PARSED_AT_ONCE || !request.share) return parsed();
      const wait = request.share.begin();
      if (wait) wait.then(parsed, done);
      else parsed();
    },
  );
  scope.addHook("onSend", ({ share }, reply, _payload, done) => {
    const budget = share?.budget;
    // A cache would show other clients what is left to the one that asked first.
    const isShared = String(reply.getHeader("cache-control")).startsWith("public");
    if (budget && !isShared) reply.headers(budgetHeaders(budget));
    done();
  });
};

/** In characters; parsing as many takes well below a tenth of a millisecond. */
const PARSED_AT_ONCE = 8 * 1_024;

/** @returns how the request is refused when there are too many already, otherwise null */
export const enterRequest = (
  request: FastifyRequest,
  { raw: response }: FastifyReply,
  shared: Shared,
  sharer: Sharer,
): HttpError | null => {
  try {
    const share = new RequestShare(shared, sharer);
    request.share = share;
    response.once("close", () => share.leave());
    return null;
  } catch (error) {
    if (error instanceof RequestRefused) return error.httpError;
    throw error;
  }
};

const budgetHeaders = ({
  limit,
  remaining,
  resetMs,
}: Budget): Readonly<Record<string, string>> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(Math.ceil(resetMs / 1_000)),
});
