import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { fold } from "../../../domain/shared/text.js";
import type { RowValues } from "../../shared/database/sql-session.js";

export const toTagRows = ({
  id: product_id,
  tags,
}: Pick<ProductSnapshot, "id" | "tags">): readonly RowValues[] =>
  [...new Set(tags.map((tag) => fold(tag).slice(0, 255)))].map((folded_tag) => ({
    product_id,
    folded_tag,
  }));
