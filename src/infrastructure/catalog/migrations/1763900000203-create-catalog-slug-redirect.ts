import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** The slugs that products and collections once had, and what they lead to. */
export class CreateCatalogSlugRedirect1763900000203 implements MigrationInterface {
  readonly name = "CreateCatalogSlugRedirect1763900000203";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_slug_redirect",
      (make) => [
        make.ascii("kind", 16, { isPrimary: true }),
        make.exact("slug", 255, { isPrimary: true }),
        make.id("target_id"),
        make.time("since"),
      ],
      [index("catalog_slug_redirect", "target_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_slug_redirect");
  }
}
