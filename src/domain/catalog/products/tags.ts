import { Problems } from "../../shared/problems.js";
import { fold, InvalidText, text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";

const MAX_TAGS = 250;

/**
 * Tags in their stored form: without duplicates and empty ones.
 * @throws Refused with InvalidText, each with the index of its tag as path; TooMany
 */
export const tags = (raw: readonly string[]): readonly string[] => {
  const problems = new Problems();
  problems.collect(() => checkCount(raw));
  const clean = raw.flatMap(
    (tag, index) => problems.collect(() => oneTag(tag), String(index)) || [],
  );
  problems.throwIfAny();
  return [...new Set(clean)];
};

/**
 * Tags with new ones at the end. Tags that differ only in case or accents count as the same.
 * @throws Refused with InvalidText, each with its index among the new tags as path, TooMany
 */
export const withTags = (
  stored: readonly string[],
  added: readonly string[],
): readonly string[] => {
  const seen = new Set(stored.map(fold));
  const all = [...stored, ...tags(added).filter((tag) => seen.size < seen.add(fold(tag)).size)];
  checkCount(all);
  return all;
};

/** Tags without some of them. Case and accents do not matter. */
export const withoutTags = (
  stored: readonly string[],
  removed: readonly string[],
): readonly string[] => {
  const folded = new Set(removed.map(fold));
  return stored.filter((tag) => !folded.has(fold(tag)));
};

const checkCount = (all: readonly string[]): void => {
  if (all.length > MAX_TAGS) throw new TooMany("tags", all.length, MAX_TAGS);
};

// CSV files hold all tags in one cell, separated by commas.
const oneTag = (raw: string): string => {
  const tag = text(raw, { what: "A tag", max: 255 });
  if (tag.includes(",")) throw new InvalidText("A tag", "holds a comma");
  return tag;
};
