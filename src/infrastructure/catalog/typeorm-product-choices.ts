import type { ProductChoices } from "../../application/catalog/ports.js";
import type { Choices } from "../../domain/catalog/choices.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { upsertRows, type SqlSession } from "../shared/sql.js";
import { toChoiceRow } from "./choice-rows.js";

export class TypeormProductChoices implements ProductChoices {
  constructor(private readonly session: SqlSession) {}

  save(choices: ReadonlyMap<ProductId, Choices>): Promise<void> {
    return upsertRows(
      this.session,
      "catalog_choice",
      ["product_id"],
      [...choices].map(([productId, one]) => toChoiceRow(productId, one)),
    );
  }
}
