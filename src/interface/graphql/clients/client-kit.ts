import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { cacheFacts } from "./cache-facts.js";
import { cacheIntrospection } from "./cache-introspection.js";
import type { FragmentFile } from "./fragment-file.js";
import { scalarTypes } from "./scalar-types.js";
import { userErrorFragment } from "./user-error-fragment.js";

/**
 * The files of the package for clients, by their paths below the folder of the API, made from a
 * schema and the ready fragments.
 */
export const clientKit = (
  schema: GraphQLSchema,
  written: readonly FragmentFile[],
): Readonly<Record<string, string>> => {
  const sorted = lexicographicSortSchema(schema);
  const made = userErrorFragment(sorted);
  const fragments = [
    ...written.filter(({ name }) => !made.some((fragment) => fragment.name === name)),
    ...made,
  ];
  const { possibleTypes, ...others } = cacheFacts(sorted);
  const facts = { possibleTypes, scalars: scalarTypes(sorted), ...others };
  const introspection = cacheIntrospection(sorted);
  return {
    "schema.graphql": `${printSchema(sorted)}\n`,
    ...Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        `${name}.json`,
        `${JSON.stringify(fact, null, 2)}\n`,
      ]),
    ),
    ...Object.fromEntries(fragments.map(({ name, text }) => [`fragments/${name}.graphql`, text])),
    "introspection.json": linePerType(introspection),
    "facts.js":
      MADE +
      Object.entries(facts)
        .map(([name, fact]) => `\nexport const ${name} = ${JSON.stringify(fact)};\n`)
        .join(""),
    "facts.d.ts": MADE + declarations(facts.possibleTypes, facts.scalars),
    // A module of its own, because bundles for clients that do not read it would carry it.
    "introspection.js": `${MADE}\nexport const introspection = ${JSON.stringify(introspection)};\n`,
    "introspection.d.ts": MADE + INTROSPECTION,
    "fragments.js":
      MADE +
      fragments
        .map(({ name, text }) => `\nexport const ${name} = ${JSON.stringify(text)};\n`)
        .join(""),
    "fragments.d.ts":
      MADE + fragments.map(({ name }) => `\nexport declare const ${name}: string;\n`).join(""),
  };
};

const MADE = "// Made from the schema of Plinth.\n";

/** One line for each type, so that the change of a type is the change of a line. */
const linePerType = ({
  __schema: { types, ...roots },
}: ReturnType<typeof cacheIntrospection>): string =>
  `{ "__schema": {\n${Object.entries(roots)
    .map(([name, root]) => `"${name}": ${JSON.stringify(root)},\n`)
    .join("")}"types": [\n${types.map((type) => JSON.stringify(type)).join(",\n")}\n] } }\n`;

const declarations = (
  abstract: Readonly<Record<string, readonly string[]>>,
  scalars: Readonly<Record<string, string>>,
): string => `
/** The TypeScript type of each scalar in a response: for gql.tada and your own types. */
export interface Scalars {
${Object.entries(scalars)
  .map(([name, type]) => `  ${name}: ${type};\n`)
  .join("")}}

/** The same as strings: for graphql-codegen and Relay. */
export declare const scalars: { [Name in keyof Scalars]: string };

/** The concrete types of each interface and union: for Apollo Client. */
export declare const possibleTypes: {
${Object.entries(abstract)
  .map(
    ([name, types]) => `  ${name}: (${types.map((type) => JSON.stringify(type)).join(" | ")})[];\n`,
  )
  .join("")}};

/** Types without keys, and the arguments that identify a list: for Apollo Client, as plain data. */
export declare const typePolicies: { [type: string]: { keyFields?: false; merge?: true; fields?: { [field: string]: { keyArgs: string[] } } } };

/** Types without keys: for graphcache, as plain data. */
export declare const keys: { [type: string]: null };

/** Fields of Query that find entities by id, with the path of the id in their arguments. */
export declare const lookups: { [field: string]: { type: string; id: string[] } };
`;

const INTROSPECTION = `
/** The part of the introspection that graphcache needs. */
export declare const introspection: {
  __schema: {
    queryType: { name: string; kind: "OBJECT" };
    mutationType: { name: string; kind: "OBJECT" } | null;
    subscriptionType: { name: string; kind: "OBJECT" } | null;
    types: { kind: string; name: string }[];
  };
};
`;
