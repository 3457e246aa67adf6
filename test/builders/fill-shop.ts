import type { CatalogStores } from "../../src/application/catalog/ports/catalog-stores.js";
import type { InventoryStores } from "../../src/application/inventory/ports/stock-items.js";
import type { PricingStores } from "../../src/application/pricing/ports/pricing-stores.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import type { CollectionContent } from "../../src/domain/catalog/collections/collection-content.js";
import { Collection } from "../../src/domain/catalog/collections/collection.js";
import type { CollectionId, MetafieldDefinitionId } from "../../src/domain/catalog/ids.js";
import { listing } from "../../src/domain/catalog/listing/listing.js";
import type { VariantPriceAndStock } from "../../src/domain/listing/listing.js";
import { MetafieldDefinition } from "../../src/domain/catalog/metafields/metafield-definition.js";
import { fullName, type MetafieldName } from "../../src/domain/catalog/metafields/metafield.js";
import { optionAvailability } from "../../src/domain/catalog/options/option-availability.js";
import type { MetafieldChoice } from "../../src/domain/catalog/metafields/metafield-choice.js";
import { valuesOf } from "../../src/domain/catalog/metafields/metafield-form.js";
import {
  isChoiceType,
  type MetafieldType,
} from "../../src/domain/catalog/metafields/metafield-type.js";
import type { ProductContent } from "../../src/domain/catalog/products/product-content.js";
import { Product } from "../../src/domain/catalog/products/product.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import { id } from "../../src/domain/shared/id.js";
import { Money } from "../../src/domain/shared/money.js";
import { mediaId, productContent, productId } from "./product-content.js";

/** The price of a variant in euros, as decimal text, and its stock. */
export interface TestPriceAndStock {
  readonly price?: string;
  readonly compareAt?: string;
  readonly cost?: string;
  readonly onHand?: number;
}

export interface TestProduct {
  readonly number: number;
  readonly content?: Partial<ProductContent>;
  readonly addedAt?: Date;
  /** One for each variant, in order. A variant without one has neither price nor stock. */
  readonly pricesAndStock?: readonly (TestPriceAndStock | null)[];
}

export interface TestCollection {
  readonly number: number;
  readonly content?: Partial<CollectionContent>;
  readonly addedAt?: Date;
  /** Numbers of products, in manual order. */
  readonly products?: readonly number[];
}

export interface ShopContent {
  readonly products: readonly TestProduct[];
  readonly collections?: readonly TestCollection[];
}

export type ShopStores = CatalogStores & PricingStores & InventoryStores;

export const ADDED_AT = new Date("2025-12-01T08:00:00.000Z");

export const collectionId = (n: number): CollectionId =>
  id<CollectionId>(`collection_01h${String(n).padStart(23, "0")}`);

export const definitionId = (n: number): MetafieldDefinitionId =>
  id<MetafieldDefinitionId>(`metafield_01h${String(n).padStart(23, "0")}`);

const collectionContent = (n: number): CollectionContent => ({
  slug: `collection-${n}`,
  title: `Collection ${n}`,
  descriptionHtml: "<p>Chosen by hand.</p>",
  publication: { from: ADDED_AT, until: null },
  seo: { title: "", description: "" },
  image: { id: mediaId(9_000 + n), url: `/media/collection-${n}.webp`, alt: `Collection ${n}` },
  rules: null,
  sortOrder: "MANUAL",
  parentId: null,
  metafields: [],
  translations: [],
});

