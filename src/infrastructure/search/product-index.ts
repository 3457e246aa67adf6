import {
  ARRANGEMENT_MODULUS,
  type SearchCollection,
  type SearchDocument,
} from "../../application/search/ports/search-source.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { CollectionIndex } from "./collection-index.js";
import { Columns } from "./columns.js";
import { Labels } from "./labels.js";
import {
  addEntry,
  removeEntry,
  variantLabels,
  type ProductEntry,
  type Vocabulary,
} from "./product-entry.js";
import { numbersOfVariants } from "./entry-fields.js";
import { SearchFields } from "./search-fields.js";
import { SortedKeys } from "./sorted-keys.js";
import { WordIndex } from "./word-index.js";

/** Everything that the search has of the catalogue, in memory. */
export class ProductIndex implements Vocabulary {
  readonly words = new WordIndex();
  readonly codes = new SortedKeys();
  readonly labels = new Labels();
  /** The parts of the entries that a search reads of thousands of products. */
  readonly columns = new Columns();
  readonly collections = new CollectionIndex();
  /** By slot; null for a free slot. */
  readonly entries: (ProductEntry | null)[] = [];
  readonly #slots = new Map<ProductId, number>();
  readonly #free: number[] = [];
  readonly #collectionGroup = this.labels.group("COLLECTION");

  constructor(public fields = new SearchFields([])) {}

  /** Another number after each change. */
  version = 0;

  get size(): number {
    return this.#slots.size;
  }

  slotOf(id: ProductId): number | undefined {
    return this.#slots.get(id);
  }

  /** Adds or replaces a product. */
  put(document: SearchDocument): void {
    this.version += 1;
    this.remove(document.id);
    const slot = this.#free.pop() ?? this.entries.length;
    const entry = addEntry(this, document, slot);
    this.entries[slot] = entry;
    this.columns.set(slot, document, {
      labels: entry.labels,
      ofVariants: variantLabels(this, document),
      numbers: numbersOfVariants(this.labels, this.fields, document),
      titleLength: Math.min(...entry.titles.map(({ length }) => length)),
    });
    this.#slots.set(document.id, slot);
  }

  remove(id: ProductId): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? null : this.entries[slot];
    if (slot === undefined || !entry) return;
    this.version += 1;
    removeEntry(this, entry, slot);
    this.entries[slot] = null;
    this.columns.clear(slot);
    this.#slots.delete(id);
    this.#free.push(slot);
  }

  /** Sets the position of a product in a collection that has it. */
  move(id: ProductId, collection: CollectionId, position: number): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? null : this.entries[slot];
    const at = entry?.collections.indexOf(this.collectionLabel(collection) ?? -1) ?? -1;
    this.version += 1;
    if (slot !== undefined && entry && at >= 0)
      this.entries[slot] = { ...entry, positions: entry.positions.with(at, position) };
  }

  /** The checksum of the order of a collection, computed as by SearchSource.arrangements. */
  arrangement(id: CollectionId): number {
    const label = this.collectionLabel(id);
    let sum = 0;
    for (const entry of this.entries) {
      const at = label === undefined ? -1 : (entry?.collections.indexOf(label) ?? -1);
      if (at >= 0) sum += 1 + ((entry?.positions[at] ?? 0) % ARRANGEMENT_MODULUS);
    }
    return sum;
  }

  /**
   * Adds or replaces a collection. An empty collection has a label too, because a filter may name
   * it.
   */
  putCollection(collection: SearchCollection): void {
    this.version += 1;
    this.collections.put(collection);
    this.labels.numberOf(this.#collectionGroup, collection.id);
  }

  removeCollection(id: CollectionId): void {
    this.version += 1;
    this.collections.remove(id);
    const removed = this.collectionLabel(id);
    for (const [slot, entry] of this.entries.entries()) {
      const at = removed === undefined ? -1 : (entry?.collections.indexOf(removed) ?? -1);
      if (!entry || at < 0) continue;
      const labels = entry.labels.filter((label) => label !== removed);
      this.entries[slot] = {
        ...entry,
        labels,
        collections: entry.collections.toSpliced(at, 1),
        positions: entry.positions.toSpliced(at, 1),
      };
      this.columns.relabel(slot, labels);
    }
  }

  /** Undefined for a collection that the index never had. */
  collectionLabel(id: CollectionId): number | undefined {
    return this.labels.find(this.#collectionGroup, id);
  }
}
