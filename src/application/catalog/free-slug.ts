import { InvalidSlug } from "../../domain/catalog/errors.js";
import { numberedSlug, slugify } from "../../domain/catalog/slug.js";
import type { Products } from "./ports.js";

const PORTION = 50;

/** The wanted slug, or where it is taken the first free one with a number behind it: `mug`, `mug-2`, `mug-3`. */
export const freeSlug = async (products: Pick<Products, "takenSlugs">, wanted: string): Promise<string> => {
  for (let first = 1; ; first += PORTION) {
    const candidates = Array.from({ length: PORTION }, (_, index) => (first + index === 1 ? wanted : numberedSlug(wanted, first + index)));
    const taken = await products.takenSlugs(candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
};

/** The slug that a title suggests; `product` where it holds no letter and no digit. */
export const suggestedSlug = (title: string): string => {
  try {
    return slugify(title);
  } catch (error) {
    if (error instanceof InvalidSlug) return "product";
    throw error;
  }
};
