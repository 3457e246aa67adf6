import type { ScheduledWork, WorkId } from "../../../src/application/shared/schedule.js";
import type { CollectionTranslation } from "../../../src/domain/catalog/collections/collection-translation.js";
import type { ProductTranslation } from "../../../src/domain/catalog/products/product-texts.js";
import type { MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { DEFAULT_CHECKOUT_TERMS } from "../../../src/domain/pricing/markets/market-checkout-terms.js";
import { DEFAULT_TAX_TERMS } from "../../../src/domain/pricing/markets/market-tax-terms.js";
import { Market } from "../../../src/domain/pricing/markets/market.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { collectionId, fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { aVariant, mediaId, productId, variantId } from "../../builders/product-content.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";

export const NOW = new Date("2026-01-01T12:00:00.000Z");
export const [MUG, PLATE] = [productId(1), productId(2)];
export const [SMALL_MUG, LARGE_MUG, FLAT_PLATE] = [variantId(11), variantId(12), variantId(21)];
export const [TEA, TABLE] = [collectionId(1), collectionId(2)];
const priceListId = (n: number) => id<PriceListId>(`pricelist_01h${String(n).padStart(23, "0")}`);
export const marketId = (n: number) => id<MarketId>(`market_01h${String(n).padStart(23, "0")}`);
export const [FRANCS, KRONER] = [priceListId(1), priceListId(2)];
export const [SWISS, DANES] = [marketId(901), marketId(902)];
export const MATERIAL = {
  namespace: "details",
  key: "material",
  type: "TEXT",
  value: "clay",
} as const;

const german = (title: string): ProductTranslation => ({
  locale: "de",
  title,
  descriptionHtml: null,
  seoTitle: null,
  seoDescription: null,
  options: [],
  metafields: [],
  media: [],
});
const germanCollection = (title: string): CollectionTranslation => ({
  locale: "de",
  title,
  descriptionHtml: null,
  seoTitle: null,
  seoDescription: null,
  imageAlt: null,
});

const work = (n: number, kind: string, subject: string): ScheduledWork => ({
  id: id<WorkId>(`work_01h${String(n).padStart(23, "0")}`),
  kind,
  subject,
  dueAt: NOW,
  facts: {},
});
export const PLANS = [
  work(1, "pricing.change-price", SMALL_MUG),
  work(2, "pricing.change-price", FLAT_PLATE),
  work(3, "catalog.announce", SMALL_MUG),
] as const;

/** Saves a mug and a plate, each with one of everything. */
export const mugAndPlate = async (
  unitOfWork: IdempotencySubject["needs"]["unitOfWork"],
): Promise<void> => {
  await openTestMarket(unitOfWork);
  await fillShop(unitOfWork, {
    products: [
      {
        number: 1,
        content: {
          options: [{ name: "Size", values: ["S", "L"] }],
          variants: [aVariant(11, { optionValues: ["S"] }), aVariant(12, { optionValues: ["L"] })],
          metafields: [MATERIAL],
          translations: [german("Becher")],
        },
        pricesAndStock: [
          { price: "10.00", onHand: 5 },
          { price: "12.00", onHand: 0 },
        ],
      },
      {
        number: 2,
        content: {
          variants: [aVariant(21)],
          metafields: [MATERIAL],
          media: [{ id: mediaId(2), url: "https://img.example/plate.webp", alt: "Plate" }],
          translations: [german("Teller")],
        },
        pricesAndStock: [{ price: "20.00", onHand: 3 }],
      },
    ],
    collections: [
      { number: 1, content: { translations: [germanCollection("Tee")] }, products: [1, 2] },
      { number: 2, content: { translations: [germanCollection("Tisch")] }, products: [1, 2] },
    ],
  });
  await unitOfWork.run(async (stores) => {
    for (const [list, key, currency] of [
      [FRANCS, "francs", "CHF"],
      [KRONER, "kroner", "DKK"],
    ] as const) {
      const created = PriceList.create(list, { key, name: key, currency }, NOW);
      created.markReady(NOW);
      await stores.priceLists.save(created);
      const price = Money.of(0, currency);
      await stores.listPrices.add(
        [SMALL_MUG, LARGE_MUG, FLAT_PLATE].map((variant) => ({
          priceList: list,
          variantId: variant,
          minimumQuantity: 1,
          price,
          compareAt: null,
        })),
      );
      await stores.priceListListings.save(
        [MUG, PLATE].map((productOf) => ({
          productId: productOf,
          priceList: list,
          priceRange: { min: price, max: price },
          available: true,
          onSale: false,
          compareAtRange: null,
          sellable: null,
        })),
      );
    }
    for (const [market, key, countries, priceList, currency] of [
      [SWISS, "ch", ["CH", "LI"], FRANCS, "CHF"],
      [DANES, "dk", ["DK"], KRONER, "DKK"],
    ] as const) {
      const stored = await stores.priceLists.get(priceList);
      await stores.markets.save(
        Market.open(
          market,
          {
            key,
            name: key,
            countries,
            currency,
            locales: ["en"],
            pricesIncludeTax: true,
            showsLowestPrice: false,
            priceList,
            ...DEFAULT_TAX_TERMS,
            ...DEFAULT_CHECKOUT_TERMS,
          },
          { baseCurrency: "EUR", priceList: stored.snapshot() },
          NOW,
        ),
      );
    }
    await stores.redirects.add(
      "product",
      [
        { slug: "cup", target: MUG },
        { slug: "beaker", target: MUG },
        { slug: "dish", target: PLATE },
      ],
      NOW,
    );
    await stores.redirects.add("collection", [{ slug: "cup", target: TEA }], NOW);
    await stores.schedule.plan(PLANS);
    await stores.settings.set("colour", "blue");
    await stores.settings.set("size", "");
    await stores.collectionUpkeep.begin(TEA);
    await stores.collectionUpkeep.begin(TABLE);
    await stores.collectionUpkeep.noteDue([MUG, PLATE]);
    await stores.productHistory.add(
      [MUG, PLATE].map((productOf) => ({
        productId: productOf,
        kind: "UPDATED" as const,
        version: 1,
        at: NOW,
        actor: "admin-key",
        changes: [],
      })),
    );
  });
};
