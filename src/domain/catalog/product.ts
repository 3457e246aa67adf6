import { Aggregate } from "../shared/aggregate.js";
import { same } from "../shared/same.js";
import { checkedProduct } from "./check-product.js";
import { ProductArchived, ProductInUse } from "./errors.js";
import type { ProductEvent } from "./events.js";
import type { ProductId } from "./ids.js";
import type { Media } from "./media.js";
import type { Metafield } from "./metafield.js";
import type { Option } from "./option.js";
import { openedWindow, type AskedWindow, type Publication } from "./publication.js";
import type { ProductTranslation } from "./translations/product-texts.js";
import { withoutTags, withTags } from "./tags.js";
import type { Variant } from "./variant.js";

export const PRODUCT_STATUSES = ["DRAFT", "ACTIVE", "ARCHIVED"] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** What search engines are told; empty means "take title and description". */
export interface Seo {
  readonly title: string;
  readonly description: string;
}

/** Everything about a product that people write. */
export interface ProductContent {
  readonly slug: string;
  readonly title: string;
  /** HTML as it was entered; storefronts sanitise it for their page. */
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  /** A path in a public taxonomy, such as `Home & Garden > Kitchen`. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly giftCard: boolean;
  readonly options: readonly Option[];
  readonly metafields: readonly Metafield[];
  readonly media: readonly Media[];
  readonly variants: readonly Variant[];
  /** Its texts in other languages, in order of their tags. */
  readonly translations: readonly ProductTranslation[];
}

export interface ProductSnapshot extends ProductContent {
  readonly id: ProductId;
  /** Grows by one with each stored change; 1 is the first. */
  readonly version: number;
  /** Whether it has been announced that the shop shows it. */
  readonly announced: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is described and, in its variants, sold. */
export class Product extends Aggregate<ProductEvent> {
  // Asked for many times between two changes.
  private state: ProductSnapshot | null = null;

  private constructor(
    readonly id: ProductId,
    private content: ProductContent,
    private version: number,
    private announced: boolean,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with every rule that the content breaks */
  static create(id: ProductId, content: ProductContent, now: Date): Product {
    const product = new Product(id, checkedProduct(content), 1, false, now, now);
    product.record({ type: "catalog.product-created", productId: id, version: 1 });
    return product;
  }

  static restore({
    id,
    version,
    announced,
    createdAt,
    updatedAt,
    ...content
  }: ProductSnapshot): Product {
    return new Product(id, content, version, announced, createdAt, updatedAt);
  }

  snapshot(): ProductSnapshot {
    this.state ??= {
      ...this.content,
      id: this.id,
      version: this.version,
      announced: this.announced,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
    return this.state;
  }

  /**
   * Takes over new content; the same content again changes nothing.
   * @returns the names of the parts that changed
   * @throws Refused with every rule that the content breaks
   */
  revise(content: ProductContent, now: Date): readonly string[] {
    return this.become(checkedProduct(content), now);
  }

  /** Has the shop show it in a window. @returns whether that is new @throws ProductArchived, InvalidPublication */
  publish(asked: AskedWindow, now: Date): boolean {
    const { status, publication } = this.content;
    if (status === "ARCHIVED") throw new ProductArchived(this.id);
    const showing = publication && isVisible(this.content, now) ? publication.from : null;
    return this.becomes(
      { status: "ACTIVE", publication: openedWindow(asked, publication, showing, now) },
      now,
    );
  }

  /** Has the shop no longer show it, nor begin to; where it stands in its life stays. @returns whether that is new */
  unpublish(now: Date): boolean {
    return this.becomes({ publication: null }, now);
  }

  /** Lays it away: the shop does not show it, whatever its window says. @returns whether that is new */
  archive(now: Date): boolean {
    return this.becomes({ status: "ARCHIVED" }, now);
  }

  /** Takes it out of the archive, to be worked on. What is not in there stays as it is. @returns whether that is new */
  unarchive(now: Date): boolean {
    return this.content.status === "ARCHIVED" && this.becomes({ status: "DRAFT" }, now);
  }

  /** @returns whether one of them is new @throws Refused with InvalidText, TooMany */
  addTags(tags: readonly string[], now: Date): boolean {
    return this.becomes({ tags: withTags(this.content.tags, tags) }, now);
  }

  /** @returns whether one of them was there */
  removeTags(tags: readonly string[], now: Date): boolean {
    return this.becomes({ tags: withoutTags(this.content.tags, tags) }, now);
  }

  /**
   * Tells of it when the shop has begun to show it, or has ceased to, since that was told last.
   * @returns whether there was something to tell
   */
  announce(now: Date): boolean {
    const isShown = isVisible(this.content, now);
    if (isShown === this.announced) return false;
    this.announced = isShown;
    // Part of a change that is under way, or a change by itself: time alone has made the difference.
    if (!this.hasNews) this.version += 1;
    this.record({
      type: isShown ? "catalog.product-published" : "catalog.product-unpublished",
      productId: this.id,
      version: this.version,
    });
    return true;
  }

  /** Notes that prices of its variants have changed: whoever edits the product sees them too. */
  reprice(now: Date): void {
    // New words and new prices of one edit are one change.
    if (!this.hasNews) this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.product-updated",
      productId: this.id,
      version: this.version,
      changed: ["prices"],
    });
  }

  /**
   * Says farewell; the store then removes it.
   * @param promised units of its variants that buyers have been promised
   * @throws ProductInUse
   */
  delete(promised = 0): void {
    if (promised > 0) throw new ProductInUse(this.id, promised);
    this.version += 1;
    this.record({
      type: "catalog.product-deleted",
      productId: this.id,
      version: this.version,
      removedVariants: this.content.variants.map(({ id }) => id),
    });
  }

  /** Every change is recorded, once it is made. */
  protected override record(event: ProductEvent): void {
    this.state = null;
    super.record(event);
  }

  private becomes(part: Partial<ProductContent>, now: Date): boolean {
    return this.become({ ...this.content, ...part }, now).length > 0;
  }

  private become(next: ProductContent, now: Date): readonly string[] {
    const changed = PARTS.filter((part) => !same(this.content[part], next[part]));
    if (changed.length === 0) return [];
    const kept = new Set(next.variants.map(({ id }) => id));
    const removedVariants = this.content.variants.map(({ id }) => id).filter((id) => !kept.has(id));
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.product-updated",
      productId: this.id,
      version: this.version,
      changed,
      ...(removedVariants.length > 0 && { removedVariants }),
    });
    return changed;
  }
}

/** Whether the shop shows it at a moment. */
export const isVisible = (
  { status, publication: window }: Pick<ProductContent, "status" | "publication">,
  at: Date,
): boolean =>
  status === "ACTIVE" &&
  window !== null &&
  window.from <= at &&
  (window.until === null || at < window.until);

/** When the shop will next begin to show it, or cease to, without anybody's doing; null for never. */
export const nextTurn = (
  { status, publication: window }: Pick<ProductContent, "status" | "publication">,
  after: Date,
): Date | null =>
  (status === "ACTIVE" && window
    ? [window.from, window.until].find((moment) => moment && moment > after)
    : null) ?? null;

const PARTS: readonly (keyof ProductContent)[] = [
  "slug",
  "title",
  "descriptionHtml",
  "vendor",
  "productType",
  "category",
  "tags",
  "status",
  "publication",
  "seo",
  "giftCard",
  "options",
  "metafields",
  "media",
  "variants",
  "translations",
];
