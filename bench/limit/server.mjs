// The checkout as a specialist would write it for this one shop: node:http, prepared statements, lean tables. It answers the
// same requests as Plinth and stores the same rows (cart, order, timeline, terms, reservations, movements, payment, events),
// asks the same sandbox gateway after its commit, and confirms the order with the answer. No GraphQL, no markets, no taxes,
// no limits, no validation beyond what a wrong request would break.
//   LIMIT_PORT, BENCH_DB_PORT, LIMIT_GATEWAY_URL and LIMIT_GATEWAY_SECRET (the sandbox); without a gateway orders wait.
import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import mysql from "mysql2/promise";
import { startPayment } from "./gateway.mjs";

const {
  LIMIT_PORT = "33309",
  BENCH_DB_HOST = "127.0.0.1",
  BENCH_DB_PORT = "33306",
  LIMIT_CONNECTIONS = "10",
} = process.env;
const DELIVERY = 600;
const HOLD_MS = 30 * 60_000;

const options = {
  host: BENCH_DB_HOST,
  port: Number(BENCH_DB_PORT),
  user: "bench_raw",
  password: "bench",
  database: "bench_raw",
  timezone: "Z",
};
const schema = await mysql.createConnection({ ...options, multipleStatements: true });
await schema.query(readFileSync(new URL("schema.sql", import.meta.url), "utf8"));
await schema.end();
const db = mysql.createPool({ ...options, connectionLimit: Number(LIMIT_CONNECTIONS) });

const marks = (count) => Array(count).fill("?").join(",");
const tuples = (rows) => rows.map((row) => `(${marks(row.length)})`).join(",");
const rowsOf = async (connection, sql, values) => (await connection.execute(sql, values))[0];
const unit = async (work) => {
  const connection = await db.getConnection();
  try {
    await connection.query("START TRANSACTION");
    const result = await work(connection);
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    await connection.query("ROLLBACK");
    throw error;
  } finally {
    connection.release();
  }
};

class Refused extends Error {}

/** A cart as buyers see it, priced by what is read now. */
const view = async (connection, id, cart) => {
  const ids = cart.lines.map((line) => line.variantId);
  const found = await rowsOf(
    connection,
    `SELECT v.id,v.name,v.sku,v.price_with_tax price,s.on_hand-s.reserved-s.claimed available FROM variant v JOIN limit_stock s ON s.variant_id=v.id WHERE v.id IN (${marks(ids.length)})`,
    ids,
  );
  const variants = new Map(found.map((variant) => [variant.id, variant]));
  const lines = cart.lines.map(({ variantId, quantity }, index) => {
    const variant = variants.get(variantId);
    return {
      id: String(index + 1),
      quantity,
      variantId,
      sku: variant.sku,
      title: variant.name,
      unitPrice: variant.price,
      gross: variant.price * quantity,
    };
  });
  const subtotal = lines.reduce((sum, line) => sum + line.gross, 0);
  const delivery = cart.delivery ? DELIVERY : 0;
  return { id, version: cart.version, lines, subtotal, delivery, total: subtotal + delivery };
};

const lockCart = async (connection, id) => {
  const [row] = await rowsOf(
    connection,
    "SELECT state,content,order_id,version FROM limit_cart WHERE id=? FOR UPDATE",
    [id],
  );
  if (!row) throw new Refused("no such cart");
  return { ...row, cart: { ...JSON.parse(row.content), version: row.version } };
};

const saveCart = (connection, id, { version, ...content }) =>
  connection.execute(
    "UPDATE limit_cart SET content=?,version=version+1,updated_at=NOW(3) WHERE id=? AND version=?",
    [JSON.stringify(content), id, version],
  );

/** The sums of a stock item change only while they fit. */
const moveStock = async (connection, lines, set, guard) => {
  for (const { variantId, quantity } of lines) {
    const values = [...set(quantity), variantId, ...guard(quantity)];
    const [{ affectedRows }] = await connection.execute(
      `UPDATE limit_stock SET reserved=reserved+?,claimed=claimed+? WHERE variant_id=? AND on_hand-reserved-claimed>=?`,
      values,
    );
    if (affectedRows !== 1) throw new Refused("sold out");
  }
};

