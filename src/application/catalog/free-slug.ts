import { InvalidSlug } from "../../domain/catalog/errors.js";
import { numberedSlug, slugify } from "../../domain/catalog/slug.js";
import type { Collections, Products, SluggedKind } from "./ports.js";

const PORTION = 50;

/** The wanted slug, or where it is taken the first free one with a number behind it: `mug`, `mug-2`, `mug-3`. */
export const freeSlug = async (slugged: Pick<Products | Collections, "takenSlugs">, wanted: string): Promise<string> => {
  for (let first = 1; ; first += PORTION) {
    const candidates = Array.from({ length: PORTION }, (_, index) => (first + index === 1 ? wanted : numberedSlug(wanted, first + index)));
    const taken = await slugged.takenSlugs(candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
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