/** Saves products and collections in one unit of work. */
export const fillShop = (
  unitOfWork: UnitOfWork<ShopStores>,
  { products, collections = [] }: ShopContent,
): Promise<void> =>
  unitOfWork.run(async (stores) => {
    await declareMetafields(
      stores,
      products.flatMap(({ content }) => content ?? []),
    );
    const created = products.map(
      ({ number, content, addedAt = ADDED_AT, pricesAndStock: inputs = [] }) => {
        const product = Product.create(productId(number), productContent(number, content), addedAt);
        product.announce(addedAt);
        const snapshot = product.snapshot();
        const variants = snapshot.variants.map(({ id: variantId }, index) => ({
          variantId,
          input: inputs[index],
        }));
        const pricesAndStock = new Map(
          variants.map(({ variantId, input }) => [variantId, priceAndStockOf(input)]),
        );
        return { product, snapshot, variants, pricesAndStock };
      },
    );
    const variants = created.flatMap((one) => one.variants);
    await stores.products.save(created.map(({ product }) => product));
    await stores.prices.add(
      variants.flatMap(
        ({ variantId, input }) => priceOf(input)?.map((price) => ({ variantId, ...price })) ?? [],
      ),
    );
    await stores.stockItems.save(
      variants.flatMap(({ variantId, input }) =>
        input?.onHand === undefined ? [] : [StockItem.stock(variantId, input.onHand)],
      ),
    );
    await stores.listings.save(
      created.map(({ snapshot, pricesAndStock }) => listing(snapshot, pricesAndStock)),
    );
    await stores.optionAvailabilities.save(
      new Map(
        created.map(({ product, snapshot, pricesAndStock }) => [
          product.id,
          optionAvailability(snapshot, pricesAndStock),
        ]),
      ),
    );
    for (const { number, content, addedAt = ADDED_AT, products: members = [] } of collections) {
      await stores.collections.save(
        Collection.create(
          collectionId(number),
          { ...collectionContent(number), ...content },
          addedAt,
        ),
      );
      await stores.collections.addProducts(collectionId(number), members.map(productId), null);
    }
  });

/**
 * Defines the metafields of products. A metafield of several products gets the type of the first
 * one.
 */
export const declareMetafields = (
  { metafieldDefinitions }: Pick<ShopStores, "metafieldDefinitions">,
  products: readonly Partial<ProductContent>[],
): Promise<void> => {
  const fields = new Map(
    products
      .flatMap((product) => fieldsOf(product))
      .toReversed()
      .map((field) => [fullName(field), field]),
  );
  const ofVariants = new Set(
    products
      .flatMap(({ variants = [] }) => variants.flatMap(({ metafields }) => metafields))
      .map(fullName),
  );
  return metafieldDefinitions.save(
    [...fields.values()].map(({ namespace, key, type }, index) =>
      MetafieldDefinition.declare(
        definitionId(9_001 + index),
        {
          namespace,
          key,
          type,
          name: key,
          description: "",
          owners: ofVariants.has(fullName({ namespace, key }))
            ? ["PRODUCT", "VARIANT"]
            : ["PRODUCT"],
          choices: choicesOf(products, { namespace, key }, type),
        },
        ADDED_AT,
      ),
    ),
  );
};

const fieldsOf = ({ metafields = [], variants = [] }: Partial<ProductContent>) => [
  ...metafields,
  ...variants.flatMap((variant) => variant.metafields),
];

/** For a field of choices all values that the products have. */
const choicesOf = (
  products: readonly Partial<ProductContent>[],
  field: MetafieldName,
  type: MetafieldType,
): readonly MetafieldChoice[] =>
  isChoiceType(type)
    ? [
        ...new Set(
          products
            .flatMap((product) => fieldsOf(product))
            .filter((one) => fullName(one) === fullName(field))
            .flatMap(valuesOf)
            .map((value) => value.normalize("NFC").trim()),
        ),
      ].map((value) => ({ value, label: value, translations: [] }))
    : [];

const euros = (amount: string | undefined): Money | null =>
  amount === undefined ? null : Money.parse(amount, "EUR");

const priceOf = (input: TestPriceAndStock | null | undefined) => {
  const price = euros(input?.price);
  return price && [{ price, compareAt: euros(input?.compareAt), cost: euros(input?.cost) }];
};

const priceAndStockOf = (input: TestPriceAndStock | null | undefined): VariantPriceAndStock => ({
  price: euros(input?.price),
  compareAt: euros(input?.compareAt),
  available: input?.onHand ?? null,
});
