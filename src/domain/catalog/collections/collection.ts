import { newState, VersionedAggregate } from "../../shared/versioned-aggregate.js";
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
export class Collection extends VersionedAggregate<CollectionSnapshot, CollectionEvent> {
  /** @throws Refused */
  static create(id: CollectionId, content: CollectionContent, now: Date): Collection {
    return new Collection({
      ...checkedCollection(content),
      announced: false,
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: CollectionSnapshot): Collection {
    return new Collection(snapshot);
  }

  /** The rules of an automated collection; null for a manual one. */
  get rules(): CollectionRules | null {
    return this.state.rules;
  }

  /** Checks that products can be added and removed by hand. @throws CollectionAutomated */
  checkFilledByHand(): void {
    if (this.state.rules)
      throw new CollectionAutomated(
        this.id,
        "change its rules or the products, or remove its rules",
      );
  }

  /** Checks that products can be reordered by hand. @throws CollectionAutomated */
  checkArrangedByHand(): void {
    if (this.state.rules && this.state.sortOrder !== "MANUAL")
      throw new CollectionAutomated(
        this.id,
        "set its sort order to MANUAL before you reorder products",
      );
  }

  /** @returns whether anything changed @throws Refused */
  revise(content: CollectionContent, now: Date): boolean {
    return this.update(checkedCollection(content), now);
  }

  /**
   * Publishes it in a window of time.
   * @returns whether anything changed
   * @throws InvalidPublication, Refused with it
   */
  publish(request: PublicationRequest, now: Date): boolean {
    const { publication } = this.state;
    const visibleSince = publication && this.isVisible(now) ? publication.from : null;
    return this.revise(
      {
        ...this.state,
        publication: requestedPublication(request, publication, visibleSince, now),
      },
      now,
    );
  }

  /** Removes the publication. @returns whether anything changed */
  unpublish(now: Date): boolean {
    return this.revise({ ...this.state, publication: null }, now);
  }

  /** Moves it to another parent; null makes it a root. @returns whether anything changed */
  setParent(parentId: CollectionId | null, now: Date): boolean {
    return this.revise({ ...this.state, parentId }, now);
  }

  /**
   * Records that its position among its siblings changed, unless that is part of a pending change.
   */
  notePositionChange(now: Date): void {
    if (this.hasPendingEvents) return;
    this.touch(now);
    this.record(this.event("updated"));
  }

  /**
   * Records that the shop started or stopped showing it, if that is not recorded yet.
   * @returns whether an event was recorded
   */
  announce(now: Date): boolean {
    const visible = this.isVisible(now);
    if (visible === this.state.announced) return false;
    // Part of a pending change, or a change of its own when only time has passed.
    const version = this.state.version + (this.hasPendingEvents ? 0 : 1);
    this.state = { ...this.state, announced: visible, version };
    this.record(this.event(visible ? "published" : "unpublished"));
    return true;
  }

  /** Records which products were added, removed or moved. @returns whether there were any */
  changeProducts(
    { added = [], removed = [], moved = [] }: CollectionProductChanges,
    now: Date,
  ): boolean {
    const longest = Math.max(added.length, removed.length, moved.length);
    if (longest === 0) return false;
    this.touch(now);
    // Each event stays small: a large change is split into several events of one version.
    for (let start = 0; start < longest; start += MAX_IN_EVENT) {
      const part = (ids: readonly ProductId[]) => ids.slice(start, start + MAX_IN_EVENT);
      this.record({
        type: "catalog.collection-products-changed",
        collectionId: this.id,
        version: this.state.version,
        added: part(added),
        removed: part(removed),
        moved: part(moved),
      });
    }
    return true;
  }

  /** Records the deletion. */
  delete(): void {
    this.deleted();
  }

  protected event(
    change: "created" | "updated" | "deleted" | "published" | "unpublished",
  ): CollectionEvent {
    const { id, version } = this.state;
    return { type: `catalog.collection-${change}`, collectionId: id, version };
  }

  private isVisible(at: Date): boolean {
    return isVisible({ status: "ACTIVE", publication: this.state.publication }, at);
  }
}
