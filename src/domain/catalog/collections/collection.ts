import { Aggregate } from "../../shared/aggregate.js";
import { deepEqual } from "../../shared/deep-equal.js";
import type { CollectionRules } from "./collection-rules.js";
import { CollectionAutomated } from "./errors.js";
import type { CollectionEvent } from "../events.js";
import type { CollectionId, ProductId } from "../ids.js";
import { isVisible } from "../products/is-visible.js";
import { requestedPublication, type PublicationRequest } from "../publication.js";
import type { CollectionContent, CollectionSnapshot } from "./collection-content.js";
import { checkedCollection } from "./checked-collection.js";

/** Changes of the products in a collection. */
export interface CollectionProductChanges {
  readonly added?: readonly ProductId[];
  readonly removed?: readonly ProductId[];
  /** Products with a new position. */
  readonly moved?: readonly ProductId[];
}

const MAX_IN_EVENT = 250;

/** A group of products, chosen by hand or by rules. */
export class Collection extends Aggregate<CollectionEvent> {
  private constructor(
    readonly id: CollectionId,
    private content: CollectionContent,
    private version: number,
    private announced: boolean,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused */
  static create(id: CollectionId, content: CollectionContent, now: Date): Collection {
    const collection = new Collection(id, checkedCollection(content), 1, false, now, now);
    collection.record({ type: "catalog.collection-created", collectionId: id, version: 1 });
    return collection;
  }

  static restore({
    id,
    version,
    announced,
    createdAt,
    updatedAt,
    ...content
  }: CollectionSnapshot): Collection {
    return new Collection(id, content, version, announced, createdAt, updatedAt);
  }

  snapshot(): CollectionSnapshot {
    return {
      ...this.content,
      id: this.id,
      version: this.version,
      announced: this.announced,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** The rules of an automated collection; null for a manual one. */
  get rules(): CollectionRules | null {
    return this.content.rules;
  }

  /** Checks that products can be added and removed by hand. @throws CollectionAutomated */
  checkFilledByHand(): void {
    if (this.content.rules)
      throw new CollectionAutomated(
        this.id,
        "change its rules or the products, or remove its rules",
      );
  }

  /** Checks that products can be reordered by hand. @throws CollectionAutomated */
  checkArrangedByHand(): void {
    if (this.content.rules && this.content.sortOrder !== "MANUAL")
      throw new CollectionAutomated(
        this.id,
        "set its sort order to MANUAL before you reorder products",
      );
  }

  /** @returns whether anything changed @throws Refused */
  revise(content: CollectionContent, now: Date): boolean {
    const next = checkedCollection(content);
    if (deepEqual(next, this.content)) return false;
    this.content = next;
    this.recordUpdate(now);
    return true;
  }

  /**
   * Publishes it in a window of time.
   * @returns whether anything changed
   * @throws InvalidPublication, Refused with it
   */
  publish(request: PublicationRequest, now: Date): boolean {
    const { publication } = this.content;
    const visibleSince = publication && this.isVisible(now) ? publication.from : null;
    return this.revise(
      {
        ...this.content,
        publication: requestedPublication(request, publication, visibleSince, now),
      },
      now,
    );
  }

  /** Removes the publication. @returns whether anything changed */
  unpublish(now: Date): boolean {
    return this.revise({ ...this.content, publication: null }, now);
  }

  /** Moves it to another parent; null makes it a root. @returns whether anything changed */
  setParent(parentId: CollectionId | null, now: Date): boolean {
    return this.revise({ ...this.content, parentId }, now);
  }

  /**
   * Records that its position among its siblings changed, unless that is part of a pending change.
   */
  notePositionChange(now: Date): void {
    if (!this.hasPendingEvents) this.recordUpdate(now);
  }

  /**
   * Records that the shop started or stopped showing it, if that is not recorded yet.
   * @returns whether an event was recorded
   */
  announce(now: Date): boolean {
    const visible = this.isVisible(now);
    if (visible === this.announced) return false;
    this.announced = visible;
    // Part of a pending change, or a change of its own when only time has passed.
    if (!this.hasPendingEvents) this.version += 1;
    this.record({
      type: visible ? "catalog.collection-published" : "catalog.collection-unpublished",
      collectionId: this.id,
      version: this.version,
    });
    return true;
  }

  /** Records which products were added, removed or moved. @returns whether there were any */
  changeProducts(
    { added = [], removed = [], moved = [] }: CollectionProductChanges,
    now: Date,
  ): boolean {
    const longest = Math.max(added.length, removed.length, moved.length);
    if (longest === 0) return false;
    this.version += 1;
    this.updatedAt = now;
    // Each event stays small: a large change is split into several events of one version.
    for (let start = 0; start < longest; start += MAX_IN_EVENT) {
      const part = (ids: readonly ProductId[]) => ids.slice(start, start + MAX_IN_EVENT);
      this.record({
        type: "catalog.collection-products-changed",
        collectionId: this.id,
        version: this.version,
        added: part(added),
        removed: part(removed),
        moved: part(moved),
      });
    }
    return true;
  }

  /** Records the deletion. */
  delete(): void {
    this.version += 1;
    this.record({
      type: "catalog.collection-deleted",
      collectionId: this.id,
      version: this.version,
    });
  }
  private recordUpdate(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.collection-updated",
      collectionId: this.id,
      version: this.version,
    });
  }

  private isVisible(at: Date): boolean {
    return isVisible({ status: "ACTIVE", publication: this.content.publication }, at);
  }
}
