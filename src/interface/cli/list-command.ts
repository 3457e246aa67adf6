import { Command, Option } from "commander";
import { textTable } from "../text-table.js";
import type { CliContext } from "./cli-context.js";
import { limitOption } from "./limit-option.js";

interface List<Status extends string, Entry> {
  /** `plinth <group> list` */
  readonly group: string;
  readonly description: string;
  /** What is listed, for messages: "event". */
  readonly noun: string;
  readonly statuses: readonly [Status, ...Status[]];
  readonly statusExample: string;
  readonly find: (status: Uppercase<Status>, limit: number) => Promise<readonly Entry[]>;
  readonly titles: readonly string[];
  readonly cells: (entry: Entry) => readonly string[];
}

/** `list`, which prints entries with a status as a table. The first status is the default. */
export const listCommand = <Status extends string, Entry>(
  { out }: Pick<CliContext, "out">,
  list: List<Status, Entry>,
): Command => {
  const command = `plinth ${list.group} list`;
  return new Command("list")
    .description(list.description)
    .addOption(
      new Option("--status <status>", "the status to list")
        .choices(list.statuses)
        .default(list.statuses[0]),
    )
    .addOption(limitOption())
    .addHelpText("after", `\nExamples:\n  $ ${command}\n  $ ${command} ${list.statusExample}`)
    .action(async ({ status, limit }: { readonly status: Status; readonly limit: number }) => {
      const found = await list.find(status.toUpperCase() as Uppercase<Status>, limit);
      out.write(
        found.length === 0
          ? `No ${list.noun} is ${status}.\n`
          : `${textTable(list.titles, found.map(list.cells))}\n`,
      );
    });
};
