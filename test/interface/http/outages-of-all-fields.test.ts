import type { FastifyInstance } from "fastify";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import type { PreparedIds } from "../../contracts/idempotency/sample.js";
import { samplesWith } from "../../contracts/idempotency/samples.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { openWorld, type Ground } from "../world.js";
import { KEY, toyServer } from "./toy-server.js";

const SCHEMAS = { "/graphql": await buildShopSchema(), "/admin/graphql": await buildAdminSchema() };
const URLS = ["/graphql", "/admin/graphql"] as const;

/** What needs no store: the codes of errors are part of the program. */
const WITHOUT_STORE = ["addressFormat", "errorCodes"];
/** What is answered from the markets, which a process remembers for a second. */
const OF_MARKETS = ["market", "markets", "shop"];

const CART = "cart_00000000000000000000000001";

/** The required arguments of the queries, by name; `status` is that of the sources of images. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  by: `{ id: "${productId(1)}" }`,
  id: `"${productId(1)}"`,
  productId: `"${productId(1)}"`,
  cartId: `"${CART}"`,
  ids: `["${productId(1)}", "${mediaId(5)}"]`,
  status: "FAILED",
  address: `{ country: "CH" }`,
  country: `"CH"`,
  lines: `[{ variantId: "${variantId(51)}", quantity: 1 }]`,
  input: `{ lines: [{ variantId: "${variantId(51)}", quantity: 1 }] }`,
};
/** Types whose ids do not begin with their names. */
const PREFIXES: Readonly<Record<string, string>> = { MetafieldDefinition: "metafield" };

const queriesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getQueryType()?.getFields() ?? {});
const mutationsOf = (schema: GraphQLSchema) =>
  Object.keys(schema.getMutationType()?.getFields() ?? {});

const documentOf = ({ name, type, args }: GraphQLField<unknown, unknown>, alias = ""): string => {
  const required = args.filter((one) => isNonNullType(one.type));
  const named = getNamedType(type);
  const given = required.map((one) => `${one.name}: ${argument(named.name, one.name)}`).join(", ");
  const leaf = "getFields" in named ? Object.values(named.getFields()).find(isLeafOf) : undefined;
  const below = isCompositeType(named) ? ` { ${leaf?.name ?? "__typename"} }` : "";
  return `${alias}${name}${given === "" ? "" : `(${given})`}${below}`;
};

const argument = (type: string, name: string): string => {
  const given = ARGUMENTS[name] ?? "";
  return name === "by" || type === "Cart"
    ? given.replace("product_", `${PREFIXES[type] ?? type.toLowerCase()}_`)
    : given;
};

/** An order of the shop has no id that a guest knows. */
const ofGuest = (schema: GraphQLSchema, document: string): string =>
  schema === SCHEMAS["/graphql"]
    ? document.replace(/(\border\(by: ){[^}]*}/, '$1{ link: "unknown" }')
    : document;

const isLeafOf = ({ type, args }: GraphQLField<unknown, unknown>): boolean =>
  !isCompositeType(getNamedType(type)) && args.every((one) => !isNonNullType(one.type));

