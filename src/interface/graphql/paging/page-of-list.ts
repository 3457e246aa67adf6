import {
  pageEnds,
  PageItem,
  type Page,
  type PageRequest,
} from "../../../application/shared/page.js";
import { positionOf, toPositionCursor } from "../../../application/shared/to-cursor.js";

interface Listed {
  readonly id: string;
  /** In the whole list; those of what is left out are not given again. */
  readonly position: number;
}

/** A page of a short list that is known as a whole. @throws InvalidCursor */
export const pageOfList = <Item extends Listed>(
  list: readonly Item[],
  page: PageRequest,
): Page<Item> => {
  const after = page.after === null ? -1 : positionOf(page.after);
  const before = page.before === null ? Infinity : positionOf(page.before);
  const within = list.filter(({ position }) => position > after && position < before);
  const kept = page.direction === "forward" ? within.slice(0, page.size) : within.slice(-page.size);
  return {
    items: kept.map((item) => new PageItem(item, item, cursorOf)),
    ...pageEnds(page, within.length > kept.length),
  };
};

const cursorOf = ({ position, id }: Listed): string => toPositionCursor(position, id);
