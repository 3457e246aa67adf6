// The cart and the checkout for ../shared/bench/run.mjs, with the fields that its adapter `raw` answers:
//   W4 add to cart · W5 guest checkout · W7 64 buyers for 50 units · W8 ten parallel adds to one
//   cart · W9 one submission with its payment sent twice at once.
import { pathToFileURL } from "node:url";

/** A module of the program that loads the adapter. */
const ofTool = (path) => import(new URL(path, pathToFileURL(process.argv[1])).href);
const { GUEST, ADDRESS } = await ofTool("workloads.mjs");

const DELIVERY = "bench";
const CART =
  "id version status totalQuantity totals{ subtotal{ minorUnits } delivery{ minorUnits } total{ minorUnits } } lines{ id quantity sku title variantId options{ value } amounts{ unitPrice{ minorUnits } gross{ minorUnits } } }";
const CREATE = `mutation($lines:[CartLineInput!]!){ answer:cartCreate(input:{lines:$lines}){ cart{ ${CART} } userErrors{ code } } }`;
const ADD = `mutation($cart:ID!,$lines:[CartLineInput!]!){ answer:cartLinesAdd(input:{cartId:$cart,lines:$lines}){ cart{ ${CART} } userErrors{ code } } }`;
const PREPARE =
  "mutation($input:CartCreateInput!){ answer:cartCreate(input:$input){ cart{ id } userErrors{ code } } }";
const DELIVER =
  "mutation($cart:ID!,$option:ID!){ answer:cartDeliveryOptionSelect(input:{cartId:$cart,deliveryOptionId:$option}){ cart{ status totals{ total{ amount } } } userErrors{ code } } }";
const SUBMIT =
  "mutation($cart:ID!,$total:Decimal!,$method:String!,$payment:PaymentInput){ answer:checkoutSubmit(input:{cartId:$cart,expectedTotal:$total,paymentMethod:$method,payment:$payment}){ orderId orderNumber userErrors{ code } } }";
const VARIANTS =
  "query($after:String){ products(first:100,after:$after){ nodes{ variants(first:5){ nodes{ id sku } } } pageInfo{ hasNextPage endCursor } } }";
const OPTIONS = "{ deliveryOptions(first:100){ nodes{ id key } } }";
const NEW_OPTION =
  "mutation($option:DeliveryOptionInput!){ deliveryOptionCreate(input:{option:$option}){ deliveryOption{ id } userErrors{ code message } } }";
const METHODS = "{ paymentMethods(first:100){ nodes{ key gateway } } }";
const NEW_METHOD =
  'mutation{ paymentMethodCreate(input:{method:{key:"bench",gateway:"sandbox"}}){ userErrors{ code message } } }';
const PAYMENTS = "query($id:ID!){ node(id:$id){ ... on Order{ payments{ id state } } } }";
const STOCK =
  "query($variants:[ID!]!){ stockItems(first:1,filter:{variantIds:$variants}){ nodes{ onHand reserved claimed available } } }";
const COUNT =
  "mutation($counts:[StockCountItemInput!]!){ stockCount(input:{counts:$counts}){ userErrors{ code message } } }";

const address = {
  firstName: ADDRESS.fullName.split(" ")[0],
  lastName: ADDRESS.fullName.split(" ")[1],
  line1: ADDRESS.street,
  city: ADDRESS.city,
  postalCode: ADDRESS.postalCode,
  country: ADDRESS.countryCode,
};
/** Orders are paid through the sandbox gateway that Plinth was started with; without one they wait. */
const isPaid = process.env.PLINTH_PAYMENTS_SANDBOX !== undefined;
const wallet = isPaid
  ? { method: "bench", payment: { token: "tok_succeed" } }
  : { method: "manual", payment: null };
const line = (variantId) => ({ variantId, quantity: 1 });
const reasonOf = (answer) =>
  answer?.errors?.[0]?.message ??
  answer?.data?.answer?.userErrors.map(({ code }) => code).join(" ") ??
  "no answer";

