import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { cacheIntrospection } from "./cache-introspection.js";
import { keys, lookups, possibleTypes, typePolicies } from "./cache-facts.js";
import { scalarTypes } from "./scalar-types.js";
import { userErrorFragment } from "./user-error-fragment.js";

/** A ready fragment as it stands in its file. */
export interface FragmentFile {
  readonly name: string;
  readonly text: string;
}

/** The files, by their paths below the folder of the API, that the package for clients has from a schema and the ready fragments. Everything in them follows from these. */
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
  const facts = {
    possibleTypes: possibleTypes(sorted),
    scalars: scalarTypes(sorted),
    typePolicies: typePolicies(sorted),
    keys: keys(sorted),
    lookups: lookups(sorted),
  };
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
      Object.entries({ ...facts, introspection })
        .map(([name, fact]) => `\nexport const ${name} = ${JSON.stringify(fact)};\n`)
        .join(""),
    "facts.d.ts": MADE + declarations(facts.possibleTypes, facts.scalars),
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

/** A change of one type shall be a change of one line. */
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
/** What each scalar is in an answer: for gql.tada, and for your own types. */
export interface Scalars {
${Object.entries(scalars)
  .map(([name, type]) => `  ${name}: ${type};\n`)
  .join("")}}

/** The same as text: for graphql-codegen, and for Relay. */
export declare const scalars: { [Name in keyof Scalars]: string };

/** Which types may stand in the place of an interface or a union: for Apollo Client. */
export declare const possibleTypes: {
${Object.entries(abstract)
  .map(
    ([name, types]) => `  ${name}: (${types.map((type) => JSON.stringify(type)).join(" | ")})[];\n`,
  )
  .join("")}};

/** What has no key, and which arguments tell one list from another: for Apollo Client, as plain data. */
export declare const typePolicies: { [type: string]: { keyFields?: false; merge?: true; fields?: { [field: string]: { keyArgs: string[] } } } };

/** The types that have no key: for graphcache, as plain data. */
export declare const keys: { [type: string]: null };

/** The fields of Query that find entities by id, with the place of the id among their arguments. */
export declare const lookups: { [field: string]: { type: string; id: string[] } };

/** As much of an introspection as graphcache needs. */
export declare const introspection: {
  __schema: {
    queryType: { name: string; kind: "OBJECT" };
    mutationType: { name: string; kind: "OBJECT" } | null;
    subscriptionType: { name: string; kind: "OBJECT" } | null;
    types: { kind: string; name: string }[];
  };
};
`;
