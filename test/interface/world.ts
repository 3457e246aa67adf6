import { catalog } from "../../src/application/catalog/catalog.js";
import type { CatalogReads, OfferedVariant, Offers } from "../../src/application/catalog/ports.js";
import { pricing } from "../../src/application/pricing/pricing.js";
import { operations } from "../../src/application/operations/operations.js";
import type { Clock } from "../../src/application/shared/clock.js";
import { StoreUnavailable, type UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import {
  createGraphqlEndpoints,
  type DeniedAccess,
  type GraphqlEndpoint,
  type GraphqlOptions,
} from "../../src/interface/graphql/server.js";
import { productId, variantId } from "../builders/product-content.js";
import { openForBusiness } from "../builders/default-market.js";
import { fillShelf } from "../builders/shelf.js";
import { NOW, SHOP_SHELF } from "../contracts/catalog/catalog-shelf.js";
import { inMemoryStores } from "../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads, type CatalogReadPorts } from "../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../fakes/in-memory-database.js";
import { numberedIds } from "../fakes/numbered-ids.js";

/** Asking for this product breaks in a way that nobody foresaw. */
export const BROKEN_PRODUCT = productId(666);
/** Asking for this product finds the database down. */
export const PRODUCT_OUT_OF_REACH = productId(503);
/** The offers of this variant cannot be read; it is the only one of product 8. */
export const BROKEN_OFFER = variantId(80);

export interface PortCall {
  readonly port: string;
  readonly arguments: readonly unknown[];
}

export interface World {
  readonly shop: GraphqlEndpoint;
  readonly admin: GraphqlEndpoint;
  readonly calls: PortCall[];
  readonly denied: DeniedAccess[];
  readonly reported: {
    readonly error: unknown;
    readonly requestId: string;
    readonly operationName: string | null;
  }[];
}

/** What a world stands on: a store, empty as yet. */
export interface Ground extends CatalogReadPorts {
  readonly unitOfWork: UnitOfWork<ReturnType<typeof inMemoryStores>>;
}

const inMemory = (): Ground => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
};

/** The shop of the contract's shelf behind both APIs, with a record of what was asked of the ports. */
export const openWorld = async (
  options: Partial<GraphqlOptions> = {},
  { unitOfWork, catalogReads, offers, ...reads }: Ground = inMemory(),
  clock: Clock = fixedClock(NOW.toISOString()),
): Promise<World> => {
  await openForBusiness(unitOfWork);
  await fillShelf(unitOfWork, SHOP_SHELF);
  const calls: PortCall[] = [];
  const reported: World["reported"] = [];
  const denied: DeniedAccess[] = [];
  const needs = {
    ...reads,
    unitOfWork,
    clock,
    ids: numberedIds(1_000_000),
    currency: "EUR",
    catalogReads: watched("catalogReads", fragileReads(catalogReads), calls),
    offers: watched("offers", fragileOffers(offers), calls),
    scheduledPriceReads: watched("scheduledPriceReads", reads.scheduledPriceReads, calls),
  };
  const { shop, admin } = await createGraphqlEndpoints({
    app: {
      catalog: catalog(needs),
      pricing: pricing({ ...needs, markets: { all: reads.readMarkets } }),
      operations: operations(needs),
    },
    publicUrl: "https://shop.example/",
    introspection: true,
    hideSchemaHints: true,
    report: (error, facts) => reported.push({ error, ...facts }),
    denied: (facts) => denied.push(facts),
    ...options,
  });
  return { shop, admin, calls, reported, denied };
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
  variantsOfProducts: async (...asked) => {
    const pages = await reads.variantsOfProducts(...asked);
    const broken = (variant: OfferedVariant): OfferedVariant =>
      variant.id === BROKEN_OFFER && variant.offer ? { ...variant, offer: brokenOffer() } : variant;
    return new Map(
      [...pages].map(([product, page]) => [
        product,
        { ...page, items: page.items.map(({ cursor, item }) => ({ cursor, item: broken(item) })) },
      ]),
    );
  },
});

const brokenOffer = () => new TypeError("Cannot read properties of undefined (reading 'price')");

const fragileOffers = (offers: Offers): Offers => ({
  byVariant: async (ids, ...more) => {
    if (ids.includes(BROKEN_OFFER)) throw brokenOffer();
    return offers.byVariant(ids, ...more);
  },
});

const watched = <Port extends object>(name: string, port: Port, calls: PortCall[]): Port =>
  new Proxy(port, {
    get: (target, method) => {
      const original: unknown = Reflect.get(target, method);
      if (typeof original !== "function" || typeof method !== "string") return original;
      return (...given: unknown[]) => {
        calls.push({ port: `${name}.${method}`, arguments: given });
        return Reflect.apply(original, target, given) as unknown;
      };
    },
  });
