import type { VariantId } from "../../domain/catalog/ids.js";
import type { LocationId } from "../../domain/inventory/ids.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import type { LocationReads } from "./ports/location-reads.js";
import { mayReadInventory } from "./ports/permissions.js";
import type { StockItemFilter, StockMovementFilter, StockReads } from "./ports/stock-reads.js";

interface Needs {
  readonly locationReads: LocationReads;
  readonly stockReads: StockReads;
}

interface PageOf<Filter> {
  readonly filter: Filter;
  readonly page: PageRequest;
}

const reading = <Command, Result>(read: (command: Command, reads: Needs) => Promise<Result>) =>
  useCase(mayReadInventory, (needs: Needs) => (command: Command) => read(command, needs));

/** Locations, stock and its ledger. Staff only. */
export const readInventory = {
  locations: reading((page: PageRequest, { locationReads }) => locationReads.locations(page)),
  countLocations: reading((_: object, { locationReads }) => locationReads.countLocations()),
  locationsById: reading((ids: readonly LocationId[], { locationReads }) =>
    locationReads.locationsById(ids),
  ),
  locationsByKey: reading((keys: readonly string[], { locationReads }) =>
    locationReads.locationsByKey(keys),
  ),
  items: reading(({ filter, page }: PageOf<StockItemFilter>, { stockReads }) =>
    stockReads.items(filter, page),
  ),
  countItems: reading((filter: StockItemFilter, { stockReads }) => stockReads.countItems(filter)),
  itemsOfVariants: reading((ids: readonly VariantId[], { stockReads }) =>
    stockReads.itemsOfVariants(ids),
  ),
  movements: reading(({ filter, page }: PageOf<StockMovementFilter>, { stockReads }) =>
    stockReads.movements(filter, page),
  ),
  countMovements: reading((filter: StockMovementFilter, { stockReads }) =>
    stockReads.countMovements(filter),
  ),
};
