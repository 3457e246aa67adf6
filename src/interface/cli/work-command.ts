import { Command } from "commander";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { WorkEntry } from "../../application/shared/work-log.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { listCommand } from "./list-command.js";
import { spanText } from "./span-text.js";
import { yesOption } from "./yes-option.js";

/** `plinth work` */
export const workCommand = (context: Pick<CliContext, "withApp" | "out">): Command => {
  const work = new Command("work").description("scheduled and recurring work");
  work.addCommand(
    listCommand(context, {
      group: "work",
      description: "list scheduled work, soonest first",
      noun: "work",
      statuses: ["pending", "parked", "done"],
      statusExample: "--status parked",
      find: (status, limit) =>
        context.withApp(({ operations }) => operations.listWork({ status, limit }, OPERATOR)),
      titles: ["Id", "Kind", "Subject", "Due", "Every", "Attempts", "Last error"],
      cells,
    }),
  );
  work
    .command("retry")
    .description("do parked work, or work that is not due yet, now")
    .argument("<ids...>", "the ids of the work")
    .addHelpText("after", RETRY_HELP)
    .action(async (ids: readonly string[]) => {
      const retried = await context.withApp(({ operations }) =>
        operations.retryWork({ ids }, OPERATOR),
      );
      context.out.write(`${countText(retried.length, "piece")} of work will be done now.\n`);
    });
  work
    .command("drop")
    .description("drop pending or parked work for good")
    .argument("<ids...>", "the ids of the work")
    .addOption(yesOption())
    .addHelpText("after", DROP_HELP)
    .action(async (ids: readonly string[]) => {
      const dropped = await context.withApp(({ operations }) =>
        operations.dropWork({ ids }, OPERATOR),
      );
      context.out.write(dropped.map(droppedText).join(""));
    });
  return work.addHelpText("after", HELP);
};

const RETRY_HELP = `
It gets ten new attempts.

Example:
  $ plinth work retry work_01kadq0h8efr4tmr9bk39h1y0c`;

const DROP_HELP = `
If a piece of work is unknown or done, none is dropped.

Example:
  $ plinth work drop work_01kadq0h8efr4tmr9bk39h1y0c --yes`;

const HELP = `
Work that a rule forbids, or that has failed ten times, is parked: it waits for you.

Examples:
  $ plinth work list --status parked
  $ plinth work retry work_01kadq0h8efr4tmr9bk39h1y0c`;

const droppedText = ({ id, kind, subject, dueAt }: WorkEntry): string =>
  `Dropped: ${id}, ${kind} of ${subject}, due ${dueAt.toISOString()}\n`;

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