/** An adapter of the tool that knows W1 to W3, with the workloads of the cart. */
export const withCart = (adapter) => {
  const admin = async (post, query, variables) => {
    const answer = await post({ query, variables }, { isAdmin: true }, "/admin/graphql");
    if (!answer.data) throw new Error(JSON.stringify(answer));
    return answer.data;
  };
  let asking = {};
  return {
    ...adapter,
    newSession: () => ({ cart: null }),
    headers(session) {
      asking = session;
      return session.isAdmin
        ? { authorization: `Bearer ${adapter.start.env.PLINTH_ADMIN_KEY}` }
        : {};
    },
    absorb(session, { body }) {
      if (session.isAdmin || session.cart || !body.includes('"cart"')) return;
      session.cart = JSON.parse(body.toString("utf8")).data?.answer?.cart?.id ?? null;
    },
    async setup(post) {
      const found = await adapter.setup.call(this, post);
      this.bySku = new Map();
      for (let after = null; ;) {
        const { products } = (await post({ query: VARIANTS, variables: { after } })).data;
        for (const { variants } of products.nodes)
          for (const { id, sku } of variants.nodes) this.bySku.set(sku, id);
        if (!products.pageInfo.hasNextPage) break;
        after = products.pageInfo.endCursor;
      }
      this.variants = [...this.bySku.values()];
      this.option = await this.deliveryOption(post);
      if (isPaid) await this.paymentMethod(post);
      return { ...found, variants: this.variants.length };
    },
    async deliveryOption(post) {
      const { deliveryOptions } = await admin(post, OPTIONS);
      const known = deliveryOptions.nodes.find(({ key }) => key === DELIVERY);
      if (known) return known.id;
      const rates = [{ currency: "EUR", price: "6.00" }];
      const option = { key: DELIVERY, kind: "FLAT", rates };
      const { deliveryOptionCreate } = await admin(post, NEW_OPTION, { option });
      if (!deliveryOptionCreate.deliveryOption)
        throw new Error(JSON.stringify(deliveryOptionCreate.userErrors));
      return deliveryOptionCreate.deliveryOption.id;
    },
    async paymentMethod(post) {
      const { paymentMethods } = await admin(post, METHODS);
      if (!paymentMethods.nodes.some(({ key }) => key === wallet.method))
        await admin(post, NEW_METHOD);
    },
    *addToCart(variant) {
      // The tool asks for the headers of a session just before it reads the query and its variables.
      const answer = yield {
        get query() {
          return asking.cart ? ADD : CREATE;
        },
        get variables() {
          return { cart: asking.cart ?? undefined, lines: [line(variant)] };
        },
      };
      const order = answer.data?.answer?.cart;
      return order?.lines.length
        ? { ok: true, order }
        : { ok: false, at: "add", reason: reasonOf(answer) };
    },
    cartQuantity: ({ totalQuantity }) => totalQuantity,
    *W4(_session, rnd) {
      return yield* this.addToCart(this.variants[Math.floor(rnd() * this.variants.length)]);
    },
    *buy(lines, guest, barrier) {
      const { email } = GUEST(guest);
      const input = { lines, email, shippingAddress: address };
      const made = yield { query: PREPARE, variables: { input } };
      const cart = made.data?.answer?.cart?.id;
      if (!cart) return { ok: false, at: "cart", reason: reasonOf(made) };
      const chosen = yield { query: DELIVER, variables: { cart, option: this.option } };
      const total = chosen.data?.answer?.cart?.totals.total.amount;
      if (!total) return { ok: false, at: "delivery", reason: reasonOf(chosen) };
      if (barrier) yield { barrier: true };
      const placed = yield { query: SUBMIT, variables: { cart, total, ...wallet } };
      return placed.data?.answer?.orderId
        ? { ok: true }
        : { ok: false, at: "submit", reason: reasonOf(placed) };
    },
    *W5(_session, rnd, guest) {
      const any = () => line(this.variants[Math.floor(rnd() * this.variants.length)]);
      return yield* this.buy([any(), any()], guest, false);
    },
    *W7(_session, _rnd, guest, { sku, barrier }) {
      return yield* this.buy([line(this.bySku.get(sku))], guest, barrier);
    },
    payOutcome(answer) {
      const { orderId } = answer.data?.answer ?? {};
      return { code: orderId, says: orderId ? "order" : reasonOf(answer) };
    },
    async paymentsOf(id) {
      const answer = await fetch(`http://${adapter.host}:${adapter.port}/admin/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...this.headers({ isAdmin: true }) },
        body: JSON.stringify({ query: PAYMENTS, variables: { id } }),
      });
      return (await answer.json()).data.node.payments.length;
    },
    async stockState(post, sku) {
      const { stockItems } = await admin(post, STOCK, { variants: [this.bySku.get(sku)] });
      return stockItems.nodes[0];
    },
    /** So many that can be sold, besides those that are promised. */
    async setStock(post, sku, units) {
      const { reserved, claimed } = await this.stockState(post, sku);
      const count = { variantId: this.bySku.get(sku), onHand: units + reserved + claimed };
      const { stockCount } = await admin(post, COUNT, { counts: [count] });
      if (stockCount.userErrors.length > 0) throw new Error(JSON.stringify(stockCount.userErrors));
      return this.stockState(post, sku);
    },
  };
};

/** The adapter of the tool with a name. */
export const adapterOfTool = async (name) => (await ofTool(`adapters/${name}.mjs`)).default;
