import type {
  Audience,
  FieldsOf,
  MetafieldDefinitionFilter,
  MetafieldDefinitionView,
  MetafieldReads,
} from "../../application/catalog/ports.js";
import { fullName, isMetafieldName, isMetafieldNamePart } from "../../domain/catalog/metafield.js";
import { fold } from "../../domain/shared/text.js";
import { countByGroup } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select, type Selection } from "../shared/selection.js";
import { escapeLike, placeholders } from "../shared/sql.js";
import { definitionFieldsAt } from "./product-fields.js";

const FROM = "FROM catalog_metafield_definition d";
const BY_NAME: KeysetOrder = {
  name: "name",
  column: "d.full_name",
  kind: "text",
  idColumn: "d.id",
  reverse: false,
};

export const metafieldReads = (source: ReadSource): MetafieldReads => ({
  metafieldDefinitions: async (filter, page, fields, audience) => {
    const selection = fieldsOf(fields, audience);
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(BY_NAME, page);
    const { sql, values } = allOf([...matching(filter), ...conditions]);
    const rows = await source.query(
      `SELECT ${[...selection.columns, cursorColumns].join(", ")} ${FROM} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, BY_NAME, page, selection.read);
  },

  countMetafieldDefinitions: async (filter) => {
    const { sql, values } = allOf(matching(filter));
    const [row] = await source.query(`SELECT COUNT(*) AS total ${FROM} WHERE ${sql}`, values);
    return Number(row?.["total"]);
  },

  metafieldDefinitionsById: async (ids, fields, audience) => {
    if (ids.length === 0) return [];
    const selection = fieldsOf(fields, audience);
    return (
      await source.query(
        `SELECT ${selection.columns.join(", ")} ${FROM} WHERE d.id IN (${placeholders(ids)})`,
        ids,
      )
    ).map(selection.read);
  },

  metafieldDefinitionByName: async (name, fields, audience) => {
    if (!isMetafieldName(name)) return null;
    const selection = fieldsOf(fields, audience);
    const [row] = await source.query(
      `SELECT ${selection.columns.join(", ")} ${FROM} WHERE d.full_name = ?`,
      [fullName(name)],
    );
    return row ? selection.read(row) : null;
  },

  countMetafieldUses: (ids) =>
    countByGroup(source, ids, (keys) => ({
      sql: `SELECT d.id AS group_id, COUNT(*) AS total ${FROM} JOIN catalog_product_metafield m ON m.full_name = d.full_name`,
      where: [{ sql: `d.id IN (${placeholders(keys)})`, values: keys }],
    })),
});

const fieldsOf = (
  fields: FieldsOf<MetafieldDefinitionView>,
  audience: Pick<Audience, "place"> = {},
): Selection<MetafieldDefinitionView> => select(definitionFieldsAt(audience), "d.id", fields);

// The column holds ASCII only: MySQL refuses to compare it with anything else, and takes no notice of spaces at the end.
const ofNamespace = (namespace: string): Condition =>
  isMetafieldNamePart(namespace)
    ? { sql: "d.namespace = ?", values: [namespace] }
    : { sql: "1 = 0", values: [] };

const matching = ({ namespace, text = "" }: MetafieldDefinitionFilter): readonly Condition[] => [
  ...(namespace === undefined ? [] : [ofNamespace(namespace)]),
  ...(fold(text) === ""
    ? []
    : [{ sql: "d.folded_words LIKE ? ESCAPE '!'", values: [`%${escapeLike(fold(text))}%`] }]),
];
