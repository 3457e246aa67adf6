import { Command, Option } from "commander";
import type { MediaSource, SourceStatus } from "../../application/catalog/media/media-ports.js";
import { InvalidMedia } from "../../domain/catalog/errors.js";
import { MAX_PAGE_SIZE, type Page, type PageRequest } from "../../application/shared/page.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import { textTable } from "../text-table.js";
import type { CliNeeds } from "./cli-needs.js";
import { number } from "./import-text.js";
import { limitOption } from "./operator-options.js";

const STATUSES: Readonly<Record<string, SourceStatus>> = {
  failed: "FAILED",
  pending: "PENDING",
  ready: "READY",
};

/** `plinth media` */
export const mediaCommand = (needs: Pick<CliNeeds, "withApp" | "out">): Command => {
  const media = new Command("media").description(
    "images that products show from elsewhere, and how far their fetching has come",
  );
  media
    .command("list")
    .description("list images from elsewhere")
    .addOption(
      new Option("--status <status>", "which part")
        .choices(Object.keys(STATUSES))
        .default("failed"),
    )
    .addOption(limitOption())
    .addHelpText(
      "after",
      "\nExamples:\n  $ plinth media list\n  $ plinth media list --status pending",
    )
    .action(async ({ status, limit }: { readonly status: string; readonly limit: number }) => {
      const found = await needs.withApp(({ catalog }) =>
        firstOf(limit, (page) =>
          catalog.mediaSources.list({ status: STATUSES[status] ?? "FAILED", page }, OPERATOR),
        ),
      );
      needs.out.write(
        found.length === 0
          ? `No image is ${status}.\n`
          : `${textTable(TITLES, found.map(cells))}\n`,
      );
    });
  media
    .command("retry")
    .description("fetch images again, those of the addresses or all that failed")
    .argument("[addresses...]", "which images")
    .addHelpText(
      "after",
      "\nEach gets five new attempts, as soon as a server with PLINTH_MEDIA_FETCH=on runs.\n\nExamples:\n  $ plinth media retry\n  $ plinth media retry https://img.example/mug.jpg",
    )
    .action(async (urls: readonly string[]) => {
      const { result, refusals } = await needs.withApp(({ catalog }) =>
        catalog.mediaFetch(urls.length > 0 ? { urls } : {}, OPERATOR),
      );
      if (result === null)
        throw new InvalidMedia(refusals.map(({ message }) => message).join("\n"));
      needs.out.write(`${number(result.count, "image")} will be fetched again.\n`);
    });
  return media;
};

/** As many as are wanted, page by page. */
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

const TITLES = ["Address", "Attempts", "Problem", "Next attempt", "File"];

const cells = ({ url, attempts, problem, dueAt, file }: MediaSource): readonly string[] => [
  url,
  String(attempts),
  problem ?? "",
  dueAt?.toISOString() ?? "",
  file ?? "",
];
