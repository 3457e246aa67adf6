import type { DomainError, Problems } from "../shared/domain-error.js";
import { GivenTwice } from "./errors.js";

/** A part of a product that somebody has named, with its place in the list of names. */
export interface FoundPart<Part> {
  readonly part: Part;
  readonly index: number;
}

/**
 * Finds parts of a product by their ids, as they came in.
 * @param problems take an error for each id that is unknown, and for each that is given twice
 */
export const findParts = <Part extends { readonly id: string }>(
  parts: readonly Part[],
  ids: readonly string[],
  problems: Problems,
  placeOf: (index: string) => readonly string[],
  unknown: (id: string, place: readonly string[]) => DomainError,
): readonly FoundPart<Part>[] => {
  const left = new Map<string, Part>(parts.map((part) => [part.id, part]));
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const part = left.get(id);
    if (seen.has(id)) problems.add(new GivenTwice(id, placeOf(String(index))));
    else if (!part) problems.add(unknown(id, placeOf(String(index))));
    seen.add(id);
    left.delete(id);
    return part ? [{ part, index }] : [];
  });
};
