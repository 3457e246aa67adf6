import { createHash, timingSafeEqual } from "node:crypto";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { actionRoutes } from "./action-routes.js";
import { controlRoutes } from "./control-routes.js";
import { SandboxRefusal, type SandboxPayment } from "./payment.js";
import { presentPayment } from "./present-payment.js";
import { amountRequest, Fields, startRequest } from "./requests.js";
import type { Outage, ServerNeeds } from "./server-needs.js";

const BODY_BYTES = 65_536;

/** The API of the sandbox for the shop, and its pages for buyers. */
export const sandboxServer = (needs: ServerNeeds): FastifyInstance => {
  const app = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: true });
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof SandboxRefusal)
      return refuse(reply, error.status, error.code, error.message);
    const status =
      error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
        ? error.statusCode
        : 500;
    return status < 500
      ? refuse(reply, status, "invalid_request", "The request cannot be read.")
      : refuse(reply, 500, "internal_error", "The sandbox has failed.");
  });
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, 404, "unknown_address", "There is nothing here."),
  );
  app.register(async (scope) => actionRoutes(scope, needs));
  app.register(async (scope) => {
    requireSecret(scope, needs.secret);
    let outage: Outage | null = null;
    controlRoutes(scope, needs, (begun) => (outage = begun));
    scope.register(async (api) => {
      api.addHook("onRequest", async (_request, reply) => {
        if (outage !== null && outage.until > Date.now()) await beOut(reply, outage.kind);
      });
      paymentRoutes(api, needs);
    });
  });
  return app;
};

const refuse = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply.code(status).send({ error: { code, message } });

const requireSecret = (app: FastifyInstance, secret: string): void => {
  const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
  const expected = hashOf(`Bearer ${secret}`);
  app.addHook("onRequest", async (request, reply) => {
    if (!timingSafeEqual(hashOf(request.headers.authorization ?? ""), expected))
      return refuse(reply, 401, "unauthenticated", "Send the secret of the sandbox.");
  });
};

const beOut = async (reply: FastifyReply, kind: Outage["kind"]): Promise<void> => {
  if (kind === "ERROR_503") await refuse(reply, 503, "unavailable", "The sandbox is out of order.");
  else if (kind === "CUT") cut(reply);
  else hang(reply);
};

const cut = (reply: FastifyReply): void => {
  reply.hijack();
  reply.raw.destroy();
};

/** The connection stays open until the caller, or the sandbox, ends. */
const hang = (reply: FastifyReply): void => void reply.hijack();

const paymentRoutes = (app: FastifyInstance, { operations, origin }: ServerNeeds): void => {
  const present = (payment: SandboxPayment) => ({ payment: presentPayment(payment, origin()) });
  app.post("/payments", async ({ body }, reply) => {
    const { payment, answer } = await operations.start(startRequest(body));
    switch (answer) {
      case "HANG":
        return hang(reply);
      case "CUT":
        return cut(reply);
      case "ERROR_500":
        return refuse(reply, 500, "internal_error", "The sandbox has failed on purpose.");
      default:
        return present(payment);
    }
  });
  app.get("/payments", async ({ query }) =>
    present(await operations.fetch(new Fields({ id: query }).paymentId("id"))),
  );
  app.post("/captures", async ({ body }) => present(await operations.capture(amountRequest(body))));
  app.post("/refunds", async ({ body }) => present(await operations.refund(amountRequest(body))));
  app.post("/cancellations", async ({ body }) =>
    present(await operations.cancel(new Fields(body).paymentId("payment"))),
  );
};
