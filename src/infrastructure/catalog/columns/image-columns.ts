import type { ImageView } from "../../../application/catalog/ports/product-view.js";
import type { MediaId } from "../../../domain/catalog/ids.js";
import type { FocalPoint, Media } from "../../../domain/catalog/images/media.js";
import { id } from "../../../domain/shared/id.js";
import { imageSourceColumn, imageSource, urlKey } from "../../media/media.js";
import type { Cell } from "../../shared/database/cell.js";
import { cellsOf, type Column } from "../../shared/database/columns.js";
import type { Row, RowValues } from "../../shared/database/sql-session.js";

export const toHundredths = (part: number): number => Math.round(part * 100);

export const toFocalPoint = (x: Cell, y: Cell): FocalPoint | undefined =>
  x == null || y == null ? undefined : { x: Number(x) / 100, y: Number(y) / 100 };

const toImage = (row: Row): Media | null => {
  if (row["image_id"] == null) return null;
  const focalPoint = toFocalPoint(row["image_focal_x"], row["image_focal_y"]);
  return {
    id: id<MediaId>(String(row["image_id"])),
    url: String(row["image_url"]),
    alt: String(row["image_alt"]),
    ...(focalPoint && { focalPoint }),
  };
};

export const imageColumn: Column<Media | null> = {
  cells: {
    image_id: (image) => image?.id ?? null,
    image_url: (image) => image?.url ?? null,
    image_alt: (image) => image?.alt ?? null,
    image_key: (image) => image && urlKey(image.url),
    image_focal_x: (image) => (image?.focalPoint ? toHundredths(image.focalPoint.x) : null),
    image_focal_y: (image) => (image?.focalPoint ? toHundredths(image.focalPoint.y) : null),
  },
  read: toImage,
};

export const imageColumns = (image: Media | null): RowValues => cellsOf(imageColumn, image);

export const imageField = (table: string) => ({
  columns: [
    ...["id", "url", "alt", "focal_x", "focal_y"].map((part) => `${table}.image_${part}`),
    imageSourceColumn(`${table}.image_key`),
  ],
  read: (row: Row): ImageView | null => {
    const [found, source] = [toImage(row), imageSource(row["source"])];
    return found && source ? { ...found, source } : found;
  },
});
