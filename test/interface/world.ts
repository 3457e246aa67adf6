import { CONTEXTS } from "../../src/application/contexts.js";
import { openContexts } from "../../src/application/shared/open-contexts.js";
import { testFingerprints } from "../builders/test-fingerprints.js";
import type { CatalogReads } from "../../src/application/catalog/ports/catalog-reads.js";
import type {
  PricesAndStock,
  VariantWithPriceAndStock,
} from "../../src/application/catalog/ports/prices-and-stock.js";
import type { Clock } from "../../src/application/shared/clock.js";
import { gatewaysOf } from "../../src/application/payments/ports/payment-gateways.js";
import { StoreUnavailable, type UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import {
  createGraphqlEndpoints,
  type GraphqlEndpoint,
} from "../../src/interface/graphql/server/create-graphql-endpoints.js";
import type {
  DeniedAccess,
  GraphqlOptions,
} from "../../src/interface/graphql/server/graphql-options.js";
import { fillShop } from "../builders/fill-shop.js";
import { placeOrders } from "../builders/place-orders.js";
import { openTestMarket } from "../builders/open-test-market.js";
import { productId, variantId } from "../builders/product-content.js";
import { NOW, CATALOG_CONTENT } from "../contracts/catalog/catalog-content.js";
import { inMemoryStores } from "../fakes/catalog/in-memory-catalog-stores.js";
import { type CatalogReadPorts, inMemoryReads } from "../fakes/catalog/in-memory-reads.js";
import { collectedLog } from "../fakes/collected-log.js";
import { FakeGateway } from "../fakes/payments/fake-gateway.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../fakes/in-memory-database.js";
import { numberedIds } from "../fakes/numbered-ids.js";

/** Reading this product fails with an unexpected error. */
export const BROKEN_PRODUCT = productId(666);
/** Reading this product finds the database unavailable. */
export const PRODUCT_OUT_OF_REACH = productId(503);
/** The price and stock of this variant cannot be read; it is the only one of product 8. */
export const BROKEN_VARIANT = variantId(80);

export interface PortCall {
  readonly port: string;
  readonly arguments: readonly unknown[];
}

export interface World {
  readonly shop: GraphqlEndpoint;
  readonly admin: GraphqlEndpoint;
  readonly calls: PortCall[];
  readonly denied: DeniedAccess[];
  /** The only payment gateway, whose key is `fake`. */
  readonly gateway: FakeGateway;
  readonly reported: {
    readonly error: unknown;
    readonly requestId: string;
    readonly operationName: string | null;
  }[];
}

/** The store of a world, empty at first, and its reads. */
export interface Ground extends CatalogReadPorts {
  readonly unitOfWork: UnitOfWork<ReturnType<typeof inMemoryStores>>;
}

const inMemory = (): Ground => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
};

/** Both APIs over the shop of the contract tests, with a record of the calls of its ports. */
export const openWorld = async (
  options: Partial<GraphqlOptions> = {},
  { unitOfWork, catalogReads, pricesAndStock, ...reads }: Ground = inMemory(),
  clock: Clock = fixedClock(NOW.toISOString()),
): Promise<World> => {
  await openTestMarket(unitOfWork);
  await fillShop(unitOfWork, CATALOG_CONTENT);
  await placeOrders(unitOfWork, [{}]);
  const calls: PortCall[] = [];
  const reported: World["reported"] = [];
  const denied: DeniedAccess[] = [];
  const gateway = new FakeGateway();
  const needs = {
    ...reads,
    paymentServices: { gateways: gatewaysOf([gateway]), log: collectedLog() },
    returnOrigins: ["https://shop.example"],
    unitOfWork,
    clock,
    ids: numberedIds(1_000_000),
    currency: "EUR",
    catalogReads: watched("catalogReads", fragileReads(catalogReads), calls),
    pricesAndStock: watched("pricesAndStock", fragilePrices(pricesAndStock), calls),
    scheduledPriceReads: watched("scheduledPriceReads", reads.scheduledPriceReads, calls),
  };
  const { shop, admin } = await createGraphqlEndpoints({
    app: openContexts(CONTEXTS, { ...needs, markets: { all: reads.readMarkets } }),
    publicUrl: "https://shop.example/",
    fingerprints: testFingerprints,
    introspection: true,
    hideSchemaHints: true,
    report: (error, facts) => reported.push({ error, ...facts }),
    denied: (facts) => denied.push(facts),
    ...options,
  });
  return { shop, admin, calls, reported, denied, gateway };
};

const fragileReads = (reads: CatalogReads): CatalogReads => ({
  ...reads,
  productsById: async (ids, ...more) => {
    if (ids.includes(BROKEN_PRODUCT))
      throw new Error(
        "ER_NO_SUCH_TABLE: SELECT secret FROM catalog_product at /srv/plinth/reads.js:12",
      );
    if (ids.includes(PRODUCT_OUT_OF_REACH))
      throw new StoreUnavailable("The pool of db.internal:3306 is empty.");
    return reads.productsById(ids, ...more);
  },
  variantsOfProducts: async (...parameters) => {
    const pages = await reads.variantsOfProducts(...parameters);
    return new Map(
      [...pages].map(([product, page]) => [
        product,
        { ...page, items: page.items.map(({ cursor, item }) => ({ cursor, item: broken(item) })) },
      ]),
    );
  },
  variantsById: async (...parameters) => (await reads.variantsById(...parameters)).map(broken),
});

const broken = (variant: VariantWithPriceAndStock): VariantWithPriceAndStock =>
  variant.id === BROKEN_VARIANT && variant.priceAndStock
    ? { ...variant, priceAndStock: brokenPrice() }
    : variant;

const brokenPrice = () => new TypeError("Cannot read properties of undefined (reading 'price')");

const fragilePrices = (pricesAndStock: PricesAndStock): PricesAndStock => ({
  ...pricesAndStock,
  byVariant: async (ids, ...more) => {
    if (ids.includes(BROKEN_VARIANT)) throw brokenPrice();
    return pricesAndStock.byVariant(ids, ...more);
  },
});

const watched = <Port extends object>(name: string, port: Port, calls: PortCall[]): Port =>
  new Proxy(port, {
    get: (target, method) => {
      const original: unknown = Reflect.get(target, method);
      if (typeof original !== "function" || typeof method !== "string") return original;
      return (...parameters: unknown[]) => {
        calls.push({ port: `${name}.${method}`, arguments: parameters });
        return Reflect.apply(original, target, parameters) as unknown;
      };
    },
  });
