import type { Products } from "../../application/catalog/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { ProductNotFound, SlugTaken } from "../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import { Product, type ProductSnapshot } from "../../domain/catalog/product.js";
import { id } from "../../domain/shared/id.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import {
  inChunks,
  insertRows,
  isDuplicate,
  placeholders,
  sharedLock,
  type SqlSession,
} from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { loadProducts, PART_TABLES, rewriteParts, type ProductChange } from "./product-parts.js";
import { toProductRow } from "./product-rows.js";
import { forgetTranslations } from "./translation-rows.js";
import { ownersOfSkus, ownersOfVariants, takenSlug, takenSlugs } from "./taken-keys.js";

export class TypeormProducts implements Products {
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
    for (const chunk of inChunks([...new Set(ids)].toSorted())) {
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

  async save(products: readonly Product[]): Promise<void> {
    const changes = products.flatMap((aggregate): readonly ProductChange[] => {
      const events = aggregate.pullEvents();
      const replaces = storedVersion(events);
      return replaces === null ? [] : [{ product: aggregate.snapshot(), events, replaces }];
    });
    const added = changes.filter(({ replaces }) => replaces === 0).map(({ product }) => product);
    const revised = changes.filter(({ replaces }) => replaces > 0);
    await this.add(added);
    for (const change of revised) await this.overwrite(change);
    await rewriteParts(this.session, added, revised);
    await this.announce(changes);
  }

  async remove(products: readonly Product[]): Promise<void> {
    const changes = products.map((aggregate): ProductChange => {
      const events = aggregate.pullEvents();
      return {
        product: aggregate.snapshot(),
        events,
        replaces: storedVersion(events) ?? aggregate.snapshot().version,
      };
    });
    for (const { product, replaces } of changes) {
      await removeRow(this.session, "catalog_product", product.id, replaces);
      for (const table of [
        ...PART_TABLES,
        "catalog_listing",
        "catalog_price_range",
        "catalog_choice",
        "catalog_collection_product",
      ])
        await this.session.change(`DELETE FROM ${table} WHERE product_id = ?`, [product.id]);
    }
    await forgetTranslations(
      this.session,
      changes.map(({ product }) => product.id),
    );
    await this.announce(changes);
  }

  private async add(products: readonly ProductSnapshot[]): Promise<void> {
    try {
      await insertRows(this.session, "catalog_product", products.map(toProductRow));
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug"))
        throw new SlugTaken(await takenSlug(this.session, products));
      throw error;
    }
  }

  private async overwrite({ product, replaces }: ProductChange): Promise<void> {
    try {
      await overwriteRow(this.session, "catalog_product", toProductRow(product), replaces);
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug")) throw new SlugTaken(product.slug);
      throw error;
    }
  }

  private announce(changes: readonly ProductChange[]): Promise<void> {
    return appendToOutbox(
      this.session,
      this.clock.now(),
      changes.flatMap(({ product, events }) =>
        events.map((event) => ({ aggregateId: product.id, event })),
      ),
    );
  }
}