const operations = {
  async create({ lines, email, address }) {
    const id = randomBytes(13).toString("hex");
    const cart = { lines, email, address, delivery: false };
    await db.execute("INSERT INTO limit_cart VALUES (?,'OPEN',?,NULL,1,NOW(3))", [
      id,
      JSON.stringify(cart),
    ]);
    return view(db, id, { ...cart, version: 1 });
  },

  add: ({ cart: id, lines }) =>
    unit(async (connection) => {
      const { cart } = await lockCart(connection, id);
      for (const { variantId, quantity } of lines) {
        const same = cart.lines.find((line) => line.variantId === variantId);
        if (same) same.quantity += quantity;
        else cart.lines.push({ variantId, quantity });
      }
      const shown = await view(connection, id, cart);
      await saveCart(connection, id, cart);
      return { ...shown, version: cart.version + 1 };
    }),

  deliver: ({ cart: id }) =>
    unit(async (connection) => {
      const { cart } = await lockCart(connection, id);
      cart.delivery = true;
      const shown = await view(connection, id, cart);
      await saveCart(connection, id, cart);
      return { ...shown, version: cart.version + 1 };
    }),

  async submit({ cart: id, total, token }) {
    const placed = await unit((connection) => place(connection, id, total));
    if (!placed.payment) return { order: placed.number };
    const answer = await startPayment({ ...placed.payment, token });
    if (answer) await unit((connection) => settle(connection, placed, answer));
    return { order: placed.number, state: answer?.state ?? "PENDING" };
  },

  async stock({ variant }) {
    return (await rowsOf(db, "SELECT * FROM limit_stock WHERE variant_id=?", [variant]))[0];
  },

  async setStock({ variant, units }) {
    await db.execute("UPDATE limit_stock SET on_hand=?+reserved+claimed WHERE variant_id=?", [
      units,
      variant,
    ]);
    return {};
  },

  async payments({ order }) {
    return rowsOf(
      db,
      "SELECT p.id,p.state FROM limit_payment p JOIN limit_order o ON o.id=p.order_id WHERE o.number=?",
      [order],
    );
  },
};

const place = async (connection, id, seen) => {
  const { cart, order_id: first } = await lockCart(connection, id);
  if (first !== null) {
    const [order] = await rowsOf(connection, "SELECT number FROM limit_order WHERE id=?", [first]);
    return { number: order.number };
  }
  const shown = await view(connection, id, cart);
  if (shown.total !== seen) throw new Refused("another total");
  const lines = shown.lines.toSorted((one, other) => one.variantId - other.variantId);
  const number = String(randomInt(1e9, 1e10 - 1));
  const content = JSON.stringify({ ...shown, email: cart.email, address: cart.address });
  const [{ insertId: orderId }] = await connection.execute(
    "INSERT INTO limit_order VALUES (NULL,?,?,'AWAITING_PAYMENT','PENDING',?,?,1,NOW(3),?)",
    [number, id, shown.total, cart.email, content],
  );
  await connection.execute("INSERT INTO limit_timeline VALUES (NULL,?,'PLACED',NOW(3))", [orderId]);
  const terms = new Set([number, cart.email, ...shown.lines.map(({ sku }) => sku.toLowerCase())]);
  const found = [...terms].map((term) => [orderId, term]);
  await connection.execute(`INSERT INTO limit_term VALUES ${tuples(found)}`, found.flat());
  const ends = new Date(Date.now() + HOLD_MS);
  const holds = lines.map(({ variantId, quantity }) => [orderId, variantId, quantity, ends]);
  await connection.execute(
    `INSERT INTO limit_reservation VALUES ${holds.map(() => "(NULL,?,?,?,'HELD',?)").join(",")}`,
    holds.flat(),
  );
  const moves = lines.map(({ variantId, quantity }) => [variantId, quantity, orderId]);
  await connection.execute(
    `INSERT INTO limit_movement VALUES ${moves.map(() => "(NULL,?,'RESERVE',?,0,?,NOW(3))").join(",")}`,
    moves.flat(),
  );
  const key = `${orderId}-1-${shown.total}EUR`;
  const [{ insertId: paymentId }] = await connection.execute(
    "INSERT INTO limit_payment VALUES (NULL,?,'PENDING',?,?,NULL,1)",
    [orderId, shown.total, key],
  );
  await announce(connection, "order-placed", orderId, { number, total: shown.total });
  await connection.execute(
    "UPDATE limit_cart SET state='CONVERTED',order_id=?,version=version+1,updated_at=NOW(3) WHERE id=? AND version=?",
    [orderId, id, cart.version],
  );
  await moveStock(
    connection,
    lines,
    (units) => [units, 0],
    (units) => [units],
  );
  const payment = { key, order: String(orderId), number, amount: shown.total, email: cart.email };
  return { number, orderId, paymentId, lines, payment };
};

