import { Command } from "commander";
import type { MediaSource } from "../../application/media/ports/media-sources.js";
import { MAX_PAGE_SIZE, type Page, type PageRequest } from "../../application/shared/page.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import { InvalidMedia } from "../../domain/media/errors.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { listCommand } from "./list-command.js";

/** `plinth media` */
export const mediaCommand = (context: Pick<CliContext, "withApp" | "out">): Command => {
  const command = new Command("media").description(
    "images at addresses outside the shop, and the state of their download",
  );
  command.addCommand(
    listCommand(context, {
      group: "media",
      description: "list images at addresses outside the shop",
      noun: "image",
      statuses: ["failed", "pending", "ready"],
      statusExample: "--status pending",
      find: (status, limit) =>
        context.withApp(({ media }) =>
          firstOf(limit, (page) => media.mediaSources.list({ status, page }, OPERATOR)),
        ),
      titles: ["Address", "Attempts", "Problem", "Next attempt", "File"],
      cells,
    }),
  );
  command
    .command("retry")
    .description("download images again: the given ones, or all that failed")
    .argument("[addresses...]", "the addresses of the images")
    .addHelpText("after", RETRY_HELP)
    .action(async (urls: readonly string[]) => {
      const { result, refusals } = await context.withApp(({ media }) =>
        media.mediaFetch(urls.length > 0 ? { urls } : {}, OPERATOR),
      );
      if (result === null)
        throw new InvalidMedia(refusals.map(({ message }) => message).join("\n"));
      context.out.write(`${countText(result.count, "image")} will be fetched again.\n`);
    });
  return command;
};

const RETRY_HELP = `
Each image gets five new attempts when a server runs with PLINTH_MEDIA_FETCH=on.

Examples:
  $ plinth media retry
  $ plinth media retry https://img.example/mug.jpg`;

/** The first entries of a list, read page by page. */
const firstOf = async <Item>(
  limit: number,
  list: (page: PageRequest) => Promise<Page<Item>>,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for (let after: string | null = null; ;) {
    const { items, hasNextPage }: Page<Item> = await list({
      size: Math.min(limit - found.length, MAX_PAGE_SIZE),
      direction: "forward",
      after,
      before: null,
    });
    found.push(...items.map(({ item }) => item));
    after = items.at(-1)?.cursor ?? null;
    if (!hasNextPage || found.length >= limit) return found;
  }
};

const cells = ({ url, attempts, problem, dueAt, file }: MediaSource): readonly string[] => [
  url,
  String(attempts),
  problem ?? "",
  dueAt?.toISOString() ?? "",
  file ?? "",
];
