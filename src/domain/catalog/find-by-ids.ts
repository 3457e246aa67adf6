import type { DomainError } from "../shared/domain-error.js";
import type { Problems } from "../shared/problems.js";
import { RepeatedEntry } from "../shared/repeated-entry.js";

/** An item that a list of ids names, with the index of its id in that list. */
export interface FoundItem<Item> {
  readonly item: Item;
  readonly index: number;
}

/**
 * Finds items by their ids, in the order of the ids.
 * @param problems receives an error for each unknown id and for each id that is given twice
 */
export const findByIds = <Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
  problems: Problems,
  pathOf: (index: string) => readonly string[],
  notFound: (id: string, path: readonly string[]) => DomainError,
): readonly FoundItem<Item>[] => {
  const remaining = new Map<string, Item>(items.map((item) => [item.id, item]));
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const item = remaining.get(id);
    if (seen.has(id)) problems.add(new RepeatedEntry(id, pathOf(String(index))));
    else if (!item) problems.add(notFound(id, pathOf(String(index))));
    seen.add(id);
    remaining.delete(id);
    return item ? [{ item, index }] : [];
  });
};
