import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Store } from "../../src/infrastructure/store.js";
import { EmbeddedSession } from "../../src/infrastructure/shared/database/embedded-sessions.js";
import { ReadSource } from "../../src/infrastructure/shared/database/read-source.js";
import type { SqlValue } from "../../src/infrastructure/shared/database/sql-value.js";
import { textTable } from "../../src/interface/text-table.js";
import { fillShop } from "../builders/fill-shop.js";
import { placeOrders } from "../builders/place-orders.js";
import { variantId } from "../builders/product-content.js";
import { openTestMarket } from "../builders/open-test-market.js";
import { CATALOG_CONTENT } from "../contracts/catalog/catalog-content.js";
import type { IdempotencySubject } from "../contracts/idempotency/idempotency.contract.js";
import { SAMPLE_ORDERS } from "../contracts/idempotency/order-samples.js";
import { prepareSamples } from "../contracts/idempotency/prepare-samples.js";
import type { PreparedIds } from "../contracts/idempotency/sample.js";
import { samplesWith } from "../contracts/idempotency/samples.js";
import { published } from "../contracts/schema/published.js";
import { editing, type Editing } from "../interface/editing.js";
import { openWorld } from "../interface/world.js";
import { DEADLINES } from "./embedded-store.js";
import { asideOf, everythingStored } from "./everything-stored.js";

let subject: IdempotencySubject & Pick<Store, "markets">;
let shop: Editing;
const statements: string[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  const database = {
    kind: "embedded",
    file: join(folder, "plinth.db"),
    deadlines: DEADLINES,
  } as const;
  subject = await everythingStored(
    database,
    () => asideOf(database),
    () => rm(folder, { recursive: true, force: true }),
  );
  // As in a running process, which keeps the markets in memory until one of them changes.
  vi.spyOn(performance, "now").mockReturnValue(0);
  shop = await editing(() =>
    openWorld({}, { ...subject.needs, readMarkets: () => subject.markets.all() }),
  );
  for (const kind of ["query", "change"] as const) {
    const send = Reflect.get(EmbeddedSession.prototype, kind) as (
      this: EmbeddedSession,
      sql: string,
      values?: readonly SqlValue[],
    ) => Promise<never>;
    vi.spyOn(EmbeddedSession.prototype, kind).mockImplementation(function (
      this: EmbeddedSession,
      sql,
      values,
    ) {
      statements.push(sql);
      return send.call(this, sql, values);
    });
  }
  const readQuery = Reflect.get(ReadSource.prototype, "query");
  vi.spyOn(ReadSource.prototype, "query").mockImplementation(function (
    this: ReadSource,
    sql,
    values,
  ) {
    statements.push(sql);
    return readQuery.call(this, sql, values);
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await subject.close?.();
});

/** Empties the shop and fills it with what the samples need. */
const fill = async (): Promise<PreparedIds> => {
  await subject.empty();
  shop.world.gateway.payments.clear();
  await openTestMarket(subject.needs.unitOfWork);
  await fillShop(subject.needs.unitOfWork, CATALOG_CONTENT);
  await placeOrders(subject.needs.unitOfWork, SAMPLE_ORDERS);
  return prepareSamples(
    async (name, input, selection) => (await shop.mutate(name, input, selection)).payload,
  );
};

/** Lets the store keep the markets in memory that stand in it now, changed by no request. */
const readMarketsAgain = async (): Promise<void> => {
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 3_600_000);
  await subject.markets.all();
};

test(
  "the statements of each mutation are recorded; after a change: npm run schema",
  { timeout: 180_000 },
  async () => {
    const rows: string[][] = [];
    const samples = samplesWith(await fill());
    const [store, gateway] = [await subject.remember(), shop.world.gateway.remember()];
    for (const [index, mutation] of Object.keys(samples).toSorted().entries()) {
      gateway();
      await store();
      await readMarketsAgain();
      const sample = samples[mutation];
      if (!sample) throw new Error(`There is no sample of ${mutation}.`);
      statements.length = 0;
      await shop.mutate(mutation, sample.input, sample.selection, `key ${index}`);
      const done = statements.length;
      statements.length = 0;
      await shop.mutate(mutation, sample.input, sample.selection, `key ${index}`);
      rows.push([mutation, String(done), String(statements.length)]);
    }

    const way = await wholeWay({ paymentMethod: "manual" });
    expect(way).toBeLessThanOrEqual(55);
    const paid = await wholeWay({ paymentMethod: "card", payment: { token: "ok" } });
    expect(paid).toBeLessThanOrEqual(70);
    expect(rows.filter(([name = "", done]) => Number(done) > (MOST[name] ?? 99))).toEqual([]);
    const held = await wholeWay({ paymentMethod: "manual" }, 30);
    expect(held).toBeLessThanOrEqual(55);
    const page = `${INTRODUCTION}${textTable(["Mutation", "Done", "Sent again"], rows)}\n\n${WAY} ${way}.\n${PAID_WAY} ${paid}.\n${HELD_WAY} ${held}.\n`;
    expect(page).toBe(published("docs/statements.md", page));
  },
);

