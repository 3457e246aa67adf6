import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import type { MetafieldName } from "../../../domain/catalog/metafield.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../../shared/viewer.js";
import type { CatalogReads, FieldsOf, MetafieldDefinitionFilter, MetafieldDefinitionView, MetafieldReads } from "../ports.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

interface Wanted {
  readonly fields: FieldsOf<MetafieldDefinitionView>;
}

const read = <Command, Result>(look: (command: Command, reads: MetafieldReads) => Promise<Result>) =>
  useCase(mayReadCatalog, ({ catalogReads }: Needs) => (command: Command) => look(command, catalogReads));

/** What custom fields there are: for staff. */
export const showMetafieldDefinitions = {
  list: read(({ filter, page, fields }: Wanted & { readonly filter: MetafieldDefinitionFilter; readonly page: PageRequest }, reads) => reads.metafieldDefinitions(filter, page, fields)),
  count: read((filter: MetafieldDefinitionFilter, reads) => reads.countMetafieldDefinitions(filter)),
  byId: read(({ ids, fields }: Wanted & { readonly ids: readonly MetafieldDefinitionId[] }, reads) => reads.metafieldDefinitionsById(ids, fields)),
  byName: read(({ name, fields }: Wanted & { readonly name: MetafieldName }, reads) => reads.metafieldDefinitionByName(name, fields)),
  countUses: read((ids: readonly MetafieldDefinitionId[], reads) => reads.countMetafieldUses(ids)),
};
