import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** Which collection carries which custom field: values stay with the collection, this counts them. */
export class CreateCollectionMetafield1764002000202 implements MigrationInterface {
  readonly name = "CreateCollectionMetafield1764002000202";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_collection_metafield",
      (make) => [
        make.id("collection_id", { isPrimary: true }),
        make.ascii("full_name", 129, { isPrimary: true }),
      ],
      [index("catalog_collection_metafield", "full_name")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection_metafield");
  }
}
