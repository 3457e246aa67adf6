import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./answer-error.js";
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
 * and before its body is read. Its body is parsed when it may begin.
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
      if (request.share) request.share.begin().then(parsed, done);
      else parsed();
    },
  );
  scope.addHook("onSend", ({ share }, reply, _payload, done) => {
    const budget = share?.budget;
    if (budget) reply.headers(budgetHeaders(budget));
    done();
  });
};

/** @returns the refusal when there are too many requests already */
export const enterRequest = async (
  request: FastifyRequest,
  reply: FastifyReply,
  shared: Shared,
  sharer: Sharer,
): Promise<FastifyReply | undefined> => {
  try {
    const share = new RequestShare(shared, sharer);
    request.share = share;
    reply.raw.once("close", () => share.leave());
    await share.arrive();
    return undefined;
  } catch (error) {
    if (error instanceof RequestRefused) return answerError(request, reply, error.httpError);
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
