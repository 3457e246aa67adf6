// The hand-written checkout of ../limit for ../shared/bench/run.mjs, in the requests of Plinth: cart, delivery, submission.
import { pathToFileURL } from "node:url";

/** A module of the program that loads the adapter. */
const ofTool = (path) => import(new URL(path, pathToFileURL(process.argv[1])).href);
const { GUEST, ADDRESS } = await ofTool("workloads.mjs");

const VARIANTS = 5_000;
const TOKEN = "tok_succeed";
const line = (variantId) => ({ variantId, quantity: 1 });
const reasonOf = (answer) => answer?.errors?.[0]?.message ?? "no answer";

// oxlint-disable-next-line import/no-default-export -- The tool loads adapters like this.
export default {
  name: "limit",
  host: "127.0.0.1",
  port: Number(process.env.LIMIT_PORT ?? 33_309),
  path: "/",
  dbUser: "bench_raw",
  newSession: () => ({ cart: null }),
  headers: () => ({}),
  absorb() {},
  setup: async () => ({ variants: VARIANTS }),
  /** The tool names variants by SKU; here their numbers follow from it. */
  bySku: new Map([
    ["SKU-1000-XL", 5_000],
    ["SKU-0003-M", 13],
    ["SKU-0004-M", 18],
  ]),
  *addToCart(variant, session) {
    const answer = yield session.cart
      ? { query: "add", variables: { cart: session.cart, lines: [line(variant)] } }
      : {
          query: "create",
          variables: { lines: [line(variant)], email: null, address: null },
        };
    const order = answer.data;
    if (!order?.lines.length) return { ok: false, at: "add", reason: reasonOf(answer) };
    session.cart ??= order.id;
    return { ok: true, order };
  },
  *W4(session, rnd) {
    return yield* this.addToCart(1 + Math.floor(rnd() * VARIANTS), session);
  },
  *buy(lines, guest, barrier) {
    const create = { lines, email: GUEST(guest).email, address: ADDRESS };
    const made = yield { query: "create", variables: create };
    const cart = made.data?.id;
    if (!cart) return { ok: false, at: "cart", reason: reasonOf(made) };
    const chosen = yield { query: "deliver", variables: { cart } };
    const total = chosen.data?.total;
    if (!total) return { ok: false, at: "delivery", reason: reasonOf(chosen) };
    if (barrier) yield { barrier: true };
    const placed = yield { query: "submit", variables: { cart, total, token: TOKEN } };
    return placed.data?.order
      ? { ok: true }
      : { ok: false, at: "submit", reason: reasonOf(placed) };
  },
  *W5(_session, rnd, guest) {
    const any = () => line(1 + Math.floor(rnd() * VARIANTS));
    return yield* this.buy([any(), any()], guest, false);
  },
  *W7(_session, _rnd, guest, { sku, barrier }) {
    return yield* this.buy([line(this.bySku.get(sku))], guest, barrier);
  },
  payOutcome: (answer) => {
    const order = answer.data?.order;
    return { code: order, says: order ? "order" : reasonOf(answer) };
  },
  async paymentsOf(order) {
    const answer = await fetch(`http://${this.host}:${this.port}/`, {
      method: "POST",
      body: JSON.stringify({ query: "payments", variables: { order } }),
    });
    return (await answer.json()).data.length;
  },
  async stockState(post, sku) {
    return (await post({ query: "stock", variables: { variant: this.bySku.get(sku) } })).data;
  },
  async setStock(post, sku, units) {
    await post({ query: "setStock", variables: { variant: this.bySku.get(sku), units } });
    return this.stockState(post, sku);
  },
};
