import type { SwatchLook } from "../../domain/catalog/catalog.js";
import type { MediaId } from "../../domain/catalog/ids.js";

/** The swatch that a product gives an option value. */
export interface CountedSwatch {
  readonly label: number;
  /** The colour, or the address of the image: two products with one file show the same. */
  readonly look: string;
  /** Null for a colour. */
  readonly mediaId: MediaId | null;
}

interface Look {
  readonly look: string;
  readonly isColor: boolean;
  /** The products, by slot, with their image. */
  readonly images: Map<number, MediaId>;
  /** `images` in the order of their ids, so that all processes answer the same; null after a change. */
  sorted: readonly (readonly [slot: number, image: MediaId])[] | null;
  /** Of a colour. */
  count: number;
}

/**
 * How many products are checked for an image that the viewer may see. Beyond them the value has no swatch: a
 * search must not take longer because of thousands of drafts.
 */
const MOST_CHECKED = 1_000;

/** The swatches that products give one option value, and how many products each. */
export class SwatchCounts {
  readonly #looks = new Map<string, Look>();
  /** The most frequent first; null after a change. */
  #sorted: readonly Look[] | null = null;

  get isEmpty(): boolean {
    return this.#looks.size === 0;
  }

  count({ look, mediaId }: CountedSwatch, slot: number, times: 1 | -1): void {
    this.#sorted = null;
    const known = this.#looks.get(look) ?? {
      look,
      isColor: mediaId === null,
      images: new Map<number, MediaId>(),
      sorted: null,
      count: 0,
    };
    known.sorted = null;
    if (mediaId === null) known.count += times;
    else if (times === 1) known.images.set(slot, mediaId);
    else known.images.delete(slot);
    if (timesOf(known) > 0) this.#looks.set(look, known);
    else this.#looks.delete(look);
  }

  /**
   * The swatch of most products; of equally frequent ones the first in the alphabet. An image is that of a
   * product that is seen, or else the next swatch counts.
   */
  mostFrequent(isSeen: (slot: number) => boolean): SwatchLook | undefined {
    this.#sorted ??= [...this.#looks.values()].toSorted(
      (a, b) => timesOf(b) - timesOf(a) || (a.look < b.look ? -1 : 1),
    );
    let checked = 0;
    for (const one of this.#sorted) {
      if (one.isColor) return { color: one.look };
      one.sorted ??= [...one.images].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
      for (const [slot, mediaId] of one.sorted) {
        if (isSeen(slot)) return { mediaId };
        checked += 1;
        if (checked === MOST_CHECKED) return undefined;
      }
    }
    return undefined;
  }
}

const timesOf = ({ isColor, images, count }: Look): number => (isColor ? count : images.size);
