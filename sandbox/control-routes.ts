import type { FastifyInstance } from "fastify";
import { ledgerPage, newestPayments } from "./ledger-page.js";
import { presentPayment } from "./present-payment.js";
import { Fields, happeningRequest } from "./requests.js";
import { OUTAGES, type Outage, type ServerNeeds } from "./server-needs.js";

const YEAR_MS = 31_536_000_000;
const HOUR_MS = 3_600_000;

/** For tests, the playground and the doctor: shows the ledger, and makes things happen. */
export const controlRoutes = (
  app: FastifyInstance,
  { book, operations, webhooks, keeper, origin }: ServerNeeds,
  begin: (outage: Outage) => void,
): void => {
  app.get("/ledger", async ({ query }) => {
    const { after, first, newest } = query as Readonly<Record<string, string | undefined>>;
    await keeper.settled();
    if (newest !== undefined) return newestPayments(book, Number(newest), origin());
    return ledgerPage(book, {
      after: after ?? null,
      first: Number(first ?? 1_000),
      origin: origin(),
    });
  });
  app.post("/control/happenings", async ({ body }) => {
    const { reference, happening } = happeningRequest(body);
    return { payment: presentPayment(await operations.happen(reference, happening), origin()) };
  });
  app.post("/control/clock", async ({ body }) => {
    await operations.moveClock(new Fields(body).whole("forwardMs", 0, YEAR_MS));
    return { now: new Date(book.now()).toISOString() };
  });
  app.post("/control/payments", async ({ body }) => {
    const fields = new Fields(body);
    const payment = await operations.startForeign({
      key: fields.textOrNull("key"),
      orderId: fields.textOrNull("orderId"),
      amount: fields.amount("amount"),
    });
    return { payment: presentPayment(payment, origin()) };
  });
  app.post("/control/alterations", async ({ body }) => {
    const fields = new Fields(body);
    const payment = await operations.alter(fields.text("reference"), {
      ...(fields.has("orderId") && { orderId: fields.textOrNull("orderId") }),
      ...(fields.has("amount") && { amount: fields.amount("amount") }),
    });
    return { payment: presentPayment(payment, origin()) };
  });
  app.post("/control/webhooks", async ({ body }) => {
    const fields = new Fields(body);
    const settings = {
      copies: fields.has("copies") ? fields.whole("copies", 0, 20) : book.webhooks.copies,
      delayMs: fields.has("delayMs") ? fields.whole("delayMs", 0, HOUR_MS) : book.webhooks.delayMs,
      spreadMs: fields.has("spreadMs")
        ? fields.whole("spreadMs", 0, HOUR_MS)
        : book.webhooks.spreadMs,
      isPaused: fields.has("isPaused") ? fields.flag("isPaused") : book.webhooks.isPaused,
    };
    await keeper.write("webhooks.set", { webhooks: settings });
    webhooks.resume();
    return { webhooks: settings };
  });
  app.post("/control/repetitions", async ({ body }) => {
    const reference = new Fields(body).text("reference");
    const ids = [...book.events].flatMap(([id, { payment }]) =>
      payment.reference === reference ? id : [],
    );
    for (const id of ids) webhooks.announce(id);
    return { events: ids };
  });
  app.post("/control/outages", async ({ body }) => {
    const fields = new Fields(body);
    const kind = fields.oneOf("kind", OUTAGES);
    const until = Date.now() + fields.whole("forMs", 0, HOUR_MS);
    begin({ kind, until });
    return { until: new Date(until).toISOString() };
  });
};
