import type { Audience } from "../../application/catalog/ports/audience.js";
import type { SearchRequest } from "../../application/search/ports/product-search.js";
import type { SearchCollection } from "../../application/search/ports/search-source.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";
import { SeenCollections } from "./seen-collections.js";

/** Where a search looks: in one collection or everywhere, with the collections below or without. */
export class SearchScope {
  /** The collection that is searched in; null for the whole catalogue, and for a hidden one. */
  readonly in: SearchCollection | null;
  /** The collections whose products are searched; null for the whole catalogue. */
  readonly collections: ReadonlySet<CollectionId> | null;
  readonly includesBelow: boolean;
  readonly #seen: SeenCollections;

  constructor(
    { collections }: Pick<ProductIndex, "collections">,
    audience: Audience,
    { in: id, includeBelow = false }: Pick<SearchRequest, "in" | "includeBelow">,
  ) {
    this.#seen = new SeenCollections(collections, audience);
    this.includesBelow = includeBelow;
    this.in = (id === undefined ? null : this.#seen.get(id)) ?? null;
    this.collections = id === undefined ? null : this.withBelow([id]);
  }

  /** Undefined where the audience may not see it. */
  collection(id: CollectionId): SearchCollection | undefined {
    return this.#seen.get(id);
  }

  /** The collections that the audience sees, and where they are included those below them. */
  withBelow(ids: readonly CollectionId[]): ReadonlySet<CollectionId> {
    return this.includesBelow
      ? this.#seen.withBelow(ids)
      : new Set(ids.filter((id) => this.#seen.get(id)));
  }

  /** A collection, and where those below are included those above it: its products are theirs. */
  withAbove(id: CollectionId): Iterable<CollectionId> {
    return this.includesBelow ? this.#seen.withAbove(id) : [id];
  }

  /** Whether a collection is below the one that is searched in. */
  isBelow(id: CollectionId): boolean {
    const { in: within } = this;
    return within !== null && id !== within.id && this.#seen.withAbove(id).has(within.id);
  }
}
