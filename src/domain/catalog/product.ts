import { Aggregate } from "../shared/aggregate.js";
import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { InvalidText, text } from "../shared/text.js";
import { InvalidMedia, SkuTaken, TooMany } from "./errors.js";
import type { ProductEvent } from "./events.js";
import type { ProductId } from "./ids.js";
import { media, type Media } from "./media.js";
import { metafields, type Metafield } from "./metafield.js";
import { checkCombinations, options, type Option } from "./option.js";
import { publication, type Publication } from "./publication.js";
import { slug } from "./slug.js";
import { variant, type Variant } from "./variant.js";

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

const MAX_VARIANTS = 2_000;
const MAX_MEDIA = 250;
const MAX_TAGS = 250;

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
    const product = new Product(id, checked(content), 1, now, now);
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
    const next = checked(content);
    const changed = PARTS.filter((part) => !same(this.content[part], next[part]));
    if (changed.length === 0) return [];
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "catalog.product-updated", productId: this.id, version: this.version, changed });
    return changed;
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

function checked(content: ProductContent): ProductContent {
  const problems = new Problems();
  const line = (value: string, what: string, max: number, place: readonly string[], min = 0): string =>
    problems.attempt(() => text(value, { what, max, min }), ...place) ?? value;

  const next: ProductContent = {
    slug: problems.attempt(() => slug(content.slug)) ?? content.slug,
    title: line(content.title, "The title", 255, ["title"], 1),
    descriptionHtml: problems.attempt(() => text(content.descriptionHtml, { what: "The description", max: 500_000, multiline: true }), "descriptionHtml") ?? "",
    vendor: line(content.vendor, "The vendor", 255, ["vendor"]),
    productType: line(content.productType, "The product type", 255, ["productType"]),
    category: line(content.category, "The category", 512, ["category"]),
    tags: tags(content.tags, problems),
    status: content.status,
    publication: problems.attempt(() => publication(content.publication)) ?? null,
    seo: {
      title: line(content.seo.title, "The SEO title", 255, ["seo", "title"]),
      description: line(content.seo.description, "The SEO description", 1_000, ["seo", "description"]),
    },
    giftCard: content.giftCard,
    options: problems.attempt(() => options(content.options), "options") ?? content.options,
    metafields: problems.attempt(() => metafields(content.metafields), "metafields") ?? [],
    media: content.media.flatMap((image, index) => problems.attempt(() => media(image), "media", String(index)) ?? []),
    variants: content.variants.flatMap((one, index) => problems.attempt(() => variant(one), "variants", String(index)) ?? []),
  };
  if (content.media.length > MAX_MEDIA) problems.add(new TooMany("images", content.media.length, MAX_MEDIA));
  if (content.variants.length > MAX_VARIANTS) problems.add(new TooMany("variants", content.variants.length, MAX_VARIANTS));
  problems.attempt(() => checkCombinations(next.options, next.variants));
  checkSkus(next.variants, problems);
  checkMediaOfVariants(next, problems);
  problems.throwIfAny();
  return next;
}

function tags(raw: readonly string[], problems: Problems): readonly string[] {
  if (raw.length > MAX_TAGS) problems.add(new TooMany("tags", raw.length, MAX_TAGS));
  const clean = raw.flatMap((tag, index) => problems.attempt(() => oneTag(tag), "tags", String(index)) || []);
  return [...new Set(clean)];
}

// Files give all tags in one cell, with commas in between.
function oneTag(raw: string): string {
  const tag = text(raw, { what: "A tag", max: 255 });
  if (tag.includes(",")) throw new InvalidText("A tag", "holds a comma");
  return tag;
}

function checkSkus(variants: readonly Variant[], problems: Problems): void {
  const seen = new Set<string>();
  for (const [index, { sku }] of variants.entries()) {
    if (sku === null) continue;
    if (seen.has(sku)) problems.add(new SkuTaken(sku, ["variants", String(index), "sku"]));
    seen.add(sku);
  }
}

function checkMediaOfVariants({ media: images, variants }: ProductContent, problems: Problems): void {
  const known = new Set(images.map(({ id }) => id));
  for (const [index, { mediaId }] of variants.entries())
    if (mediaId !== null && !known.has(mediaId))
      problems.add(new InvalidMedia("A variant may only point at an image of its own product.", ["variants", String(index), "mediaId"]));
}
