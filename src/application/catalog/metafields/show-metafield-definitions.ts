import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import type { MetafieldName } from "../../../domain/catalog/metafield.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog, type Viewer } from "../../shared/viewer.js";
import type {
  CatalogReads,
  FieldsOf,
  MetafieldDefinitionFilter,
  MetafieldDefinitionView,
  MetafieldReads,
} from "../ports.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

interface Wanted {
  readonly fields: FieldsOf<MetafieldDefinitionView>;
}

const read = <Command, Result>(
  look: (command: Command, reads: MetafieldReads, viewer: Pick<Viewer, "place">) => Promise<Result>,
) =>
  useCase(
    mayReadCatalog,
    ({ catalogReads }: Needs) =>
      (command: Command, viewer) =>
        look(command, catalogReads, viewer),
  );

/** What custom fields there are: for staff. */
export const showMetafieldDefinitions = {
  list: read(
    (
      {
        filter,
        page,
        fields,
      }: Wanted & { readonly filter: MetafieldDefinitionFilter; readonly page: PageRequest },
      reads,
      viewer,
    ) => reads.metafieldDefinitions(filter, page, fields, viewer),
  ),
  count: read((filter: MetafieldDefinitionFilter, reads) =>
    reads.countMetafieldDefinitions(filter),
  ),
  byId: read(
    ({ ids, fields }: Wanted & { readonly ids: readonly MetafieldDefinitionId[] }, reads, viewer) =>
      reads.metafieldDefinitionsById(ids, fields, viewer),
  ),
  byName: read(({ name, fields }: Wanted & { readonly name: MetafieldName }, reads, viewer) =>
    reads.metafieldDefinitionByName(name, fields, viewer),
  ),
  countUses: read((ids: readonly MetafieldDefinitionId[], reads) => reads.countMetafieldUses(ids)),
};
