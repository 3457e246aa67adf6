import { Command } from "commander";
import type { EventEntry } from "../../application/shared/events.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { listCommand } from "./list-command.js";
import { spanText } from "./span-text.js";
import { yesOption } from "./yes-option.js";

/** `plinth events` */
export const eventsCommand = (context: Pick<CliContext, "withApp" | "out">): Command => {
  const events = new Command("events").description("the events of the shop and their delivery");
  events.addCommand(
    listCommand(context, {
      group: "events",
      description: "list events, oldest first",
      noun: "event",
      statuses: ["pending", "parked", "delivered"],
      statusExample: "--status parked --limit 200",
      find: (status, limit) =>
        context.withApp(({ operations }) => operations.listEvents({ status, limit }, OPERATOR)),
      titles: ["Id", "Type", "Aggregate", "Sequence", "Age", "Attempts", "Next", "Last error"],
      cells,
    }),
  );
  events
    .command("replay")
    .description("deliver events again")
    .argument("[ids...]", "the ids of the events")
    .option("--parked", "all parked events")
    .addHelpText("after", REPLAY_HELP)
    .action(
      async (
        ids: readonly string[],
        { parked = false }: { readonly parked?: boolean },
        command: Command,
      ) => {
        if (parked === ids.length > 0) command.error("error: give the ids of events, or --parked");
        const count = await context.withApp(({ operations }) =>
          operations.replayEvents(parked ? { which: "parked" } : { ids }, OPERATOR),
        );
        context.out.write(`${countText(count, "event")} will be delivered again.\n`);
      },
    );
  events
    .command("drop")
    .description("drop pending or parked events for good")
    .argument("<ids...>", "the ids of the events")
    .addOption(yesOption())
    .addHelpText("after", DROP_HELP)
    .action(async (ids: readonly string[]) => {
      const dropped = await context.withApp(({ operations }) =>
        operations.dropEvents({ ids }, OPERATOR),
      );
      context.out.write(dropped.map(droppedText).join(""));
    });
  return events.addHelpText("after", HELP);
};

const REPLAY_HELP = `
An event gets ten new attempts. Subscribers that have already processed it skip it; subscribers that did not exist when it
was delivered receive it. It may arrive after later events of its aggregate.

Examples:
  $ plinth events replay --parked
  $ plinth events replay 5f0c2f6e-1d0b-4a3c-9a57-6a1a3f0f2f11`;

const DROP_HELP = `
If one of the events is unknown or already delivered, none is dropped.

Example:
  $ plinth events drop 5f0c2f6e-1d0b-4a3c-9a57-6a1a3f0f2f11 --yes`;

const HELP = `
An event whose delivery has failed ten times is parked: it waits for you, and later events are delivered without it.
Until then later events of its aggregate wait for it. "Next" is the time of the next attempt. "Last error" begins with the
name of the subscriber that failed.

Examples:
  $ plinth events list --status parked
  $ plinth events replay --parked`;

const droppedText = ({ id, type, aggregateId, sequence }: EventEntry): string =>
  `Dropped: ${id}, ${type} of ${aggregateId}, sequence ${sequence}\n`;

const cells = ({
  id,
  type,
  aggregateId,
  sequence,
  occurredAt,
  attempts,
  dueAt,
  lastError,
}: EventEntry): readonly string[] => [
  id,
  type,
  aggregateId,
  String(sequence),
  spanText(Date.now() - occurredAt.getTime()),
  String(attempts),
  dueAt?.toISOString() ?? "",
  lastError ?? "",
];
