import { MetafieldDefinitionInUse } from "../../../domain/catalog/metafields/errors.js";
import type {
  MetafieldDefinition,
  MetafieldDefinitionSnapshot,
} from "../../../domain/catalog/metafields/metafield-definition.js";
import { isSearchable } from "../../../domain/catalog/metafields/metafield-usage.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { DefinitionStores } from "./edit-metafield-definition.js";

/** The search keeps their values of all products in memory. */
export const MOST_SEARCHABLE = 50;

/** @throws TooMany when too many other definitions are filterable or sortable already */
export const ensureFewSearchable = async (
  { metafieldDefinitions }: DefinitionStores,
  definition: MetafieldDefinition,
): Promise<void> => {
  if (!isSearchable(definition.snapshot())) return;
  const others = (await metafieldDefinitions.searchable()).filter(
    (id) => id !== definition.id,
  ).length;
  if (others >= MOST_SEARCHABLE)
    throw new TooMany("filterable or sortable custom fields", others + 1, MOST_SEARCHABLE);
};

/** @throws MetafieldDefinitionInUse when an owner that is taken away has values */
export const ensureUnused = async (
  { metafieldDefinitions }: DefinitionStores,
  before: MetafieldDefinitionSnapshot,
  { owners }: MetafieldDefinitionSnapshot,
): Promise<void> => {
  const without = before.owners.filter((owner) => !owners.includes(owner));
  if (without.length === 0) return;
  const uses = await metafieldDefinitions.countUses(before, without);
  if (uses > 0) throw new MetafieldDefinitionInUse(before, uses, ["owners"]);
};
