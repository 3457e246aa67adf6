import { Command } from "commander";
import type { CliActions } from "./cli-actions.js";

export const migrateCommand = ({ migrate, out }: Pick<CliActions, "migrate" | "out">): Command =>
  new Command("migrate")
    .description("create the tables of the store, or update them")
    .addHelpText(
      "after",
      `
Safe to run again, and while servers run: one process migrates at a time, the others wait.

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
