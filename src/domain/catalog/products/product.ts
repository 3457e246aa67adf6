import { Aggregate } from "../../shared/aggregate.js";
import { deepEqual } from "../../shared/deep-equal.js";
import { keysOf } from "../../shared/keys-of.js";
import type { ProductEvent } from "../events.js";
import type { ProductId } from "../ids.js";
import { requestedPublication, type PublicationRequest } from "../publication.js";
import { checkedProduct } from "./checked-product.js";
import { ProductArchived, ProductInUse } from "./errors.js";
import { isVisible } from "./is-visible.js";
import { BLANK_PRODUCT, type ProductContent, type ProductSnapshot } from "./product-content.js";
import { withoutTags, withTags } from "./tags.js";

/** An article of the shop: its texts and images, and the variants that are sold. */
export class Product extends Aggregate<ProductEvent> {
  // A change reads the snapshot many times.
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
   * Replaces the content. The same content again changes nothing.
   * @returns the names of the fields that changed
   * @throws Refused with every rule that the content breaks
   */
  revise(content: ProductContent, now: Date): readonly string[] {
    return this.replaceContent(checkedProduct(content), now);
  }

  /**
   * Publishes it in a window of time.
   * @returns whether anything changed
   * @throws ProductArchived, InvalidPublication
   */
  publish(request: PublicationRequest, now: Date): boolean {
    const { status, publication } = this.content;
    if (status === "ARCHIVED") throw new ProductArchived(this.id);
    const visibleSince = publication && isVisible(this.content, now) ? publication.from : null;
    return this.patchContent(
      {
        status: "ACTIVE",
        publication: requestedPublication(request, publication, visibleSince, now),
      },
      now,
    );
  }

  /** Removes the publication. The status stays. @returns whether anything changed */
  unpublish(now: Date): boolean {
    return this.patchContent({ publication: null }, now);
  }

  /**
   * Archives it: the shop does not show it, whatever its publication is.
   * @returns whether anything changed
   */
  archive(now: Date): boolean {
    return this.patchContent({ status: "ARCHIVED" }, now);
  }

  /**
   * Makes an archived product a draft again.
   * @returns whether anything changed: false if it is not archived
   */
  unarchive(now: Date): boolean {
    return this.content.status === "ARCHIVED" && this.patchContent({ status: "DRAFT" }, now);
  }

  /** @returns whether one of them is new @throws Refused with InvalidText, TooMany */
  addTags(tags: readonly string[], now: Date): boolean {
    return this.patchContent({ tags: withTags(this.content.tags, tags) }, now);
  }

  /** @returns whether the product had one of them */
  removeTags(tags: readonly string[], now: Date): boolean {
    return this.patchContent({ tags: withoutTags(this.content.tags, tags) }, now);
  }

  /**
   * Records that the shop started or stopped showing it, if that is not recorded yet.
   * @returns whether an event was recorded
   */
  announce(now: Date): boolean {
    const visible = isVisible(this.content, now);
    if (visible === this.announced) return false;
    this.announced = visible;
    // Part of a pending change, or a change of its own when only time has passed.
    if (!this.hasPendingEvents) this.version += 1;
    this.record({
      type: visible ? "catalog.product-published" : "catalog.product-unpublished",
      productId: this.id,
      version: this.version,
    });
    return true;
  }

  /**
   * Records the deletion.
   * @param promised units of its variants that are promised to buyers
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

  /** Every change records an event after it, so that the snapshot is rebuilt. */
  protected override record(event: ProductEvent): void {
    this.state = null;
    super.record(event);
  }

  private patchContent(patch: Partial<ProductContent>, now: Date): boolean {
    return this.replaceContent({ ...this.content, ...patch }, now).length > 0;
  }

  private replaceContent(next: ProductContent, now: Date): readonly string[] {
    const changed = CONTENT_FIELDS.filter((field) => !deepEqual(this.content[field], next[field]));
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

const CONTENT_FIELDS = keysOf(BLANK_PRODUCT);
