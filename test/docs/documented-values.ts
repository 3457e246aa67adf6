import { buildSchema, parse, validate } from "graphql";
import { MAX_BULK_ITEMS } from "../../src/application/shared/bulk.js";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { MAX_PAGE_SIZE } from "../../src/application/shared/page.js";
import { MAX_COLLECTION_LEVELS } from "../../src/domain/catalog/collections/check-nesting.js";
import { MAX_PENDING_CHANGES } from "../../src/domain/pricing/schedule-times.js";
import { SEARCH_FIELDS, wordPoints, type MatchKind } from "../../src/domain/search/word-points.js";
import { MAX_QUERY_LENGTH } from "../../src/domain/search/search-query.js";
import { documentLimits } from "../../src/interface/graphql/limits/document-limits.js";
import { INPUT_LIMITS } from "../../src/interface/graphql/schema/input-limits.js";
import { HTTP_LIMITS } from "../../src/interface/http/limits.js";

type Row = readonly [what: string, value: string];

/** The rows of the guides whose values are in the code, by page: what is meant, and its value. */
export const documentedValues = (): ReadonlyMap<string, readonly Row[]> =>
  new Map([
    ["docs/guide/storefront.md", storefrontLimits()],
    ["docs/guide/changes.md", changeLimits()],
    ["docs/guide/search.md", searchPoints()],
  ]);

const SCHEMA = buildSchema("type Query { field: Query } type Mutation { field: Query }");
const TOO_MANY = 2_000;
const TOO_DEEP = 200;

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** One document for each limit, with more than any limit could allow of one thing. */
const OVER = {
  DEPTH: `{ ${times(TOO_DEEP, () => "field {")} field ${times(TOO_DEEP, () => "}")} }`,
  FIELDS: `{ field { ${times(TOO_MANY, () => "field")} } }`,
  ALIASES: `{ field { ${times(TOO_MANY, (index) => `a${index}: field`)} } }`,
  DIRECTIVES: `{ field { ${times(TOO_MANY, () => "field @skip(if: true)")} } }`,
  DIRECTIVES_IN_ONE_PLACE: `{ field ${times(TOO_MANY, () => "@skip(if: true)")} }`,
  REPEATED_FIELDS: `{ field { ${times(200, () => "field")} } }`,
  ROOT_FIELDS: `{ ${times(TOO_MANY, () => "field")} }`,
  ROOT_MUTATIONS: `mutation { ${times(TOO_MANY, () => "field")} }`,
} as const;

const LABELS: Readonly<Record<keyof typeof OVER, string>> = {
  DEPTH: "Depth of fields (below `__schema` and `__type`: unlimited while introspection is on)",
  FIELDS: "Fields of an operation",
  ALIASES: "Aliases of an operation",
  DIRECTIVES: "Directives of an operation",
  DIRECTIVES_IN_ONE_PLACE: "Directives at one location",
  REPEATED_FIELDS: "Pairs of the same field in one place, and of fragments",
  ROOT_FIELDS: "Root fields of an operation",
  ROOT_MUTATIONS: "Root fields of a mutation",
};

const maximumOf = (limit: keyof typeof OVER): number => {
  const [error] = validate(SCHEMA, parse(OVER[limit]), [documentLimits(false, DEFAULT_LIMITS)]);
  if (error?.extensions["limit"] !== limit)
    throw new Error(`The document for ${limit} is not refused for it.`);
  return error.extensions["maximum"] as number;
};

const grouped = (whole: number): string => whole.toLocaleString("en");
const seconds = (milliseconds: number): string => `${milliseconds / 1_000} s`;

const storefrontLimits = (): readonly Row[] => [
  ["Body of a request", `${HTTP_LIMITS.bodyBytes / 1_024} KiB`],
  [
    "Rest of a refused body that is read before the connection is closed",
    `${HTTP_LIMITS.unreadBytes / 1_024 ** 2} MiB or ${seconds(HTTP_LIMITS.unreadMs)}`,
  ],
  ["Tokens of a document", grouped(DEFAULT_LIMITS.documentTokens)],
  [
    "Brackets inside one another (of selections, objects and lists)",
    grouped(DEFAULT_LIMITS.documentNesting),
  ],
  ...Object.entries(LABELS).map(
    ([limit, label]) => [label, grouped(maximumOf(limit as keyof typeof OVER))] as const,
  ),
  ["Points that a request may cost", grouped(DEFAULT_LIMITS.queryCost)],
  ["Aliases of one field of the items of a list", grouped(DEFAULT_LIMITS.aliasesOfField)],
  ["Bytes of an answer", grouped(DEFAULT_LIMITS.answerBytes)],
  ["Items of a page (default 20)", grouped(MAX_PAGE_SIZE)],
  ["Entries of a list in an argument", grouped(INPUT_LIMITS.entries)],
  ["Characters of `search(query:)`", grouped(MAX_QUERY_LENGTH)],
  ["Time until the headers of a request are complete", seconds(HTTP_LIMITS.headersMs)],
  ["Time until a request is complete, other than an upload", seconds(HTTP_LIMITS.requestMs)],
  ["Time that an upload may make no progress", seconds(HTTP_LIMITS.uploadIdleMs)],
  [
    "Bytes in a second of the largest upload, on the whole",
    `${HTTP_LIMITS.uploadBytesPerSecond / 1_024} KiB`,
  ],
  ["Time that a connection may be idle", seconds(HTTP_LIMITS.idleMs)],
  ["Connections of a process", grouped(DEFAULT_LIMITS.connections)],
];

const changeLimits = (): readonly Row[] => [
  ["languages that a product is translated into", grouped(INPUT_LIMITS.locales)],
  ["characters of a description", grouped(INPUT_LIMITS.html)],
  ["units of a variant", grouped(INPUT_LIMITS.units)],
  ["scheduled prices of a variant", grouped(MAX_PENDING_CHANGES)],
  ["levels of collections", grouped(MAX_COLLECTION_LEVELS)],
  ["items of a bulk mutation", grouped(MAX_BULK_ITEMS)],
];

const searchPoints = (): readonly Row[] => [
  ["title", grouped(wordPoints(SEARCH_FIELDS.TITLE, "EXACT"))],
  ["tag, vendor, product type, option value", grouped(wordPoints(SEARCH_FIELDS.KEYWORD, "EXACT"))],
  ["description", grouped(wordPoints(SEARCH_FIELDS.DESCRIPTION, "EXACT"))],
  ["exactly", shareOf("EXACT")],
  ["singular for plural, or the reverse", shareOf("PLURAL")],
  ["as the beginning of a word (last word of the query)", shareOf("PREFIX")],
  ["with one typing error", shareOf("TYPO")],
  ["with two typing errors", shareOf("TWO_TYPOS")],
];

const shareOf = (kind: MatchKind): string =>
  `${(100 * wordPoints(SEARCH_FIELDS.TITLE, kind)) / wordPoints(SEARCH_FIELDS.TITLE, "EXACT")} %`;
