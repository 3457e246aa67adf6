import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { fillShop, type ShopContent } from "../../builders/fill-shop.js";
import { placeOrders } from "../../builders/place-orders.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { send } from "../../interface/ask.js";
import { editing, type Editing } from "../../interface/editing.js";
import { openWorld } from "../../interface/world.js";
import { CATALOG_CONTENT } from "../catalog/catalog-content.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";
import { SAMPLE_ORDERS } from "../idempotency/order-samples.js";
import { prepareSamples } from "../idempotency/prepare-samples.js";
import type { Samples } from "../idempotency/sample.js";
import { samplesWith } from "../idempotency/samples.js";
import { hostileValues, leadsInto, placesOf, valueAt, withValue } from "./hostile-values.js";

interface UserErrors {
  readonly code: string;
  readonly message?: string;
  readonly path: readonly string[];
}

const INSIDES = /\bSQL|SELECT |constraint|undefined|\[object|NaN|TypeError|\bcolumn\b/;
// The offers of product 8 cannot be read, on purpose.
const SHELF: ShopContent = {
  products: CATALOG_CONTENT.products.filter(({ number }) => number !== 8),
  collections:
    CATALOG_CONTENT.collections?.map((one) => ({
      ...one,
      products: one.products?.filter((number) => number !== 8) ?? [],
    })) ?? [],
};

const MONEY = "{ amount minorUnits formatted }";
const VARIANT = `id sku barcode price ${MONEY} compareAtPrice ${MONEY} available stock image { url } optionValues { name value } unitPriceMeasure { total totalUnit base baseUnit } weight { grams unit value }`;
const PRODUCT = `id slug title description descriptionHtml vendor category tags publishedAt seo { title description } options { name values } priceRange { min ${MONEY} } media(first: 10) { nodes { url alt } } metafields { key value }`;
const IN_THE_SHOP = `{ products(first: 20) { nodes { ${PRODUCT} variants(first: 10) { nodes { ${VARIANT} } } } } collections { nodes { title slug descriptionHtml image { url alt } } } }`;
const FOR_STAFF = `{ products(first: 20) { nodes { ${PRODUCT} publication { from until } oldSlugs history(first: 5) { nodes { at changes { path before after } } } variants(first: 10) { nodes { ${VARIANT} cost ${MONEY} onHand taxCode scheduledPrices { at until } } } } }
  collections { nodes { title publication { from until } } } metafieldDefinitions { nodes { name description } } scheduledPrices { nodes { at until price ${MONEY} } } }`;

const mutations = [await buildAdminSchema(), await buildShopSchema()].flatMap((schema) =>
  Object.values(schema.getMutationType()?.getFields() ?? {}),
);

/**
 * Every field of every input with hostile values: they are refused without a trace, or stored and
 * read back.
 * @param usual how many of the values are tried at each path; PLINTH_HOSTILE=all tries all
 */
export const hostileInputsContract = (
  name: string,
  open: () => Promise<IdempotencySubject>,
  usual = 2,
): void => {
  const tried = process.env["PLINTH_HOSTILE"] === "all" ? Number.POSITIVE_INFINITY : usual;
  describe(`hostile inputs: ${name}`, () => {
    let subject: IdempotencySubject;
    let shop: Editing;
    let samples: Samples = {};
    let state = "";
    let laidOut = async (): Promise<void> => undefined;
    // The same values in each run, and different ones at each path.
    let count = 0;

    beforeAll(async () => {
      subject = await open();
      shop = await editing(() => openWorld({}, subject.needs));
      await subject.empty();
      await openTestMarket(subject.needs.unitOfWork);
      await fillShop(subject.needs.unitOfWork, SHELF);
      await placeOrders(subject.needs.unitOfWork, SAMPLE_ORDERS);
      samples = samplesWith(
        await prepareSamples(
          async (mutation, input, selection) =>
            (await shop.mutate(mutation, input, selection)).payload,
        ),
      );
      state = await subject.state();
      const [store, gateway] = [await subject.remember(), shop.world.gateway.remember()];
      laidOut = async () => {
        gateway();
        await store();
      };
    });
    afterAll(async () => subject.close?.());
    beforeEach(() => laidOut());

    const chosen = (values: readonly unknown[]): readonly unknown[] => {
      count += 7;
      return values.length <= tried
        ? values
        : Array.from({ length: tried }, (_, index) => values[(count + index * 11) % values.length]);
    };

    const readable = async (): Promise<void> => {
      for (const answer of [
        await shop.ask(FOR_STAFF),
        await send(shop.world, { api: "shop", viewer: "guest", query: IN_THE_SHOP }),
      ])
        expect(answer.errors).toEqual([]);
    };

    for (const { name: mutation, args } of mutations)
      test(mutation, { timeout: 300_000 }, async () => {
        const [argument] = args;
        if (!argument) throw new Error(`${mutation} has no input.`);
        for (const place of placesOf(argument.type)) {
          for (const value of chosen(
            hostileValues(place, valueAt(samples[mutation]?.input, place.path)),
          )) {
            const input = withValue(
              argument.type,
              samples[mutation]?.input,
              place.path,
              value,
            ) as object;
            const { payload, errors, status } = await shop.mutate(
              mutation,
              input,
              samples[mutation]?.selection,
            );
            const { userErrors = [], results = [] } = payload as {
              readonly userErrors?: readonly UserErrors[];
              readonly results?: readonly { readonly userErrors: readonly UserErrors[] }[];
            };
            const allUserErrors = [...userErrors, ...results.flatMap((one) => one.userErrors)];
            const sent = `${place.path.join(".")}: ${JSON.stringify(value)?.slice(0, 60)}`;

            expect([sent, shop.world.reported]).toEqual([sent, []]);
            expect([
              sent,
              errors.filter(({ extensions }) => extensions?.["code"] !== "BAD_USER_INPUT"),
              errors.length > 0 && status !== 400,
            ]).toEqual([sent, [], false]);
            expect([
              sent,
              allUserErrors.filter(
                ({ path: [, ...path] }) => !leadsInto(argument.type, input, path),
              ),
            ]).toEqual([sent, []]);
            expect([
              sent,
              allUserErrors.filter(
                ({ message = "." }) =>
                  INSIDES.test(message) || !/[.…]$/.test(message) || message.length > 501,
              ),
            ]).toEqual([sent, []]);
            expect([
              sent,
              new Set(userErrors.map(({ code, path }) => `${code} ${path.join(".")}`)).size,
            ]).toEqual([sent, userErrors.length]);
            const isRefused = errors.length > 0 || userErrors.length > 0;
            const isChanged = (await subject.state()) !== state;
            expect([sent, isRefused && isChanged]).toEqual([sent, false]);
            if (!isChanged) continue;
            await readable();
            await laidOut();
          }
        }
      });
  });
};
