import { InvalidSlug, SlugTaken } from "../../domain/catalog/errors.js";
import { numberedSlug, slugify } from "../../domain/catalog/slug.js";
import type { Transaction } from "../shared/unit-of-work.js";
import type { Collections, Products, SluggedKind } from "./ports.js";

const PORTION = 50;

/** The wanted slug, or where it is taken, or still leads somewhere, the first free one with a number behind it: `mug`, `mug-2`, `mug-3`. */
export const freeSlug = async (
  slugged: Pick<Products | Collections, "takenSlugs">,
  wanted: string,
): Promise<string> => {
  for (let first = 1; ; first += PORTION) {
    const candidates = Array.from({ length: PORTION }, (_, index) =>
      first + index === 1 ? wanted : numberedSlug(wanted, first + index),
    );
    const taken = await slugged.takenSlugs(candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
};

// Of those that want the same slug at once one gets it in each round, and a process works on no more at once than its pool has connections.
const TRIES = 25;

/** Puts something under the wanted slug, or where that is taken under the first free one with a number. */
export const underFreeSlug = async <T>(
  { attempt }: Transaction,
  slugged: Pick<Products | Collections, "takenSlugs">,
  wanted: string,
  put: (slug: string) => Promise<T>,
): Promise<T> => {
  for (let round = 1; ; round++) {
    const slug = await freeSlug(slugged, wanted);
    try {
      return await attempt(() => put(slug));
    } catch (error) {
      // Somebody else took the free slug meanwhile: there is another one.
      if (!(error instanceof SlugTaken) || round === TRIES) throw error;
    }
  }
};

/** The slug that a title suggests; what kind of thing it is where the title holds no letter and no digit. */
export const suggestedSlug = (title: string, kind: SluggedKind): string => {
  try {
    return slugify(title);
  } catch (error) {
    if (error instanceof InvalidSlug) return kind;
    throw error;
  }
};
