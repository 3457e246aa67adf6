import type { Audience, FieldsOf } from "../../../application/catalog/ports/audience.js";
import type {
  MetafieldDefinitionFilter,
  MetafieldDefinitionView,
  MetafieldReads,
} from "../../../application/catalog/ports/metafield-reads.js";
import { isFullName, isMetafieldNamePart } from "../../../domain/catalog/metafields/metafield.js";
import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { fold } from "../../../domain/shared/text.js";
import type { Condition } from "../../shared/database/condition.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../../shared/database/read-page.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { select, type Selection } from "../../shared/database/selection.js";
import { escapeLike } from "../../shared/database/sql-session.js";
import { USES_OF_DEFINITION } from "./uses-tables.js";
import { metafieldDefinitionFields } from "./metafield-definition-fields.js";

const FROM = "catalog_metafield_definition d";
const BY_NAME: KeysetOrder = {
  name: "name",
  column: "d.full_name",
  kind: "text",
  idColumn: "d.id",
  reverse: false,
};

export const metafieldReads = (source: ReadSource): MetafieldReads => ({
  metafieldDefinitions: (filter, page, fields, audience) =>
    readPage(
      source,
      {
        ...fieldsOf(fields, audience),
        from: FROM,
        where: definitionConditions(filter),
        order: BY_NAME,
      },
      page,
    ),

  countMetafieldDefinitions: (filter) =>
    countRows(source, { from: FROM, where: definitionConditions(filter) }),

  metafieldDefinitionsById: (ids, fields, audience) =>
    readByKey(source, "d.id", ids, { ...fieldsOf(fields, audience), from: FROM, where: [] }),

  metafieldDefinitionsByName: async (names, fields, audience) => {
    const { columns, read } = fieldsOf(fields, audience);
    return new Map(
      await readByKey(source, "d.full_name", names.filter(isFullName), {
        columns: [...columns, "d.full_name AS full_name"],
        read: (row) => [String(row["full_name"]), read(row)] as const,
        from: FROM,
        where: [],
      }),
    );
  },

  countMetafieldUses: async (ids) =>
    new Map(
      await readByKey(source, "d.id", ids, {
        columns: ["d.id AS id", `${USES_OF_DEFINITION} AS total`],
        read: (row) =>
          [id<MetafieldDefinitionId>(String(row["id"])), Number(row["total"])] as const,
        from: FROM,
        where: [],
      }),
    ),
});

const fieldsOf = (
  fields: FieldsOf<MetafieldDefinitionView>,
  audience: Pick<Audience, "shoppingContext"> = {},
): Selection<MetafieldDefinitionView> =>
  select(metafieldDefinitionFields(audience), "d.id", fields);

const definitionConditions = ({
  namespace,
  text = "",
}: MetafieldDefinitionFilter): readonly Condition[] => [
  ...(namespace === undefined ? [] : [hasNamespace(namespace)]),
  ...(fold(text) === ""
    ? []
    : [{ sql: "d.folded_words LIKE ? ESCAPE '!'", values: [`%${escapeLike(fold(text))}%`] }]),
];

// The column holds ASCII only: MySQL refuses to compare it with anything else, and ignores spaces
// at the end.
const hasNamespace = (namespace: string): Condition =>
  isMetafieldNamePart(namespace)
    ? { sql: "d.namespace = ?", values: [namespace] }
    : { sql: "1 = 0", values: [] };
