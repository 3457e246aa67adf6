import { Command } from "commander";
import type { OperatorNeeds } from "./operator-needs.js";

export const migrateCommand = ({ migrate, out }: Pick<OperatorNeeds, "migrate" | "out">): Command =>
  new Command("migrate")
    .description("create the tables of the store, or bring them up to date")
    .addHelpText(
      "after",
      `
Safe to run again and beside running servers: one process migrates at a time, the others wait.

Example:
  $ PLINTH_DATABASE_URL=mysql://… plinth migrate`,
    )
    .action(async () => {
      const done = await migrate();
      out.write(
        done.length === 0
          ? "The store is up to date.\n"
          : `${done.map((name) => `Done: ${name}\n`).join("")}The store is up to date now.\n`,
      );
    });
