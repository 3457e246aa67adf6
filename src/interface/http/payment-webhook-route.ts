import type { FastifyInstance } from "fastify";
import type {
  ReceivedWebhook,
  WebhookOutcome,
} from "../../application/payments/webhooks/receive-webhook.js";
import { OutcomeUnknown, StoreUnavailable } from "../../application/shared/unit-of-work.js";
import {
  answerError,
  bodyTooLarge,
  isTooLarge,
  NOT_FOUND,
  type HttpError,
} from "./answer-error.js";
import { clientOf } from "./client-of.js";
import { enterRequest } from "./share-requests.js";
import type { Shared } from "./shares/request-share.js";

/** Takes a webhook of a payment gateway. */
export type ReceiveWebhook = (webhook: ReceivedWebhook) => Promise<WebhookOutcome>;

const NOT_SIGNED: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The signature of the webhook is missing, wrong or too old.",
};
const UNAVAILABLE: HttpError = {
  status: 503,
  code: "SERVICE_UNAVAILABLE",
  message: "The webhook could not be stored. Send it again.",
  retryAfterMs: 1_000,
};

/**
 * Receives what payment gateways tell. Nobody is identified: each gateway signs the bytes of the
 * body, so that they are kept as they came.
 */
export const paymentWebhookRoute = async (
  app: FastifyInstance,
  receive: ReceiveWebhook,
  shared: Shared,
): Promise<void> => {
  const { webhookBytes } = shared.limits;
  await app.register(async (scope) => {
    scope.decorateRequest("share", null);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => {
      if (!isTooLarge(error)) throw error;
      shared.counters.reached("webhookBytes", clientOf(request));
      return answerError(request, reply, bodyTooLarge(webhookBytes));
    });
    scope.post<{ Params: { readonly gateway: string } }>("/webhooks/payments/:gateway", {
      bodyLimit: webhookBytes,
      config: { viewer: "guest" },
      onRequest: (request, reply, done) => {
        const sharer = { client: clientOf(request), budget: "clientPoints" } as const;
        const refusal = enterRequest(request, reply, shared, sharer);
        if (refusal) answerError(request, reply, refusal);
        else done();
      },
      handler: async (request, reply) => {
        const { gateway } = request.params;
        const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
        const work = (): Promise<WebhookOutcome | null> =>
          receive({ gateway, headers: singleHeaders(request.headers), body }).catch(unlessStored);
        const outcome = await (request.share?.work(null, work) ?? work());
        switch (outcome) {
          case "NO_GATEWAY":
            return answerError(request, reply, NOT_FOUND);
          case "REFUSED":
            return answerError(request, reply, NOT_SIGNED);
          case null:
            return answerError(request, reply, UNAVAILABLE);
          default:
            return { received: true };
        }
      },
    });
  });
};

/** A repeated header tells nothing, because another one may have been checked on the way. */
const singleHeaders = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );

const unlessStored = (error: unknown): null => {
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return null;
  throw error;
};
