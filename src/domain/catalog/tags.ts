import { Problems } from "../shared/domain-error.js";
import { fold, InvalidText, text } from "../shared/text.js";
import { TooMany } from "./errors.js";

const MAX_TAGS = 250;

/**
 * Tags as they are stored: each once, empty ones left out.
 * @throws Refused with InvalidText at the places of the tags, TooMany
 */
export const tags = (raw: readonly string[]): readonly string[] => {
  const problems = new Problems();
  if (raw.length > MAX_TAGS) problems.add(new TooMany("tags", raw.length, MAX_TAGS));
  const clean = raw.flatMap(
    (tag, index) => problems.attempt(() => oneTag(tag), String(index)) || [],
  );
  problems.throwIfAny();
  return [...new Set(clean)];
};

/**
 * Tags with more of them at the end. One that differs only in case or accents is there already.
 * @throws Refused with InvalidText at the places of the new ones, TooMany
 */
export const withTags = (
  stored: readonly string[],
  added: readonly string[],
): readonly string[] => {
  const known = new Set(stored.map(fold));
  return tooMany([
    ...stored,
    ...tags(added).filter((tag) => known.size < known.add(fold(tag)).size),
  ]);
};

/** Tags without some of them, however those are written. */
export const withoutTags = (
  stored: readonly string[],
  removed: readonly string[],
): readonly string[] => {
  const unwanted = new Set(removed.map(fold));
  return stored.filter((tag) => !unwanted.has(fold(tag)));
};

const tooMany = (all: readonly string[]): readonly string[] => {
  if (all.length > MAX_TAGS) throw new TooMany("tags", all.length, MAX_TAGS);
  return all;
};

// Files give all tags in one cell, with commas in between.
const oneTag = (raw: string): string => {
  const tag = text(raw, { what: "A tag", max: 255 });
  if (tag.includes(",")) throw new InvalidText("A tag", "holds a comma");
  return tag;
};
