import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MetafieldDefinition } from "../../../src/domain/catalog/metafields/metafield-definition.js";
import { withLooks } from "../../../src/domain/catalog/options/swatch.js";
import {
  BLANK_PRODUCT,
  PRODUCT_PROPERTIES,
  type ProductContent,
} from "../../../src/domain/catalog/products/product-content.js";
import { VARIANT_DEFAULTS, type Variant } from "../../../src/domain/catalog/variants/variant.js";
import type { MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { Market } from "../../../src/domain/pricing/markets/market.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { id } from "../../../src/domain/shared/id.js";
import { keysOf } from "../../../src/domain/shared/keys-of.js";
import { collectionId, definitionId, fillShop } from "../../builders/fill-shop.js";
import { OTHER_COLLECTION, OTHER_PRODUCT, OTHER_VARIANT } from "../../builders/other-values.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import type { Ground } from "../../interface/world.js";

const NOW = new Date("2026-01-01T12:00:00.789Z");
const LATER = new Date("2026-02-01T12:00:00.123Z");
const EVERYTHING = { sees: "everything" } as const;

export interface EveryFieldSubject {
  readonly needs: Ground;
  readonly close?: () => Promise<void>;
}

/** Every field of products, variants, images, collections, definitions, markets and price lists. */
export const everyField = (name: string, open: () => Promise<EveryFieldSubject>): void => {
  describe(`every field: ${name}`, () => {
    let subject: EveryFieldSubject;
    beforeAll(async () => {
      subject = await open();
      await fillShop(subject.needs.unitOfWork, {
        products: [
          { number: 1, content: OTHER_PRODUCT },
          { number: 2, content: PLAIN },
        ],
        collections: [{ number: 8, content: OTHER_COLLECTION }],
      });
      await subject.needs.unitOfWork.run(
        async ({ products, metafieldDefinitions, priceLists, markets }) => {
          const product = await products.get(productId(2));
          product.revise(REVISED, LATER);
          await products.save([product]);
          await metafieldDefinitions.save([definition()]);
          await priceLists.save(francs());
          await markets.save(swiss());
        },
      );
    });
    afterAll(async () => subject.close?.());

    const stored = (number: number) =>
      subject.needs.unitOfWork.run(async ({ products }) =>
        (await products.get(productId(number))).snapshot(),
      );

    describe.each(keysOf(OTHER_VARIANT))("the field %s of a variant", (field) => {
      test("is no default in this test", () => {
        expect(OTHER_VARIANT[field]).not.toEqual(VARIANT_DEFAULTS[field]);
      });

      test.each([
        ["new", 1, OTHER_PRODUCT],
        ["changed", 2, REVISED],
      ])("is saved with a %s product, restored and read", async (_, number, { variants }) => {
        const restored = (await stored(number)).variants[0];
        const fields = new Set(keysOf(OTHER_VARIANT));
        const reads = subject.needs.catalogReads;
        const [read] = await reads.variantsById([variantId(number)], EVERYTHING, fields);

        expect(restored?.[field]).toEqual(variants[0]?.[field]);
        expect(read?.[field]).toEqual(variants[0]?.[field]);
      });
    });

    describe.each(keysOf(OTHER_PRODUCT))("the field %s of a product", (field) => {
      test("is no default in this test", () => {
        expect(OTHER_PRODUCT[field]).not.toEqual(BLANK_PRODUCT[field]);
      });

      test.each([
        ["new", 1, OTHER_PRODUCT],
        ["changed", 2, REVISED],
      ])("is saved with a %s product, and restored", async (_, number, content) => {
        expect((await stored(number))[field]).toEqual(content[field]);
      });
    });

    test.each([...keysOf(PRODUCT_PROPERTIES), ...READ_AS_STORED])(
      "the field %s of a product is read",
      async (field) => {
        const reads = subject.needs.catalogReads;
        const [read] = await reads.productsById([productId(1)], EVERYTHING, new Set([field]));

        expect(read?.[field]).toEqual(OTHER_PRODUCT[field]);
      },
    );

    test("every field of an image is read", async () => {
      const [image] = OTHER_PRODUCT.media;
      const fields = new Set(["url", "alt", "focalPoint", "productId"] as const);
      const reads = subject.needs.catalogReads;

      expect(await reads.mediaById([mediaId(1)], EVERYTHING, fields)).toEqual([
        { ...image, productId: productId(1) },
      ]);
    });

    test.each(keysOf(OTHER_COLLECTION))(
      "the field %s of a collection is saved, restored and read",
      async (field) => {
        const restored = await subject.needs.unitOfWork.run(async ({ collections }) =>
          (await collections.get(collectionId(8))).snapshot(),
        );
        const fields = new Set([field]);
        const reads = subject.needs.catalogReads;
        const [read] = await reads.collectionsById([collectionId(8)], EVERYTHING, fields);

        expect(restored[field]).toEqual(OTHER_COLLECTION[field]);
        expect([read?.[field]]).toMatchObject([OTHER_COLLECTION[field]]);
      },
    );

    test("every field of a metafield definition is saved, restored and read", async () => {
      const expected = definition().snapshot();
      const restored = await subject.needs.unitOfWork.run(async ({ metafieldDefinitions }) =>
        (await metafieldDefinitions.get(expected.id)).snapshot(),
      );
      const { id: _, ...fields } = expected;
      const reads = subject.needs.catalogReads;
      const read = await reads.metafieldDefinitionsById([expected.id], new Set(keysOf(fields)));

      expect(restored).toEqual(expected);
      expect(read).toMatchObject([expected]);
    });

    test("every field of a market and of a price list is saved and restored", async () => {
      const restored = await subject.needs.unitOfWork.run(async ({ markets, priceLists }) => [
        (await markets.get(MARKET)).snapshot(),
        (await priceLists.get(LIST)).snapshot(),
      ]);

      expect(restored).toEqual([swiss().snapshot(), francs().snapshot()]);
    });
  });
};

const READ_AS_STORED = ["slug", "status", "publication", "seo", "options", "metafields"] as const;

const PLAIN: ProductContent = {
  ...BLANK_PRODUCT,
  slug: "plain",
  title: "Plain",
  variants: [{ ...VARIANT_DEFAULTS, id: variantId(2), optionValues: ["Default Title"] }],
};

const inProductTwo = <Part extends { readonly id: string }>(part: Part): Part => ({
  ...part,
  id: mediaId(3),
});

/** The other values once more, with ids, slug and SKU of another product. */
const REVISED: ProductContent = {
  ...OTHER_PRODUCT,
  slug: "revised",
  options: OTHER_PRODUCT.options.map((option) =>
    withLooks(option, (look) => (look.mediaId ? { mediaId: mediaId(3) } : look)),
  ),
  media: OTHER_PRODUCT.media.map(inProductTwo),
  variants: OTHER_PRODUCT.variants.map((variant): Variant => ({
    ...variant,
    id: variantId(2),
    sku: "Revised sku",
    mediaId: mediaId(3),
  })),
  translations: OTHER_PRODUCT.translations.map((one) => ({
    ...one,
    media: one.media.map(inProductTwo),
  })),
};

const definition = (): MetafieldDefinition => {
  const declared = MetafieldDefinition.declare(
    definitionId(8),
    { namespace: "facts", key: "origin", type: "TEXT", name: "Name", description: "Text" },
    NOW,
  );
  declared.translate([{ locale: "de", name: "Name (de)", description: "Beschreibung" }], LATER);
  return declared;
};

const LIST = id<PriceListId>("pricelist_01h00000000000000000000001");
const francs = (): PriceList => {
  const list = PriceList.create(LIST, { key: "francs", name: "Francs", currency: "CHF" }, NOW);
  list.markReady(LATER);
  return list;
};

const MARKET = id<MarketId>("market_01h00000000000000000000001");
const swiss = (): Market =>
  Market.open(
    MARKET,
    {
      key: "ch",
      name: "Switzerland",
      countries: ["CH", "LI"],
      currency: "CHF",
      locales: ["de-CH", "fr"],
      pricesIncludeTax: true,
      showsLowestPrice: true,
      priceList: LIST,
      taxRounding: { per: "RATE", mode: "HALF_EVEN" },
      domesticAddress: { country: "CH", region: "ZH" },
      payableRoundings: [{ paymentMethod: "cash", increment: 5, mode: "DOWN" }],
      outsideFallback: "REFUSED",
      cartReservationMinutes: 30,
    },
    { baseCurrency: "EUR", priceList: francs().snapshot() },
    NOW,
  );
