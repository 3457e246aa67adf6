import type { Products } from "../../application/catalog/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { ProductNotFound, SkuTaken, SlugTaken } from "../../domain/catalog/errors.js";
import type { ProductEvent } from "../../domain/catalog/events.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { Product, type ProductSnapshot } from "../../domain/catalog/product.js";
import { id } from "../../domain/shared/id.js";
import { StaleVersion } from "../../domain/shared/stale-version.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import { forUpdate, inChunks, insertRows, isDuplicate, placeholders, type Row, type SqlSession } from "../shared/sql.js";
import { toMedia, toMediaRow, toProduct, toProductRow, toTagRows, toVariant, toVariantRow } from "./product-rows.js";

interface Change {
  readonly product: ProductSnapshot;
  readonly events: readonly ProductEvent[];
  /** The version that must be stored now; 0 for a new product. */
  readonly replaces: number;
}

const PARTS = ["catalog_variant", "catalog_media", "catalog_product_tag"] as const;

export class TypeormProducts implements Products {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(productId: ProductId): Promise<Product> {
    const [product] = await this.load("id", [productId]);
    if (!product) throw new ProductNotFound(productId);
    return Product.restore(product);
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    const products = await this.load("slug", slugs);
    return new Map(products.map((product) => [product.slug, Product.restore(product)]));
  }

  async ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>> {
    const owners = new Map<string, ProductId>();
    for (const chunk of inChunks(skus)) {
      const rows = await this.session.query(`SELECT sku, product_id FROM catalog_variant WHERE sku IN (${placeholders(chunk)})`, chunk);
      for (const row of rows) owners.set(String(row["sku"]), id<ProductId>(String(row["product_id"])));
    }
    return owners;
  }

  async save(products: readonly Product[]): Promise<void> {
    const changes = products.flatMap((aggregate): readonly Change[] => {
      const events = aggregate.pullEvents();
      const replaces = storedVersion(events);
      return replaces === null ? [] : [{ product: aggregate.snapshot(), events, replaces }];
    });
    const added = changes.filter(({ replaces }) => replaces === 0).map(({ product }) => product);
    const revised = changes.filter(({ replaces }) => replaces > 0);
    await this.add(added);
    for (const change of revised) await this.overwrite(change);
    await this.rewriteParts(added, revised);
    await this.announce(changes);
  }

  async remove(products: readonly Product[]): Promise<void> {
    const changes = products.map((aggregate): Change => {
      const events = aggregate.pullEvents();
      return { product: aggregate.snapshot(), events, replaces: storedVersion(events) ?? aggregate.snapshot().version };
    });
    for (const { product, replaces } of changes) {
      const removed = await this.session.change("DELETE FROM catalog_product WHERE id = ? AND version = ?", [product.id, replaces]);
      if (removed !== 1) throw new StaleVersion(product.id, replaces);
      for (const table of [...PARTS, "catalog_listing", "catalog_collection_product"])
        await this.session.change(`DELETE FROM ${table} WHERE product_id = ?`, [product.id]);
    }
    await this.announce(changes);
  }

