import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

export class CreateCatalogMetafieldDefinition1763900000300 implements MigrationInterface {
  readonly name = "CreateCatalogMetafieldDefinition1763900000300";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_metafield_definition",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("namespace", 64),
        make.ascii("field_key", 64),
        make.ascii("full_name", 129),
        make.ascii("type", 16),
        make.exact("name", 255),
        make.exact("description", 1000),
        make.exact("folded_words", 512),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        unique("catalog_metafield_definition", "full_name"),
        index("catalog_metafield_definition", "full_name", "id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_metafield_definition");
  }
}