describe("an outage of the store", () => {
  let server: FastifyInstance;
  let isDown: (port: string) => boolean = () => false;

  beforeAll(async () => {
    const database = new InMemoryDatabase();
    const ground = { ...inMemoryReads(database), unitOfWork: database.unitOfWork(inMemoryStores) };
    const { shop, admin } = await openWorld(
      {},
      fragile(ground, (port) => isDown(port)),
    );
    await Promise.all([shop.server.start(), admin.server.start()]);
    server = await toyServer({ shop, admin } as unknown as Parameters<typeof toyServer>[0]);
  });
  afterAll(async () => server.close());
  beforeEach(() => {
    // The markets are remembered, as they are in the first second of an outage.
    isDown = (port) => port !== "readMarkets";
  });

  const post = async (url: string, query: string, variables = {}) => {
    const { statusCode, headers, body } = await server.inject({
      method: "POST",
      url,
      headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
      payload: { query, variables },
    });
    const { errors = [] } = JSON.parse(body) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    return {
      status: statusCode,
      retryAfter: headers["retry-after"],
      codes: [...new Set(errors.map((e) => e.extensions.code))],
    };
  };
  const OUTAGE = { status: 503, retryAfter: "1", codes: ["SERVICE_UNAVAILABLE"] };

  test.each(URLS)("is 503 for every query of %s that needs the store", async (url) => {
    const answers = new Map<string, unknown>();
    for (const field of queriesOf(SCHEMAS[url]))
      answers.set(field.name, await post(url, ofGuest(SCHEMAS[url], `{ ${documentOf(field)} }`)));

    for (const [name, answer] of answers)
      if (![...WITHOUT_STORE, ...OF_MARKETS].includes(name))
        expect({ name, ...(answer as object) }).toEqual({ name, ...OUTAGE });
  });

  test.each(URLS)("is 503 for every query of %s when the markets are not known", async (url) => {
    isDown = () => true;
    for (const field of queriesOf(SCHEMAS[url]))
      expect({
        name: field.name,
        ...(await post(url, ofGuest(SCHEMAS[url], `{ ${documentOf(field)} }`))),
      }).toEqual({
        name: field.name,
        ...OUTAGE,
      });
  });

  test("is 503 for every mutation", async () => {
    const samples = samplesWith(PREPARED);
    for (const url of URLS)
      for (const name of mutationsOf(SCHEMAS[url])) {
        const field = SCHEMAS[url].getMutationType()?.getFields()[name];
        const document = `mutation ($input: ${String(field?.args[0]?.type)}) { ${name}(input: $input) { userErrors { code } } }`;
        const answer = await post(url, document, { input: samples[name]?.input });
        expect({ name, ...answer }).toEqual({ name, ...OUTAGE });
      }
  });

  test.each(URLS)("is 200 beside something else that %s answers", async (url) => {
    for (const field of queriesOf(SCHEMAS[url]).filter((one) => !isNonNullType(one.type)))
      if (![...WITHOUT_STORE, ...OF_MARKETS].includes(field.name))
        expect({
          name: field.name,
          ...(await post(
            url,
            ofGuest(SCHEMAS[url], `{ ${documentOf(field, "lost: ")} shop { currency } }`),
          )),
        }).toEqual({ name: field.name, ...OUTAGE, status: 200 });
  });
});

/** Ids of what the samples name; in an outage nothing is found or missing. */
const PREPARED = new Proxy(
  {},
  {
    get: (_, name) =>
      [
        "taxes",
        "delivery",
        "fees",
        "locations",
        "translated",
        "cart",
        "ready",
        "payments",
      ].includes(String(name))
        ? new Proxy({}, { get: (__, field) => (field === "total" ? "1.00" : productId(1)) })
        : productId(1),
  },
) as unknown as PreparedIds;

/** What is worked out in memory. */
const NO_STORE: readonly string[] = ["orderCodes", "orderLookups"];

/** Ports that fail while their store is away, and the parts of which some consist. */
const fragile = (ground: Ground, isDown: (port: string) => boolean): Ground => {
  const guarded = (port: string, one: unknown): unknown => {
    if (typeof one === "function")
      return (...given: unknown[]): unknown =>
        isDown(port)
          ? Promise.reject(new StoreUnavailable("The database is away."))
          : Reflect.apply(one, undefined, given);
    if (typeof one !== "object" || one === null) return one;
    return new Proxy(one, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        // The search answers from memory how many products are hidden, and never waits.
        if (name === "hidden") return found;
        return guarded(port, typeof found === "function" ? found.bind(target) : found);
      },
    });
  };
  return Object.fromEntries(
    Object.entries(ground).map(([port, one]: [string, unknown]) => [
      port,
      NO_STORE.includes(port) ? one : guarded(port, one),
    ]),
  ) as unknown as Ground;
};
