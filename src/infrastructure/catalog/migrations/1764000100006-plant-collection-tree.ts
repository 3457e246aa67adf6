import type { MigrationInterface, QueryRunner } from "typeorm";

export class PlantCollectionTree1764000100006 implements MigrationInterface {
  readonly name = "PlantCollectionTree1764000100006";

  async up(runner: QueryRunner): Promise<void> {
    const ignoring =
      runner.connection.options.type === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    await runner.query(`${ignoring} INTO catalog_collection_tree (id) VALUES (1)`);
  }

  async down(): Promise<void> {
    // The row goes with its table.
  }
}
