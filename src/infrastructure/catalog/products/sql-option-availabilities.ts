import type { OptionAvailabilities } from "../../../application/catalog/ports/catalog-stores.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { OptionAvailability } from "../../../domain/catalog/options/option-availability.js";
import { upsertRows } from "../../shared/database/insert-rows.js";
import type { SqlSession } from "../../shared/database/sql-session.js";
import { toOptionAvailabilityRow } from "./option-availability-rows.js";

export class SqlOptionAvailabilities implements OptionAvailabilities {
  constructor(private readonly session: SqlSession) {}

  save(availabilities: ReadonlyMap<ProductId, OptionAvailability>): Promise<void> {
    return upsertRows(
      this.session,
      "catalog_choice",
      ["product_id"],
      [...availabilities].map(([productId, availability]) =>
        toOptionAvailabilityRow(productId, availability),
      ),
    );
  }
}
