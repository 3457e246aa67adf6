import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { fullName, type MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../ports/permissions.js";
import { type Viewer } from "../../shared/viewer.js";
import type { FieldsOf } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import type {
  MetafieldDefinitionFilter,
  MetafieldDefinitionView,
  MetafieldReads,
} from "../ports/metafield-reads.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

interface FieldsRequest {
  readonly fields: FieldsOf<MetafieldDefinitionView>;
}

const reading = <Command, Result>(
  read: (
    command: Command,
    reads: MetafieldReads,
    viewer: Pick<Viewer, "shoppingContext">,
  ) => Promise<Result>,
) =>
  useCase(
    mayReadCatalog,
    ({ catalogReads }: Needs) =>
      (command: Command, viewer) =>
        read(command, catalogReads, viewer),
  );

/** The metafield definitions. Staff only. */
export const readMetafieldDefinitions = {
  list: reading(
    (
      {
        filter,
        page,
        fields,
      }: FieldsRequest & {
        readonly filter: MetafieldDefinitionFilter;
        readonly page: PageRequest;
      },
      reads,
      viewer,
    ) => reads.metafieldDefinitions(filter, page, fields, viewer),
  ),
  count: reading((filter: MetafieldDefinitionFilter, reads) =>
    reads.countMetafieldDefinitions(filter),
  ),
  byId: reading(
    (
      { ids, fields }: FieldsRequest & { readonly ids: readonly MetafieldDefinitionId[] },
      reads,
      viewer,
    ) => reads.metafieldDefinitionsById(ids, fields, viewer),
  ),
  byName: reading(
    async ({ name, fields }: FieldsRequest & { readonly name: MetafieldName }, reads, viewer) =>
      (await reads.metafieldDefinitionsByName([fullName(name)], fields, viewer)).get(
        fullName(name),
      ) ?? null,
  ),
  countUses: reading((ids: readonly MetafieldDefinitionId[], reads) =>
    reads.countMetafieldUses(ids),
  ),
};