  /** In the order of the key, so that two units of work lock in the same order. */
  private async load(column: "id" | "slug", values: readonly string[]): Promise<readonly ProductSnapshot[]> {
    const loaded: ProductSnapshot[] = [];
    for (const chunk of inChunks([...new Set(values)].toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM catalog_product WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(this.session)}`,
        chunk,
      );
      const ids = rows.map((row) => String(row["id"]));
      const variants = await this.partsOf("catalog_variant", ids, toVariant);
      const media = await this.partsOf("catalog_media", ids, toMedia);
      loaded.push(...rows.map((row) => toProduct(row, variants.get(String(row["id"])) ?? [], media.get(String(row["id"])) ?? [])));
    }
    return loaded;
  }

  private async partsOf<Part>(table: "catalog_variant" | "catalog_media", ids: readonly string[], toPart: (row: Row) => Part): Promise<ReadonlyMap<string, readonly Part[]>> {
    const parts = new Map<string, Part[]>();
    if (ids.length === 0) return parts;
    const rows = await this.session.query(`SELECT * FROM ${table} WHERE product_id IN (${placeholders(ids)}) ORDER BY product_id, position`, ids);
    for (const row of rows) {
      const owner = String(row["product_id"]);
      const siblings = parts.get(owner);
      if (siblings) siblings.push(toPart(row));
      else parts.set(owner, [toPart(row)]);
    }
    return parts;
  }

  private async add(products: readonly ProductSnapshot[]): Promise<void> {
    try {
      await insertRows(this.session, "catalog_product", products.map(toProductRow));
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug")) throw new SlugTaken(await this.firstTakenSlug(products));
      throw error;
    }
  }

  private async overwrite({ product, replaces }: Change): Promise<void> {
    const columns = toProductRow(product);
    const assignments = Object.keys(columns).map((column) => `${column} = ?`).join(", ");
    try {
      const written = await this.session.change(`UPDATE catalog_product SET ${assignments} WHERE id = ? AND version = ?`, [...Object.values(columns), product.id, replaces]);
      if (written !== 1) throw new StaleVersion(product.id, replaces);
    } catch (error) {
      if (isDuplicate(error, "catalog_product", "slug")) throw new SlugTaken(product.slug);
      throw error;
    }
  }

  private async rewriteParts(added: readonly ProductSnapshot[], revised: readonly Change[]): Promise<void> {
    const touched = (part: string) => revised.filter(({ events }) => events.some((event) => "changed" in event && event.changed.includes(part))).map(({ product }) => product);
    const [variantsOf, mediaOf, tagsOf] = [touched("variants"), touched("media"), touched("tags")];
    await this.clear("catalog_variant", variantsOf);
    await this.clear("catalog_media", mediaOf);
    await this.clear("catalog_product_tag", tagsOf);
    await this.addVariants([...added, ...variantsOf]);
    await insertRows(this.session, "catalog_media", [...added, ...mediaOf].flatMap((product) => product.media.map((image, position) => toMediaRow(product.id, image, position))));
    await insertRows(this.session, "catalog_product_tag", [...added, ...tagsOf].flatMap(toTagRows));
  }

  private async clear(table: (typeof PARTS)[number], products: readonly ProductSnapshot[]): Promise<void> {
    for (const chunk of inChunks(products))
      await this.session.change(`DELETE FROM ${table} WHERE product_id IN (${placeholders(chunk)})`, chunk.map(({ id: productId }) => productId));
  }

  private async addVariants(products: readonly ProductSnapshot[]): Promise<void> {
    try {
      await insertRows(this.session, "catalog_variant", products.flatMap((product) => product.variants.map((variant, position) => toVariantRow(product.id, variant, position))));
    } catch (error) {
      if (isDuplicate(error, "catalog_variant", "sku")) throw await this.takenSku(products);
      throw error;
    }
  }

  private async takenSku(products: readonly ProductSnapshot[]): Promise<SkuTaken> {
    const wanted = products.flatMap(({ id: productId, variants }) => variants.flatMap(({ sku }, index) => (sku === null ? [] : [{ productId, sku, index }])));
    const owners = await this.ownersOfSkus(wanted.map(({ sku }) => sku));
    const seen = new Set<string>();
    const clash = wanted.find(({ productId, sku }) => (owners.get(sku) ?? productId) !== productId || seen.size === seen.add(sku).size) ?? wanted[0];
    return new SkuTaken(clash?.sku ?? "", clash ? ["variants", String(clash.index), "sku"] : []);
  }

  private async firstTakenSlug(products: readonly ProductSnapshot[]): Promise<string> {
    const slugs = products.map(({ slug }) => slug);
    const rows = await this.session.query(`SELECT slug FROM catalog_product WHERE slug IN (${placeholders(slugs)})`, slugs);
    const taken = new Set(rows.map((row) => String(row["slug"])));
    const repeated = slugs.find((slug, index) => slugs.indexOf(slug) < index);
    return slugs.find((slug) => taken.has(slug)) ?? repeated ?? slugs.join(", ");
  }

  private announce(changes: readonly Change[]): Promise<void> {
    return appendToOutbox(this.session, this.clock.now(), changes.flatMap(({ product, events }) => events.map((event) => ({ aggregateId: product.id, event }))));
  }
}
