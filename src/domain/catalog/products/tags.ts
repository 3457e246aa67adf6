import { Problems } from "../../shared/problems.js";
import { fold, InvalidText, text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";

const MAX_TAGS = 250;

/**
 * Tags in their stored form: without empty ones and duplicates. Tags that differ only in case or
 * accents count as the same; the first one stays.
 * @throws Refused with InvalidText, each with the index of its tag as path; TooMany
 */
export const tags = (raw: readonly string[]): readonly string[] => {
  const problems = new Problems();
  problems.collect(() => checkCount(raw));
  const clean = raw.flatMap(
    (tag, index) => problems.collect(() => oneTag(tag), String(index)) || [],
  );
  problems.throwIfAny();
  return withoutSame(clean, new Set());
};

/**
 * Tags with new ones at the end. Tags that differ only in case or accents count as the same.
 * @throws Refused with InvalidText, each with its index among the new tags as path, TooMany
 */
export const withTags = (
  stored: readonly string[],
  added: readonly string[],
): readonly string[] => {
  const all = [...stored, ...withoutSame(tags(added), new Set(stored.map(fold)))];
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

/** @param seen the folded tags that are there already */
const withoutSame = (all: readonly string[], seen: Set<string>): readonly string[] =>
  all.filter((tag) => seen.size < seen.add(fold(tag)).size);

const checkCount = (all: readonly string[]): void => {
  if (all.length > MAX_TAGS) throw new TooMany("tags", all.length, MAX_TAGS);
};

// CSV files hold all tags in one cell, separated by commas.
const oneTag = (raw: string): string => {
  const tag = text(raw, { what: "A tag", max: 255 });
  if (tag.includes(",")) throw new InvalidText("A tag", "holds a comma");
  return tag;
};
