import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** What can have a custom field, its choices, and whether products are filtered and sorted by it. */
export class AddMetafieldDefinitionUsage1764002000200 implements MigrationInterface {
  readonly name = "AddMetafieldDefinitionUsage1764002000200";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_metafield_definition", (make) => [
      make.ascii("owners", 64, { isNullable: true }),
      make.flag("filterable", { default: "0" }),
      make.flag("sortable", { default: "0" }),
      make.longText("choices", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      "catalog_metafield_definition",
      "owners",
      "filterable",
      "sortable",
      "choices",
    );
  }
}
