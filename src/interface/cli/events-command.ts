import { Command, Option } from "commander";
import type { EventEntry, EventStatus } from "../../application/shared/events.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import { textTable } from "../text-table.js";
import type { CliNeeds } from "./cli-needs.js";
import { number } from "./import-text.js";
import { limitOption, yesOption } from "./operator-options.js";
import { spanText } from "./span-text.js";

const STATUSES: Readonly<Record<string, EventStatus>> = {
  pending: "PENDING",
  parked: "PARKED",
  delivered: "DELIVERED",
};

/** `plinth events` */
export const eventsCommand = (needs: Pick<CliNeeds, "withApp" | "out">): Command => {
  const events = new Command("events").description(
    "what has happened in the shop, and whether everybody who should has taken it",
  );
  events
    .command("list")
    .description("list events, oldest first")
    .addOption(
      new Option("--status <status>", "which ones")
        .choices(Object.keys(STATUSES))
        .default("pending"),
    )
    .addOption(limitOption())
    .addHelpText(
      "after",
      "\nExamples:\n  $ plinth events list\n  $ plinth events list --status parked --limit 200",
    )
    .action(async ({ status, limit }: { readonly status: string; readonly limit: number }) => {
      const found = await needs.withApp(({ operations }) =>
        operations.listEvents({ status: STATUSES[status] ?? "PENDING", limit }, OPERATOR),
      );
      needs.out.write(
        found.length === 0
          ? `No event is ${status}.\n`
          : `${textTable(TITLES, found.map(cells))}\n`,
      );
    });
  events
    .command("replay")
    .description("deliver events once more, parked ones or others")
    .argument("[ids...]", "which events")
    .option("--parked", "all that are parked")
    .addHelpText(
      "after",
      `${REPLAY_HELP}\n\nExamples:\n  $ plinth events replay --parked\n  $ plinth events replay 5f0c2f6e-1d0b-4a3c-9a57-6a1a3f0f2f11`,
    )
    .action(
      async (
        ids: readonly string[],
        { parked = false }: { readonly parked?: boolean },
        command: Command,
      ) => {
        if (parked === ids.length > 0) command.error("error: give the ids of events, or --parked");
        const count = await needs.withApp(({ operations }) =>
          operations.replayEvents(parked ? { which: "parked" } : { ids }, OPERATOR),
        );
        needs.out.write(`${number(count, "event")} will be delivered again.\n`);
      },
    );
  events
    .command("drop")
    .description("give up on events that are pending or parked, for good")
    .argument("<ids...>", "which events")
    .addOption(yesOption())
    .addHelpText(
      "after",
      "\nAll of them are dropped or, if one is unknown or delivered, none.\n\nExample:\n  $ plinth events drop 5f0c2f6e-1d0b-4a3c-9a57-6a1a3f0f2f11 --yes",
    )
    .action(async (ids: readonly string[]) => {
      const dropped = await needs.withApp(({ operations }) =>
        operations.dropEvents({ ids }, OPERATOR),
      );
      needs.out.write(
        dropped
          .map(
            ({ id, type, aggregateId, sequence }) =>
              `Dropped: ${id}, ${type} of ${aggregateId}, sequence ${sequence}\n`,
          )
          .join(""),
      );
    });
  return events.addHelpText("after", HELP);
};

const REPLAY_HELP = `
An event gets ten new attempts. Who has taken it already does not take it twice; who had no part in it when it was
delivered, takes it now. It may arrive behind later events of its aggregate.`;

const HELP = `
An event that could not be delivered ten times in a row is parked: it waits for you, and later ones go on without it.
Until then later events of its aggregate wait behind it. "Next" is when it is tried again, "Last error" begins with who could not take it.

Examples:
  $ plinth events list --status parked
  $ plinth events replay --parked`;

const TITLES = ["Id", "Type", "Aggregate", "Sequence", "Age", "Attempts", "Next", "Last error"];

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
