import type { GraphQLResolveInfo } from "graphql";
import { mapPage, type PageArguments, pageRequest } from "../../../../application/shared/page.js";
import { valuesOf } from "../../../../domain/catalog/metafields/metafield-form.js";
import {
  isListType,
  referencedKind,
  type ReferencedKind,
} from "../../../../domain/catalog/metafields/metafield-type.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { pageOfList } from "../../paging/page-of-list.js";
import { presentConnection } from "../../paging/present-connection.js";
import type { MetafieldSource } from "../metafields/metafield-fields.js";
import { loadReference } from "./load-reference.js";

/** A page of what a list refers to; empty for other types. @throws InvalidPage, InvalidCursor */
export const listReferences = (
  field: MetafieldSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<object>> => {
  const page = pageRequest(args);
  const listed = listedIn(field);
  const load = (items: readonly Listed[], requested: Requested) =>
    Promise.all(items.map(({ kind, id }) => loadReference(kind, id, requested, context)));
  const visible = async () => {
    const found = await load(listed, ID_ONLY);
    return listed.filter((_, index) => found[index]);
  };
  return presentConnection(info, context.batch, {
    read: async (nodes) => {
      // Of a list that is longer than its page, only the page is read with its fields.
      const cut = pageOfList(listed.length > page.size ? await visible() : listed, page);
      const found = await load(
        cut.items.map(({ item }) => item),
        nodes,
      );
      return mapPage(cut, (_, index) => found[index] ?? undefined);
    },
    count: async () => (await visible()).length,
  });
};

const ID_ONLY: Requested = new Map();

interface Listed {
  readonly kind: ReferencedKind;
  readonly id: string;
  readonly position: number;
}

const listedIn = (field: MetafieldSource): readonly Listed[] => {
  const kind = isListType(field.type) ? referencedKind(field.type) : null;
  return kind ? valuesOf(field).map((id, position) => ({ kind, id, position })) : [];
};
