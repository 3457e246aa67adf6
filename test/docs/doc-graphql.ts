import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLSchema,
} from "graphql";
import { fencesOf, inlineCodeOf, type DocPage } from "./doc-page.js";

/** The documents of a page: its GraphQL blocks, and the queries that it sends with curl. */
export const documentsOf = (page: DocPage): readonly string[] =>
  fencesOf(page).flatMap(({ language, text }) => {
    if (language === "graphql") return [text];
    const sent = [...text.matchAll(/-d '(\{[\s\S]*?\})'/g)].map(
      ([, json = ""]) => (JSON.parse(json) as { readonly query: string }).query,
    );
    const written = [...text.matchAll(/\bshop '(.*)'/g)].map(([, document = ""]) =>
      document.replaceAll(/'\$\w+'/g, "x").replaceAll('\\"', '"'),
    );
    return [...sent, ...written];
  });

/** Documents of a page that fit none of the schemas, with what is wrong in the last one. */
export const wrongDocuments = (
  page: DocPage,
  schemas: readonly GraphQLSchema[],
): readonly string[] =>
  documentsOf(page).flatMap((text) => {
    const problems = schemas.map((schema) => problemsOf(schema, text));
    return problems.some((found) => found.length === 0)
      ? []
      : [`${page.path}: ${problems.at(-1)?.join(" ")}`];
  });

const problemsOf = (schema: GraphQLSchema, text: string): readonly string[] => {
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
};

/** All names that a schema declares: types, fields, arguments and values of enums. */
export const namesOf = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name)];
    if (isInputObjectType(type)) return [type.name, ...Object.keys(type.getFields())];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
    const fields = Object.values(type.getFields());
    return [
      type.name,
      ...fields.flatMap(({ name, args }) => [name, ...args.map((arg) => arg.name)]),
    ];
  });

/** Words in backticks that look like names of the schema (`productCreate`, `STALE_VERSION`) and are none. */
export const unknownNames = (page: DocPage, known: ReadonlySet<string>): readonly string[] =>
  inlineCodeOf(page)
    .flatMap((code) => (/^[\w.(){}: ]+$/.test(code) ? (code.match(/\w+/g) ?? []) : []))
    .filter((word) => /^[a-z]+[A-Z]\w*$|^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(word))
    .filter((word) => !word.startsWith("PLINTH_") && !known.has(word))
    .map((word) => `${page.path}: ${word}`);
