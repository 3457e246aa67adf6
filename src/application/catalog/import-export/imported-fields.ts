import { checkDeclared } from "../../../domain/catalog/metafields/check-declared.js";
import { fullName, type Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Problems } from "../../../domain/shared/problems.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { ImportState } from "./import-state.js";
import { importWarnings } from "./import-warnings.js";
import { mergeMetafields } from "./merge-metafields.js";
import type { MergedProduct } from "./merge-product.js";
import type { StoredBatch } from "./stored-batch.js";

/** Merges the custom fields of one product and its variants, and collects what they refer to in vain. */
export const importedFields = ({
  metafields: { declared },
  references,
}: Pick<StoredBatch, "metafields" | "references">) => {
  const warnings: ImportIssue[] = [];
  const merge =
    (mediaIdOf: (url: string) => string | undefined) =>
    (
      { metafields = [], location }: Pick<ProductRecord, "metafields" | "location">,
      stored: readonly Metafield[],
    ): readonly Metafield[] =>
      mergeMetafields(metafields, stored, {
        typeOf: (field) => declared.get(fullName(field))?.type ?? field.type,
        idOf: (kind, name) =>
          kind === "media"
            ? (mediaIdOf(name) ?? storedImage(stored, name))
            : references.get(kind)?.get(name),
        onUnknown: (field, kind, name) =>
          warnings.push(importWarnings.unknownReference(location, field, kind, name)),
      });
  return { merge, warnings };
};

/** An image that the field refers to already may be that of another product. */
const storedImage = (stored: readonly Metafield[], name: string): string | undefined =>
  name.startsWith("media_") && stored.some(({ value }) => value.includes(name)) ? name : undefined;

/** @param problems receives what the definitions do not allow */
export const checkFields = (
  before: ProductSnapshot | null,
  { content, variants }: MergedProduct,
  declared: StoredBatch["metafields"]["declared"],
  problems: Problems,
): void => {
  problems.collect(() => checkDeclared(before?.metafields ?? [], content.metafields, declared));
  for (const [index, { variant, stored }] of variants.entries())
    problems.collect(
      () => checkDeclared(stored?.metafields ?? [], variant.metafields, declared, "VARIANT"),
      "variants",
      String(index),
    );
};

/** The warnings about names to which earlier rows refer as to something new. */
export const namedLater = (
  state: Pick<ImportState, "promised">,
  record: ProductRecord,
  { variants }: MergedProduct,
  productId: string,
): readonly ImportIssue[] => {
  const isOther = (promised: string | undefined, id: string): boolean =>
    promised !== undefined && promised !== id;
  return [
    ...(isOther(state.promised("product", record.slug), productId)
      ? [importWarnings.namedLater(record.location, record.slug)]
      : []),
    ...variants.flatMap(({ variant, record: row }) =>
      row?.sku && isOther(state.promised("variant", row.sku), variant.id)
        ? [importWarnings.namedLater(row.location, row.sku)]
        : [],
    ),
  ];
};
