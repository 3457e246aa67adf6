import { Command } from "commander";
import type { CliActions } from "./cli-actions.js";

export const startCommand = ({ start }: Pick<CliActions, "start">): Command =>
  new Command("start")
    .description("start the server; in development with the playground and a demo catalogue")
    .addHelpText(
      "after",
      `
The first start creates the store and makes the key of the admin API: in development it prints the key, in production it
writes it to the file admin-key in the data folder, and prints the path. Ctrl-C stops the server.

Examples:
  $ plinth start
  $ PLINTH_PORT=4100 PLINTH_DATA_DIR=/var/lib/plinth plinth start
  $ PLINTH_MODE=production PLINTH_HOST=0.0.0.0 PLINTH_PUBLIC_URL=https://… PLINTH_DATABASE_URL=mysql://… plinth start`,
    )
    .action(() => start());
