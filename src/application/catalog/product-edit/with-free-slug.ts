import { InvalidSlug, SlugTaken } from "../../../domain/catalog/errors.js";
import { numberedSlug, slugify } from "../../../domain/catalog/slug.js";
import type { Transaction } from "../../shared/unit-of-work.js";
import type { Collections, Products, SluggedKind } from "../ports/catalog-stores.js";

const CANDIDATES_AT_ONCE = 50;

/**
 * The slug itself, or the first free one with a number when it is in use or redirects: `mug`,
 * `mug-2`, `mug-3`.
 */
const freeSlug = async (
  slugged: Pick<Products | Collections, "takenSlugs">,
  slug: string,
): Promise<string> => {
  for (let first = 1; ; first += CANDIDATES_AT_ONCE) {
    const candidates = Array.from({ length: CANDIDATES_AT_ONCE }, (_, index) =>
      first + index === 1 ? slug : numberedSlug(slug, first + index),
    );
    const unavailable = await slugged.takenSlugs(candidates);
    const free = candidates.find((candidate) => !unavailable.has(candidate));
    if (free !== undefined) return free;
  }
};

// Of several transactions that want one slug, one gets it in each round. A process runs at most as
// many as its pool has connections.
const MAX_ROUNDS = 25;

/** Saves something under the first free slug like the one given. */
export const withFreeSlug = async <T>(
  { attempt }: Transaction,
  slugged: Pick<Products | Collections, "takenSlugs">,
  like: string,
  save: (slug: string) => Promise<T>,
): Promise<T> => {
  for (let round = 1; ; round++) {
    const slug = await freeSlug(slugged, like);
    try {
      return await attempt(() => save(slug));
    } catch (error) {
      // Another transaction took the slug meanwhile.
      if (!(error instanceof SlugTaken) || round === MAX_ROUNDS) throw error;
    }
  }
};

/**
 * The slug made from a title; `product` or `collection` when the title has no letter and no digit.
 */
export const suggestedSlug = (title: string, kind: SluggedKind): string => {
  try {
    return slugify(title);
  } catch (error) {
    if (error instanceof InvalidSlug) return kind;
    throw error;
  }
};
