import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  matchingVariantIndexes,
  type OptionAvailability,
  type VariantAvailabilityFilter,
} from "../../../domain/catalog/options/option-availability.js";
import { pageEnds, type Page, type PageRequest } from "../../shared/page.js";
import { positionOf, toPositionCursor } from "../../shared/to-cursor.js";

/**
 * One page of the variants that match a filter, with the same cursors as `variantsOfProducts`.
 * @throws InvalidCursor
 */
export const matchingVariantsPage = (
  availability: OptionAvailability,
  filter: VariantAvailabilityFilter,
  page: PageRequest,
): Page<VariantId> => {
  const [after, before] = [
    page.after === null ? -1 : positionOf(page.after),
    page.before === null ? Infinity : positionOf(page.before),
  ];
  const between = matchingVariantIndexes(availability, filter).filter(
    (position) => position > after && position < before,
  );
  const positions =
    page.direction === "forward" ? between.slice(0, page.size) : between.slice(-page.size);
  return {
    items: positions.flatMap((position) => {
      const id = availability.variants[position]?.id;
      return id ? [{ cursor: toPositionCursor(position, id), item: id }] : [];
    }),
    ...pageEnds(page, between.length > positions.length),
  };
};
