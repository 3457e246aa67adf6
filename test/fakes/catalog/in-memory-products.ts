import type { Listings, Products } from "../../../src/application/catalog/ports.js";
import { ProductNotFound, SkuTaken, SlugTaken } from "../../../src/domain/catalog/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import type { Listing } from "../../../src/domain/catalog/listing.js";
import { Product, type ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { storedMoney, type StoredMoney } from "../pricing/in-memory-prices.js";

export interface StoredListing extends Omit<Listing, "priceRange"> {
  readonly priceRange: { readonly min: StoredMoney; readonly max: StoredMoney } | null;
}

export class InMemoryProducts implements Products {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: ProductId): Promise<Product> {
    const row = this.#rows.get(id);
    if (!row) throw new ProductNotFound(id);
    return Product.restore(structuredClone(row));
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    const wanted = new Set(slugs);
    const found = [...this.#rows.values()].filter(({ slug }) => wanted.has(slug));
    return new Map(found.map((row) => [row.slug, Product.restore(structuredClone(row))]));
  }

  async ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>> {
    const wanted = new Set(skus);
    const owners = new Map<string, ProductId>();
    for (const { id, variants } of this.#rows.values())
      for (const { sku } of variants) if (sku !== null && wanted.has(sku)) owners.set(sku, id);
    return owners;
  }

  async save(products: readonly Product[]): Promise<void> {
    for (const product of products) {
      const snapshot = product.snapshot();
      const events = product.pullEvents();
      const stored = this.#rows.get(snapshot.id);
      if (stored?.version === snapshot.version && events.length === 0) continue;
      if ((stored?.version ?? 0) !== snapshot.version - 1) throw new StaleVersion(snapshot.id, snapshot.version - 1);
      await this.#checkUnique(snapshot);
      this.#rows.set(snapshot.id, structuredClone(snapshot));
      this.database.append(events);
    }
  }

  async remove(products: readonly Product[]): Promise<void> {
    for (const product of products) {
      this.#rows.delete(product.id);
      this.database.rows("listing").delete(product.id);
      const places = this.database.rows<{ readonly productId: string }>("collection_product");
      for (const [key, { productId }] of places) if (productId === product.id) places.delete(key);
      this.database.append(product.pullEvents());
    }
  }

  async #checkUnique({ id, slug, variants }: ProductSnapshot): Promise<void> {
    for (const other of this.#rows.values()) if (other.id !== id && other.slug === slug) throw new SlugTaken(slug);
    const skus = variants.flatMap(({ sku }) => sku ?? []);
    for (const [sku, owner] of await this.ownersOfSkus(skus)) if (owner !== id) throw new SkuTaken(sku);
  }

  get #rows(): Map<string, ProductSnapshot> {
    return this.database.rows<ProductSnapshot>("product");
  }
}

export class InMemoryListings implements Listings {
  constructor(private readonly database: InMemoryDatabase) {}

  async save(listings: readonly Listing[]): Promise<void> {
    const rows = this.database.rows<StoredListing>("listing");
    for (const { priceRange, ...listing } of listings)
      rows.set(listing.productId, structuredClone({ ...listing, priceRange: priceRange && { min: storedMoney(priceRange.min), max: storedMoney(priceRange.max) } }));
  }
}
