import type { Audience } from "../../application/catalog/ports/audience.js";
import type { SearchCollection } from "../../application/search/ports/search-source.js";
import { isVisible } from "../../domain/catalog/catalog.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import type { CollectionIndex } from "./collection-index.js";

/** The collections as one audience sees them. */
export class SeenCollections {
  constructor(
    private readonly all: CollectionIndex,
    private readonly audience: Audience,
  ) {}

  /** Undefined for an unknown collection, and one that the audience may not see. */
  get(id: CollectionId): SearchCollection | undefined {
    const found = this.all.get(id);
    return found && this.#isSeen(found) ? found : undefined;
  }

  bySlug(slug: string): SearchCollection | undefined {
    const found = this.all.bySlug(slug);
    return found && this.#isSeen(found) ? found : undefined;
  }

  /** Collections with all below them; one that the audience may not see hides those below it. */
  withBelow(ids: readonly CollectionId[]): ReadonlySet<CollectionId> {
    const found = new Set(ids.filter((id) => this.get(id)));
    for (const parent of found)
      for (const child of this.all.childrenOf(parent)) if (this.get(child)) found.add(child);
    return found;
  }

  /** A collection and those above it, up to the first that the audience may not see. */
  withAbove(id: CollectionId): ReadonlySet<CollectionId> {
    const found = new Set<CollectionId>();
    for (let next = this.get(id); next && !found.has(next.id);) {
      found.add(next.id);
      next = next.parentId === null ? undefined : this.get(next.parentId);
    }
    return found;
  }

  #isSeen({ publication }: SearchCollection): boolean {
    const { audience } = this;
    return (
      audience.sees === "everything" || isVisible({ status: "ACTIVE", publication }, audience.at)
    );
  }
}
