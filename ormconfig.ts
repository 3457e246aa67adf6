import type { DataSource } from "typeorm";
import { processConfig } from "./src/infrastructure/config.js";
import { createDataSource } from "./src/infrastructure/create-data-source.js";

/** What the TypeORM command line works on: the database that the environment names. */
export const dataSource: DataSource = createDataSource(processConfig().database);
