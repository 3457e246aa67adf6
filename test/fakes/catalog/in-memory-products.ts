import type {
  Listings,
  OptionAvailabilities,
  Products,
} from "../../../src/application/catalog/ports/catalog-stores.js";
import { SlugTaken } from "../../../src/domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../src/domain/catalog/ids.js";
import type { Listing, ListingContent } from "../../../src/domain/catalog/listing/listing.js";
import type { OptionAvailability } from "../../../src/domain/catalog/options/option-availability.js";
import { ProductNotFound } from "../../../src/domain/catalog/products/errors.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { SkuTaken } from "../../../src/domain/catalog/variants/errors.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { storedRange, type StoredRange } from "../pricing/stored-money.js";
import { oldSlugs } from "./in-memory-slug-redirects.js";

export interface StoredListing extends Omit<Listing, "priceRange" | "compareAtRange"> {
  readonly priceRange: StoredRange | null;
  readonly compareAtRange: StoredRange | null;
}

export class InMemoryProducts implements Products {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: ProductId): Promise<Product> {
    const row = this.#rows.get(id);
    if (!row) throw new ProductNotFound(id);
    return Product.restore(structuredClone(row));
  }

  async byId(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, Product>> {
    return new Map(
      ids.flatMap((id) => {
        const row = this.#rows.get(id);
        return row ? [[id, Product.restore(structuredClone(row))] as const] : [];
      }),
    );
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    const requested = new Set(slugs);
    const found = [...this.#rows.values()].filter(({ slug }) => requested.has(slug));
    return new Map(found.map((row) => [row.slug, Product.restore(structuredClone(row))]));
  }

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const taken = new Set(
      [...this.#rows.values(), ...oldSlugs(this.database, "product")].map(({ slug }) => slug),
    );
    return new Set(slugs.filter((slug) => taken.has(slug)));
  }

  async existing(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>> {
    return new Set(ids.filter((id) => this.#rows.has(id)));
  }

  async ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>> {
    const requested = new Set(skus);
    const owners = new Map<string, ProductId>();
    for (const { id, variants } of this.#rows.values())
      for (const { sku } of variants) if (sku !== null && requested.has(sku)) owners.set(sku, id);
    return owners;
  }

  async ownersOfVariants(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>> {
    const owned = [...this.#rows.values()].flatMap((product) =>
      product.variants.map((one) => [one.id, product.id] as const),
    );
    return new Map(owned.filter(([id]) => ids.includes(id)));
  }

  async lockOwnersOf(variants: readonly VariantId[]): Promise<ReadonlySet<VariantId>> {
    return new Set((await this.ownersOfVariants(variants)).keys());
  }

  async save(products: readonly Product[]): Promise<void> {
    const changes = products.flatMap((product) => {
      const [events, snapshot] = [product.pullEvents(), product.snapshot()];
      return events[0] ? [{ snapshot, events, replaces: events[0].version - 1 }] : [];
    });
    // Like the databases: new products, then the others, then all SKUs, so that variants may swap
    // them.
    for (const { snapshot, replaces } of changes.toSorted(
      (a, b) => Number(a.replaces > 0) - Number(b.replaces > 0),
    )) {
      this.database.checkVersion("product", snapshot.id, replaces);
      for (const other of this.#rows.values())
        if (other.id !== snapshot.id && other.slug === snapshot.slug)
          throw new SlugTaken(snapshot.slug);
      this.#rows.set(snapshot.id, structuredClone(snapshot));
    }
    this.#checkSkus(changes.map(({ snapshot }) => snapshot));
    for (const { events, snapshot } of changes) this.database.append(events, snapshot.id);
  }

  async remove(products: readonly Product[]): Promise<void> {
    for (const product of products) {
      this.database.removeAggregate("product", product.id, product);
      this.database.rows("listing").delete(product.id);
      this.database.rows("choices").delete(product.id);
      const ranges = this.database.rows<{ readonly productId: string }>("price_range");
      for (const [key, { productId }] of ranges) if (productId === product.id) ranges.delete(key);
      const members = this.database.rows<{ readonly productId: string }>("collection_product");
      for (const [key, { productId }] of members) if (productId === product.id) members.delete(key);
    }
  }

  #checkSkus(changed: readonly ProductSnapshot[]): void {
    const changedSkus = new Set(
      changed.flatMap(({ variants }) => variants.flatMap(({ sku }) => sku ?? [])),
    );
    const seen = new Set<string>();
    // Unchanged products come first, so that the path of the error leads to a changed one.
    const isChanged = new Set<string>(changed.map(({ id }) => id));
    for (const { variants } of [...this.#rows.values()].toSorted(
      (a, b) => Number(isChanged.has(a.id)) - Number(isChanged.has(b.id)),
    ))
      for (const [index, { sku }] of variants.entries())
        if (sku !== null && changedSkus.has(sku) && seen.size === seen.add(sku).size)
          throw new SkuTaken(sku, ["variants", String(index), "sku"]);
  }

  get #rows(): Map<string, ProductSnapshot> {
    return this.database.rows<ProductSnapshot>("product");
  }
}

export class InMemoryListings implements Listings {
  constructor(private readonly database: InMemoryDatabase) {}

  async save(listings: readonly Listing[]): Promise<void> {
    const rows = this.database.rows<StoredListing>("listing");
    for (const { priceRange, compareAtRange, ...listing } of listings)
      rows.set(
        listing.productId,
        structuredClone({
          ...listing,
          priceRange: storedRange(priceRange),
          compareAtRange: storedRange(compareAtRange),
        }),
      );
  }

  async saveContent(contents: readonly ListingContent[]): Promise<void> {
    const rows = this.database.rows<StoredListing>("listing");
    for (const content of contents) {
      const {
        priceRange = null,
        available = false,
        onSale = false,
        compareAtRange = null,
      } = rows.get(content.productId) ?? {};
      rows.set(
        content.productId,
        structuredClone({ ...content, priceRange, available, onSale, compareAtRange }),
      );
    }
  }
}

/** Without the options: like in the databases, they are stored with the product. */
export type StoredOptionAvailability = OptionAvailability["variants"];

export class InMemoryOptionAvailabilities implements OptionAvailabilities {
  constructor(private readonly database: InMemoryDatabase) {}

  async save(availabilities: ReadonlyMap<ProductId, OptionAvailability>): Promise<void> {
    for (const [productId, { variants }] of availabilities)
      this.database
        .rows<StoredOptionAvailability>("choices")
        .set(productId, structuredClone(variants));
  }
}
