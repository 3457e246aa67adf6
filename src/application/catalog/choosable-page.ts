import { choosableAt, type ChoosableFilter, type Choices } from "../../domain/catalog/choices.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { positionOf, toPositionCursor } from "../shared/cursor.js";
import { pageEnds, type Page, type PageRequest } from "../shared/page.js";

/** One page of the variants that a filter lets through, as variantsOfProducts would cut it: the cursors are the same. @throws InvalidCursor */
export const choosablePage = (
  choices: Choices,
  filter: ChoosableFilter,
  page: PageRequest,
): Page<VariantId> => {
  const [after, before] = [
    page.after === null ? -1 : positionOf(page.after),
    page.before === null ? Infinity : positionOf(page.before),
  ];
  const between = choosableAt(choices, filter).filter(
    (position) => position > after && position < before,
  );
  const kept =
    page.direction === "forward" ? between.slice(0, page.size) : between.slice(-page.size);
  const goesOn = between.length > kept.length;
  return {
    items: kept.flatMap((position) => {
      const id = choices.variants[position]?.id;
      return id ? [{ cursor: toPositionCursor(position, id), item: id }] : [];
    }),
    ...pageEnds(page, goesOn),
  };
};