const settle = async (connection, { orderId, paymentId, lines, payment }, { state, reference }) => {
  const [order] = await rowsOf(
    connection,
    "SELECT state,total,version FROM limit_order WHERE id=? FOR UPDATE",
    [orderId],
  );
  const [{ affectedRows }] = await connection.execute(
    "UPDATE limit_payment SET state=?,reference=?,version=version+1 WHERE id=? AND version=1",
    [state, reference, paymentId],
  );
  if (affectedRows !== 1 || state !== "CAPTURED" || order.state !== "AWAITING_PAYMENT") return;
  const taken = [
    [paymentId, "AUTHORISE", payment.amount],
    [paymentId, "CAPTURE", payment.amount],
  ];
  await connection.execute(
    `INSERT INTO limit_transaction VALUES ${taken.map(() => "(NULL,?,?,?,NOW(3))").join(",")}`,
    taken.flat(),
  );
  await connection.execute(
    "UPDATE limit_order SET state='CONFIRMED',payment_status='PAID',version=version+1 WHERE id=? AND version=?",
    [orderId, order.version],
  );
  await connection.execute(
    "INSERT INTO limit_timeline VALUES (NULL,?,'PAID',NOW(3)),(NULL,?,'CONFIRMED',NOW(3))",
    [orderId, orderId],
  );
  await announce(connection, "payment-captured", orderId, { amount: payment.amount });
  await announce(connection, "order-confirmed", orderId, {});
  await connection.execute(
    "INSERT INTO limit_mail VALUES (NULL,?,'ORDER_CONFIRMATION','PENDING')",
    [orderId],
  );
  await connection.execute(
    "UPDATE limit_reservation SET state='CLAIMED',expires_at=NULL WHERE order_id=?",
    [orderId],
  );
  const moves = lines.map(({ variantId, quantity }) => [variantId, -quantity, quantity, orderId]);
  await connection.execute(
    `INSERT INTO limit_movement VALUES ${moves.map(() => "(NULL,?,'CLAIM',?,?,?,NOW(3))").join(",")}`,
    moves.flat(),
  );
  await moveStock(
    connection,
    lines,
    (units) => [-units, units],
    (units) => [-units],
  );
};

const announce = (connection, type, orderId, facts) =>
  connection.execute("INSERT INTO limit_outbox VALUES (NULL,?,?,?,'PENDING')", [
    type,
    orderId,
    JSON.stringify(facts),
  ]);

const answerOf = async (text) => {
  try {
    const { query, variables } = JSON.parse(text);
    return [200, { data: await operations[query](variables) }];
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error);
    return [error instanceof Refused ? 200 : 500, { errors: [{ message: error.message }] }];
  }
};

const respond = async (response, text) => {
  const [status, answer] = await answerOf(text);
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
};

http
  .createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => void respond(response, Buffer.concat(chunks).toString("utf8")));
  })
  .listen(Number(LIMIT_PORT), "127.0.0.1");
