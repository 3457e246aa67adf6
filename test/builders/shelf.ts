import type { CatalogStores } from "../../src/application/catalog/ports.js";
import type { InventoryStores } from "../../src/application/inventory/ports.js";
import type { PricingStores } from "../../src/application/pricing/ports.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { Collection, type CollectionContent } from "../../src/domain/catalog/collection.js";
import type { CollectionId, MetafieldDefinitionId } from "../../src/domain/catalog/ids.js";
import { choices } from "../../src/domain/catalog/choices.js";
import { listing, type VariantOffer } from "../../src/domain/catalog/listing.js";
import { fullName } from "../../src/domain/catalog/metafield.js";
import { MetafieldDefinition } from "../../src/domain/catalog/metafield-definition.js";
import { Product, type ProductContent } from "../../src/domain/catalog/product.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import { id } from "../../src/domain/shared/id.js";
import { Money } from "../../src/domain/shared/money.js";
import { mediaId, productContent, productId } from "./product-content.js";

/** What a variant is sold for, in euros as text, and how many there are. */
export interface Tag {
  readonly price?: string;
  readonly compareAt?: string;
  readonly cost?: string;
  readonly onHand?: number;
}

export interface OnShelf {
  readonly number: number;
  readonly content?: Partial<ProductContent>;
  readonly addedAt?: Date;
  /** One for each variant, in order; a missing one has neither price nor stock. */
  readonly tags?: readonly (Tag | null)[];
}

export interface CollectionOnShelf {
  readonly number: number;
  readonly content?: Partial<CollectionContent>;
  readonly addedAt?: Date;
  /** Numbers of products, in the order by hand. */
  readonly products?: readonly number[];
}

export interface Shelf {
  readonly products: readonly OnShelf[];
  readonly collections?: readonly CollectionOnShelf[];
}

export type ShelfStores = CatalogStores & PricingStores & InventoryStores;

export const ADDED = new Date("2025-12-01T08:00:00.000Z");

export const collectionId = (n: number): CollectionId =>
  id<CollectionId>(`collection_01h${String(n).padStart(23, "0")}`);

export const definitionId = (n: number): MetafieldDefinitionId =>
  id<MetafieldDefinitionId>(`metafield_01h${String(n).padStart(23, "0")}`);

const collectionContent = (n: number): CollectionContent => ({
  slug: `collection-${n}`,
  title: `Collection ${n}`,
  descriptionHtml: "<p>Chosen by hand.</p>",
  publication: { from: ADDED, until: null },
  seo: { title: "", description: "" },
  image: { id: mediaId(9_000 + n), url: `/media/collection-${n}.webp`, alt: `Collection ${n}` },
  rules: null,
  sortOrder: "MANUAL",
  parentId: null,
  translations: [],
});

/** Puts goods on the shelf in one unit of work, as an import would. */
export const fillShelf = (
  unitOfWork: UnitOfWork<ShelfStores>,
  { products, collections = [] }: Shelf,
): Promise<void> =>
  unitOfWork.run(async (stores) => {
    await declareMetafields(
      stores,
      products.flatMap(({ content }) => content ?? []),
    );
    const shown = products.map(({ number, content, addedAt = ADDED, tags = [] }) => {
      const product = Product.create(productId(number), productContent(number, content), addedAt);
      product.announce(addedAt);
      const snapshot = product.snapshot();
      const tagged = snapshot.variants.map(({ id: variantId }, index) => ({
        variantId,
        tag: tags[index],
      }));
      return {
        product,
        snapshot,
        tagged,
        offers: new Map(tagged.map(({ variantId, tag }) => [variantId, offerOf(tag)])),
      };
    });
    const tagged = shown.flatMap((one) => one.tagged);
    await stores.products.save(shown.map(({ product }) => product));
    await stores.prices.save(
      tagged.flatMap(
        ({ variantId, tag }) => priceOf(tag)?.map((price) => ({ variantId, ...price })) ?? [],
      ),
    );
    await stores.stockItems.save(
      tagged.flatMap(({ variantId, tag }) =>
        tag?.onHand === undefined ? [] : [StockItem.stock(variantId, tag.onHand)],
      ),
    );
    await stores.listings.save(shown.map(({ snapshot, offers }) => listing(snapshot, offers)));
    await stores.productChoices.save(
      new Map(
        shown.map(({ product, snapshot, offers }) => [product.id, choices(snapshot, offers)]),
      ),
    );
    for (const { number, content, addedAt = ADDED, products: inside = [] } of collections) {
      await stores.collections.save(
        Collection.create(
          collectionId(number),
          { ...collectionContent(number), ...content },
          addedAt,
        ),
      );
      await stores.collections.insert(collectionId(number), inside.map(productId), null);
    }
  });

/** Products carry only what is declared; a field that stands on several gets the type that the first one gives it. */
export const declareMetafields = (
  { metafieldDefinitions }: Pick<ShelfStores, "metafieldDefinitions">,
  products: readonly Partial<ProductContent>[],
): Promise<void> => {
  const fields = new Map(
    products
      .flatMap(({ metafields = [] }) => metafields)
      .toReversed()
      .map((field) => [fullName(field), field]),
  );
  return metafieldDefinitions.save(
    [...fields.values()].map(({ namespace, key, type }, index) =>
      MetafieldDefinition.declare(
        definitionId(9_001 + index),
        { namespace, key, type, name: key, description: "" },
        ADDED,
      ),
    ),
  );
};

const euros = (amount: string | undefined): Money | null =>
  amount === undefined ? null : Money.parse(amount, "EUR");

const priceOf = (tag: Tag | null | undefined) => {
  const price = euros(tag?.price);
  return price && [{ price, compareAt: euros(tag?.compareAt), cost: euros(tag?.cost) }];
};

const offerOf = (tag: Tag | null | undefined): VariantOffer => ({
  price: euros(tag?.price),
  compareAt: euros(tag?.compareAt),
  available: tag?.onHand ?? null,
});
