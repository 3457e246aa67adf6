import { Command, InvalidArgumentError, Option } from "commander";
import type {
  DocumentsApi,
  PublishedDocument,
} from "../../application/documents/ports/trusted-documents.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import { UnusableManifest } from "../../domain/documents/errors.js";
import { Refused } from "../../domain/shared/domain-error.js";
import { MAX_MANIFEST_BYTES, readManifest } from "../documents/read-manifest.js";
import { textTable } from "../text-table.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { limitOption } from "./limit-option.js";
import { printableLines } from "./printable-lines.js";
import { spanText } from "./span-text.js";
import { yesOption } from "./yes-option.js";

interface ApiOption {
  readonly api: DocumentsApi;
}

const REFUSED = 3;
const UNUSABLE = 2;
const MOST_NAMED = 100;
const DAY_MS = 86_400_000;

/** `plinth documents` */
export const documentsCommand = (context: CliContext): Command =>
  new Command("documents")
    .description("the GraphQL documents that clients call by their ids")
    .addCommand(publishCommand(context))
    .addCommand(listCommand(context))
    .addCommand(retireCommand(context))
    .addHelpText("after", HELP);

const publishCommand = (context: CliContext): Command =>
  new Command("publish")
    .description("let clients call the documents of a manifest by their ids")
    .argument("<file>", "the manifest that the tools of a client have written")
    .addOption(apiOption())
    .option("--dry-run", "check the documents without publishing them")
    .addHelpText("after", PUBLISH_HELP)
    .action(async (path: string, { api, dryRun = false }: ApiOption & { dryRun?: boolean }) => {
      try {
        const manifest = readManifest(await context.readText(path, MAX_MANIFEST_BYTES));
        const documents = await context.checkDocuments(api, manifest);
        const { result, refusals } = await context.withApp(({ documents: operations }) =>
          operations.documentsPublish({ api, documents }, OPERATOR, {
            key: null,
            dryRun,
            problems: [],
          }),
        );
        if (result === null) return refuse(context, refusals);
        const { added, known } = result;
        context.out.write(
          `${countText(added, "document")} ${dryRun ? "would be published" : "published"}, ${known} ${dryRun ? "are" : "were"} already. For the ${api} API.\n`,
        );
      } catch (error) {
        if (error instanceof UnusableManifest) {
          context.err.write(printableLines([error.message]));
          context.setExitCode(UNUSABLE);
        } else if (error instanceof Refused) refuse(context, error.errors);
        else throw error;
      }
    });

/** Names each document that is refused. */
const refuse = (
  { err, setExitCode }: Pick<CliContext, "err" | "setExitCode">,
  refusals: readonly { readonly message: string }[],
): void => {
  const named = refusals.slice(0, MOST_NAMED).map(({ message }) => message);
  const more = refusals.length - named.length;
  err.write(
    printableLines([
      ...named,
      ...(more > 0 ? [`… and ${more} more.`] : []),
      "Nothing was published.",
    ]),
  );
  setExitCode(REFUSED);
};

const listCommand = ({ withApp, out }: Pick<CliContext, "withApp" | "out">): Command =>
  new Command("list")
    .description("list published documents, those that were published last first")
    .addOption(apiOption())
    .addOption(limitOption())
    .action(async ({ api, limit }: ApiOption & { readonly limit: number }) => {
      const { documents, count } = await withApp(({ documents: operations }) =>
        operations.listDocuments({ api, limit }, OPERATOR),
      );
      out.write(
        count === 0
          ? `No document is published for the ${api} API.\n`
          : `${textTable(TITLES, documents.map(cells))}\n${documents.length} of ${countText(count, "document")} for the ${api} API.\n`,
      );
    });

const TITLES = ["Id", "Operation", "Kind", "Characters", "First published", "Last published"];

const cells = ({
  id,
  name,
  kind,
  characters,
  firstPublishedAt,
  publishedAt,
}: PublishedDocument): readonly string[] => [
  id,
  name ?? "",
  kind,
  String(characters),
  `${spanText(Date.now() - firstPublishedAt.getTime())} ago`,
  `${spanText(Date.now() - publishedAt.getTime())} ago`,
];

const retireCommand = ({ withApp, out }: Pick<CliContext, "withApp" | "out">): Command =>
  new Command("retire")
    .description("remove documents that no client calls any more")
    .argument("[ids...]", "the ids of the documents")
    .addOption(
      new Option(
        "--unpublished-for <days>",
        "all that no build has published for so many days",
      ).argParser(days),
    )
    .addOption(apiOption())
    .addOption(yesOption())
    .addHelpText("after", RETIRE_HELP)
    .action(
      async (
        ids: readonly string[],
        { api, unpublishedFor }: ApiOption & { readonly unpublishedFor?: number },
        command: Command,
      ) => {
        if ((unpublishedFor === undefined) === (ids.length === 0))
          command.error("error: give the ids of documents, or --unpublished-for");
        const which =
          unpublishedFor === undefined
            ? { ids }
            : { unusedSince: new Date(Date.now() - unpublishedFor * DAY_MS) };
        const { result } = await withApp(({ documents }) =>
          documents.documentsRetire({ api, which }, OPERATOR),
        );
        out.write(`${countText(result?.retired ?? 0, "document")} retired.\n`);
      },
    );

const days = (raw: string): number => {
  const number = /^\d{1,4}$/.test(raw) ? Number(raw) : 0;
  if (number < 1) throw new InvalidArgumentError("Give a number of days from 1 to 9999.");
  return number;
};

const apiOption = (): Option =>
  new Option("--api <api>", "the API that the documents are for")
    .choices(["shop", "admin"])
    .default("shop");

const PUBLISH_HELP = `
The file is persisted-documents.json of graphql-codegen's client-preset, what gql.tada generate-persisted writes, what Relay
persists, or what Apollo's generate-persisted-query-manifest writes. Each document is checked against the schema and the limits,
and its id against its text where the id is a hash. All are published, or none. Publish before the client is deployed, from
each build: publishing again changes nothing, and tells that the documents are in use.

Examples:
  $ plinth documents publish src/gql/persisted-documents.json --dry-run
  $ plinth documents publish src/gql/persisted-documents.json

Exit codes: 0 published, 2 the file is no manifest, 3 documents were refused and nothing was published.`;

const RETIRE_HELP = `
Old versions of a client, such as open pages and installed apps, call old documents until they are updated. Requests for
a retired document are refused with DOCUMENT_NOT_FOUND, within a minute in every process.

Examples:
  $ plinth documents retire --unpublished-for 90 --yes
  $ plinth documents retire sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e --yes`;

const HELP = `
With PLINTH_TRUSTED_DOCUMENTS=only the shop API answers these documents and no others.`;
