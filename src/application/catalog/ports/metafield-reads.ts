import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import type { DefinitionTranslation } from "../../../domain/catalog/metafields/definition-translation.js";
import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { TranslationView } from "../../../domain/catalog/translations/translation-view.js";
import type { Page, PageRequest } from "../../shared/page.js";
import type { Audience, FieldsOf, Selected } from "./audience.js";

export interface MetafieldDefinitionView extends Omit<MetafieldDefinitionSnapshot, "translations"> {
  readonly translations: readonly TranslationView<DefinitionTranslation>[];
}

/** Both conditions apply. */
export interface MetafieldDefinitionFilter {
  readonly namespace?: string;
  /** A part of the displayed name, the namespace or the key; case and accents are ignored. */
  readonly text?: string;
}

/** Reads metafield definitions, sorted by namespace and key. */
export interface MetafieldReads {
  /** @throws InvalidCursor */
  metafieldDefinitions(
    filter: MetafieldDefinitionFilter,
    page: PageRequest,
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "shoppingContext">,
  ): Promise<Page<Selected<MetafieldDefinitionView>>>;
  countMetafieldDefinitions(filter: MetafieldDefinitionFilter): Promise<number>;
  metafieldDefinitionsById(
    ids: readonly MetafieldDefinitionId[],
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "shoppingContext">,
  ): Promise<readonly Selected<MetafieldDefinitionView>[]>;
  /** By full name; missing ones are absent. One statement for hundreds of names. */
  metafieldDefinitionsByName(
    fullNames: readonly string[],
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "shoppingContext">,
  ): Promise<ReadonlyMap<string, Selected<MetafieldDefinitionView>>>;
  /** How many products use each, in one statement. */
  countMetafieldUses(
    ids: readonly MetafieldDefinitionId[],
  ): Promise<ReadonlyMap<MetafieldDefinitionId, number>>;
}
