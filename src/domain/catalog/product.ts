import { Aggregate } from "../shared/aggregate.js";
import { same } from "../shared/same.js";
import { checkedProduct } from "./check-product.js";
import type { ProductEvent } from "./events.js";
import type { ProductId } from "./ids.js";
import type { Media } from "./media.js";
import type { Metafield } from "./metafield.js";
import type { Option } from "./option.js";
import type { Publication } from "./publication.js";
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
}

export interface ProductSnapshot extends ProductContent {
  readonly id: ProductId;
  /** Grows by one with each stored change; 1 is the first. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is described and, in its variants, sold. */
export class Product extends Aggregate<ProductEvent> {
  private constructor(
    readonly id: ProductId,
    private content: ProductContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with every rule that the content breaks */
  static create(id: ProductId, content: ProductContent, now: Date): Product {
    const product = new Product(id, checkedProduct(content), 1, now, now);
    product.record({ type: "catalog.product-created", productId: id, version: 1 });
    return product;
  }

  static restore({ id, version, createdAt, updatedAt, ...content }: ProductSnapshot): Product {
    return new Product(id, content, version, createdAt, updatedAt);
  }

  snapshot(): ProductSnapshot {
    return { ...this.content, id: this.id, version: this.version, createdAt: this.createdAt, updatedAt: this.updatedAt };
  }

  /**
   * Takes over new content; the same content again changes nothing.
   * @returns the names of the parts that changed
   * @throws Refused with every rule that the content breaks
   */
  revise(content: ProductContent, now: Date): readonly string[] {
    const next = checkedProduct(content);
    const changed = PARTS.filter((part) => !same(this.content[part], next[part]));
    if (changed.length === 0) return [];
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "catalog.product-updated", productId: this.id, version: this.version, changed });
    return changed;
  }

  /** Notes that prices of its variants have changed: whoever edits the product sees them too. */
  reprice(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "catalog.product-updated", productId: this.id, version: this.version, changed: ["prices"] });
  }

  /** Says farewell; the store then removes it. */
  delete(): void {
    this.version += 1;
    this.record({ type: "catalog.product-deleted", productId: this.id, version: this.version });
  }
}

/** Whether the shop shows it at a moment. */
export const isVisible = ({ status, publication: window }: Pick<ProductContent, "status" | "publication">, at: Date): boolean =>
  status === "ACTIVE" && window !== null && window.from <= at && (window.until === null || at < window.until);

const PARTS: readonly (keyof ProductContent)[] = [
  "slug", "title", "descriptionHtml", "vendor", "productType", "category", "tags", "status", "publication", "seo", "giftCard",
  "options", "metafields", "media", "variants",
];
