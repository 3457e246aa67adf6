import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { actionPage, donePage, pagePolicy } from "./action-page.js";
import { SandboxRefusal, type SandboxPayment } from "./payment.js";
import { Fields } from "./requests.js";
import type { ServerNeeds } from "./server-needs.js";

interface Action {
  readonly Params: { readonly reference: string };
}

/** The page at which a buyer approves or declines a payment. */
export const actionRoutes = (
  app: FastifyInstance,
  { book, operations }: Pick<ServerNeeds, "book" | "operations">,
): void => {
  // Who acted may come back, so the secret is compared with that of the start.
  const secrets = new Map<string, string>();
  const payment = (reference: string, secret: string): SandboxPayment => {
    const found = book.find(reference, null);
    if (found.actionSecret !== null) secrets.set(reference, found.actionSecret);
    const expected = secrets.get(reference);
    if (expected === undefined || !isSame(secret, expected))
      throw new SandboxRefusal(404, "unknown_payment", "There is no such payment.");
    return found;
  };
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get<Action>("/actions/:reference", async ({ params, query }, reply) => {
    const found = payment(params.reference, new Fields(query).text("secret"));
    return found.state === "REQUIRES_ACTION"
      ? show(reply, found, actionPage(found))
      : goBack(reply, found);
  });
  app.post<Action>("/actions/:reference", async ({ params, body }, reply) => {
    const fields = new Fields(body);
    const found = payment(params.reference, fields.text("secret"));
    const decision = fields.oneOf("decision", ["approve", "decline"]);
    return goBack(reply, await operations.decide(found, decision === "approve"));
  });
};

const isSame = (secret: string, expected: string): boolean => {
  const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hashOf(secret), hashOf(expected));
};

const show = (reply: FastifyReply, payment: SandboxPayment, html: string): FastifyReply =>
  reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", pagePolicy(payment))
    .send(html);

/** The address was checked when the payment was started. */
const goBack = (reply: FastifyReply, payment: SandboxPayment): FastifyReply =>
  payment.returnUrl === null
    ? show(reply, payment, donePage(payment))
    : reply.redirect(payment.returnUrl, 303);
