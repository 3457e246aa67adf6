import { Command, Option } from "commander";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { WorkEntry, WorkStatus } from "../../application/shared/work-log.js";
import { textTable } from "../text-table.js";
import type { CliNeeds } from "./cli-needs.js";
import { number } from "./import-text.js";
import { limitOption, yesOption } from "./operator-options.js";
import { spanText } from "./span-text.js";

const STATUSES: Readonly<Record<string, WorkStatus>> = {
  pending: "PENDING",
  parked: "PARKED",
  done: "DONE",
};

/** `plinth work` */
export const workCommand = (needs: Pick<CliNeeds, "withApp" | "out">): Command => {
  const work = new Command("work").description(
    "what is planned for a time, and what comes round again and again",
  );
  work
    .command("list")
    .description("list scheduled work, soonest first")
    .addOption(
      new Option("--status <status>", "which part")
        .choices(Object.keys(STATUSES))
        .default("pending"),
    )
    .addOption(limitOption())
    .addHelpText("after", "\nExamples:\n  $ plinth work list\n  $ plinth work list --status parked")
    .action(async ({ status, limit }: { readonly status: string; readonly limit: number }) => {
      const found = await needs.withApp(({ operations }) =>
        operations.listWork({ status: STATUSES[status] ?? "PENDING", limit }, OPERATOR),
      );
      needs.out.write(
        found.length === 0 ? `No work is ${status}.\n` : `${textTable(TITLES, found.map(cells))}\n`,
      );
    });
  work
    .command("retry")
    .description("do work now that is parked or not due yet")
    .argument("<ids...>", "which work")
    .addHelpText(
      "after",
      "\nIt gets ten new attempts.\n\nExample:\n  $ plinth work retry work_01kadq0h8efr4tmr9bk39h1y0c",
    )
    .action(async (ids: readonly string[]) => {
      const retried = await needs.withApp(({ operations }) =>
        operations.retryWork({ ids }, OPERATOR),
      );
      needs.out.write(`${number(retried.length, "piece")} of work will be done now.\n`);
    });
  work
    .command("drop")
    .description("give up on work that is pending or parked, for good")
    .argument("<ids...>", "which work")
    .addOption(yesOption())
    .addHelpText(
      "after",
      "\nAll of it is dropped or, if a piece is unknown or done, none.\n\nExample:\n  $ plinth work drop work_01kadq0h8efr4tmr9bk39h1y0c --yes",
    )
    .action(async (ids: readonly string[]) => {
      const dropped = await needs.withApp(({ operations }) =>
        operations.dropWork({ ids }, OPERATOR),
      );
      needs.out.write(
        dropped
          .map(
            ({ id, kind, subject, dueAt }) =>
              `Dropped: ${id}, ${kind} of ${subject}, due ${dueAt.toISOString()}\n`,
          )
          .join(""),
      );
    });
  return work.addHelpText("after", HELP);
};

const HELP = `
Work that a rule forbids, or that failed ten times, is parked: it waits for you.

Examples:
  $ plinth work list --status parked
  $ plinth work retry work_01kadq0h8efr4tmr9bk39h1y0c`;

const TITLES = ["Id", "Kind", "Subject", "Due", "Every", "Attempts", "Last error"];

const cells = ({
  id,
  kind,
  subject,
  dueAt,
  everyMs,
  attempts,
  lastError,
}: WorkEntry): readonly string[] => [
  id,
  kind,
  subject,
  dueAt.toISOString(),
  everyMs === null ? "" : spanText(everyMs),
  String(attempts),
  lastError ?? "",
];
