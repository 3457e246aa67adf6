import type { Products } from "../../../application/catalog/ports/catalog-stores.js";
import type { Clock } from "../../../application/shared/clock.js";
import { SlugTaken } from "../../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { ProductNotFound } from "../../../domain/catalog/products/errors.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { Product } from "../../../domain/catalog/products/product.js";
import { id } from "../../../domain/shared/id.js";
import { changeOf, removalOf } from "../../shared/database/aggregate-change.js";
import { isDuplicate } from "../../shared/database/driver-error.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  sharedLock,
  toChunks,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { overwriteRow, removeRow, versioned } from "../../shared/database/versioned-row.js";
import { appendToOutbox } from "../../shared/worker/append-to-outbox.js";
import { firstTakenSlug, takenSlugs } from "../slugs/taken-slugs.js";
import { deleteTranslations } from "../translations/translation-rows.js";
import { loadProducts } from "./load-products.js";
import { PRODUCT_TABLE } from "./product-table.js";
import { PART_TABLES, saveProductParts, type ProductChange } from "./save-product-parts.js";
import { ownersOfSkus, ownersOfVariants } from "./owners-of-skus.js";

export class SqlProducts implements Products {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(productId: ProductId): Promise<Product> {
    const [product] = await loadProducts(this.session, "id", [productId]);
    if (!product) throw new ProductNotFound(productId);
    return Product.restore(product);
  }

  async byId(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, Product>> {
    const products = await loadProducts(this.session, "id", ids);
    return new Map(products.map((product) => [product.id, Product.restore(product)]));
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    const products = await loadProducts(this.session, "slug", slugs);
    return new Map(products.map((product) => [product.slug, Product.restore(product)]));
  }

  takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    return takenSlugs(this.session, "product", slugs);
  }

  async existing(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>> {
    const found = new Set<ProductId>();
    for (const chunk of toChunks([...new Set(ids)].toSorted())) {
      const rows = await this.session.query(
        `SELECT id FROM catalog_product WHERE id IN (${placeholders(chunk)}) ORDER BY id${sharedLock(this.session)}`,
        chunk,
      );
      for (const row of rows) found.add(id<ProductId>(String(row["id"])));
    }
    return found;
  }

  ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>> {
    return ownersOfSkus(this.session, skus);
  }

  ownersOfVariants(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>> {
    return ownersOfVariants(this.session, ids);
  }

  async lockOwnersOf(variants: readonly VariantId[]): Promise<ReadonlySet<VariantId>> {
    const owners = await this.ownersOfVariants(variants);
    for (const chunk of toChunks([...new Set(owners.values())].toSorted()))
      await this.session.query(
        `SELECT id FROM catalog_product WHERE id IN (${placeholders(chunk)}) ORDER BY id${forUpdate(this.session)}`,
        chunk,
      );
    // Read again under the lock: a variant may have been removed since its owner was looked up.
    return new Set((await this.ownersOfVariants([...owners.keys()])).keys());
  }

  async save(products: readonly Product[]): Promise<void> {
    const changes = products.flatMap((product) => changeOf(product) ?? []);
    const added = changes.filter(({ replaces }) => replaces === 0).map(({ snapshot }) => snapshot);
    const revised = changes.filter(({ replaces }) => replaces > 0);
    await this.add(added);
    for (const change of revised) await this.overwrite(change);
    await saveProductParts(this.session, added, revised);
    await this.announce(changes);
  }

  async remove(products: readonly Product[]): Promise<void> {
    const removals = products.map((product) => removalOf(product));
    for (const { snapshot, replaces } of removals) {
      await removeRow(this.session, "catalog_product", snapshot.id, replaces);
      for (const table of [
        ...PART_TABLES,
        "catalog_listing",
        "catalog_price_range",
        "catalog_choice",
        "catalog_collection_product",
      ])
        await this.session.change(`DELETE FROM ${table} WHERE product_id = ?`, [snapshot.id]);
    }
    await deleteTranslations(
      this.session,
      removals.map(({ snapshot }) => snapshot.id),
    );
    await this.announce(removals);
  }

  private async add(products: readonly ProductSnapshot[]): Promise<void> {
    try {
      await insertRows(
        this.session,
        "catalog_product",
        products.map((product) => PRODUCT_TABLE.toRow(product)),
      );
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug"))
        throw new SlugTaken(
          await firstTakenSlug(
            this.session,
            products.map(({ slug }) => slug),
          ),
        );
      throw error;
    }
  }

  private async overwrite({ snapshot, replaces }: ProductChange): Promise<void> {
    try {
      const row = versioned(snapshot, PRODUCT_TABLE.toRow(snapshot));
      await overwriteRow(this.session, "catalog_product", row, replaces);
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug")) throw new SlugTaken(snapshot.slug);
      throw error;
    }
  }

  private announce(changes: readonly ProductChange[]): Promise<void> {
    return appendToOutbox(
      this.session,
      this.clock.now(),
      changes.map(({ snapshot, events }) => ({ aggregateId: snapshot.id, events })),
    );
  }
}