const WAY =
  "The statements of a guest's whole way (a cart, two lines, addresses with the e-mail address, a delivery option, the submission), all of it:";

const PAID_WAY =
  "The same, paid by a card that is good: with the payment, the answer of its gateway, and the claimed units:";

const HELD_WAY =
  "The same as the first, in a market that reserves units when they are put into a cart:";

/** The statements of a guest's whole way. @param minutes for which units are reserved for carts; null: not at all */
const wholeWay = async (payment: object, minutes: number | null = null): Promise<number> => {
  const { delivery } = await fill();
  const send = async (name: string, input: object, selection: string) =>
    (await shop.mutate(name, input, selection, `way ${name}`)).payload;
  const [market] = await subject.needs.readMarkets();
  const reserving = { id: market?.id ?? "", changes: { cartReservationMinutes: minutes } };
  const { errors } = await shop.mutate("marketUpdate", reserving);
  expect(errors).toEqual([]);
  // The terms are in memory, as they are between two changes of them.
  await shop.mutate("cartCreate", {}, "cart { id }", "earlier");
  const selection = "cart { id status totals { total { amount } } requirements { code } }";
  statements.length = 0;
  const { cart } = (await send("cartCreate", {}, selection)) as {
    readonly cart: { readonly id: string };
  };
  const lines = [10, 20].map((number) => ({ variantId: variantId(number), quantity: 1 }));
  await send("cartLinesAdd", { cartId: cart.id, lines }, selection);
  const shippingAddress = {
    lastName: "Doe",
    line1: "Street 1",
    postalCode: "0150",
    city: "Oslo",
    country: "NO",
  };
  const said = { cartId: cart.id, email: "jo@example.com", shippingAddress };
  await send("cartUpdate", said, selection);
  const chosen = { cartId: cart.id, deliveryOptionId: delivery.flat };
  const { cart: ready } = (await send("cartDeliveryOptionSelect", chosen, selection)) as {
    readonly cart: { readonly totals: { readonly total: { readonly amount: string } } };
  };
  const expectedTotal = ready.totals.total.amount;
  const submission = { cartId: cart.id, expectedTotal, ...payment };
  const placed = await send("checkoutSubmit", submission, "orderId orderNumber");
  expect(placed).toMatchObject({ orderNumber: expect.stringMatching(/^\d{10}$/) as string });
  const count = statements.length;
  const state = "payment" in payment ? "CONFIRMED" : "AWAITING_PAYMENT";
  const { data } = await shop.ask(`{ orders(first: 1) { nodes { state } } }`);
  expect(data).toMatchObject({ orders: { nodes: [{ state }] } });
  return count;
};

/** What a change of stock or of a price of one variant may cost, however many its product has. */
const MOST: Readonly<Record<string, number>> = {
  stockCount: 9,
  stockAdjust: 9,
  variantPricesSet: 13,
  priceListPricesSet: 13,
  priceListPricesRemove: 13,
  cartCreate: 9,
  cartLinesAdd: 9,
  cartLinesUpdate: 9,
  cartLinesRemove: 9,
  cartUpdate: 9,
  cartDeliveryOptionSelect: 9,
  cartMarketSelect: 9,
  checkoutSubmit: 22,
};

const INTRODUCTION = `# Statements per mutation

SQL statements behind one request, with an \`Idempotency-Key\`, all of it: beginning and committing, the key, the change with its history and events, and
reading the payload (a product with its variants, prices and images; after a change of prices or stock, these). The markets are in memory. Counted on small products of the test catalogue; mutations of many things change one to three of them.
The last column is the same request sent again. This page is made from the code: \`npm run schema\`.

`;
