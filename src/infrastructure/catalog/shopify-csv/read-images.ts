import type { ImageRecord } from "../../../application/catalog/ports/product-record.js";
import { addressesIn } from "./addresses-in.js";
import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";

/**
 * The images of a product, each URL once; at the end those that only variants use. An alternative
 * text or a position without an image ends nowhere, which is reported with all such cells.
 */
export const readImages = (findings: Findings, rows: readonly Row[]): readonly ImageRecord[] => {
  const images = new Map<string, ImageRecord>();
  for (const row of rows) {
    for (const image of [...imagesOf(findings, row), ...readImageList(findings, row)])
      add(findings, row, images, image);
  }
  warnAboutPositions(findings, rows, images);
  for (const row of rows)
    for (const url of addressesIn(findings.peek(row, "variantImage") ?? ""))
      if (!images.has(url))
        images.set(url, {
          location: { line: row.line, column: findings.column("variantImage") },
          url,
          position: null,
        });
  return [...images.values()];
};

/** The images in the column of one image. Several addresses in its cell are as many images. */
function imagesOf(findings: Findings, row: Row): readonly ImageInput[] {
  const value = findings.peek(row, "imageUrl");
  if (!value) return [];
  const addresses = addressesIn(findings.cell(row, "imageUrl") ?? "");
  const [alt, position] = [findings.cell(row, "imageAlt"), readPosition(findings, row)];
  if (addresses.length > 1)
    findings.warn(row, "imageUrl", value, {
      code: "SEVERAL_ADDRESSES",
      reason: `The cell has ${addresses.length} addresses. Each is imported as an image, in this order.`,
      advice: "Nothing needs to be done. To avoid this warning, give each image a row of its own.",
    });
  return addresses.map((url, index) => ({
    url,
    alt,
    position: position === null ? null : position + index,
  }));
}

interface ImageInput {
  readonly url: string;
  readonly alt: string | undefined;
  readonly position: number | null;
}

function add(
  findings: Findings,
  row: Row,
  images: Map<string, ImageRecord>,
  { url, alt, position: at }: ImageInput,
): void {
  const first = images.get(url);
  if (!first) {
    const column = findings.column(findings.has("imageUrl") ? "imageUrl" : "imageUrls");
    images.set(url, {
      location: { line: row.line, column },
      url,
      position: at,
      ...(alt !== undefined && { alt }),
    });
    return;
  }
  findings.warn(row, findings.has("imageUrl") ? "imageUrl" : "imageUrls", url, {
    code: "IMAGE_REPEATED",
    reason:
      "The product has this image in an earlier row. It is imported once, at the lowest of its positions.",
    advice: "Nothing needs to be done.",
  });
  const [positions, text] = [[first.position, at].filter((one) => one !== null), first.alt || alt];
  images.set(url, {
    ...first,
    position: positions.length === 0 ? null : Math.min(...positions),
    ...(text !== undefined && { alt: text }),
  });
}

/** Some files have all images of a product in one cell, with as many texts in another one. */
function readImageList(findings: Findings, row: Row): readonly ImageInput[] {
  if (!findings.peek(row, "imageUrls")) return [];
  const addresses = addressesIn(findings.cell(row, "imageUrls") ?? "");
  const text = findings.cell(row, "imageAlts") ?? "";
  const alts = text.split(",").map((alt) => alt.trim());
  return addresses.map((url, index) => ({
    url,
    alt: alts.length === addresses.length ? alts[index] : text,
    position: index + 1,
  }));
}

function readPosition(findings: Findings, row: Row): number | null {
  const value = findings.cell(row, "imagePosition");
  if (!value) return null;
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  findings.defect(row, "imagePosition", value, {
    code: "INVALID_POSITION",
    reason: `"${value}" is not a position.`,
    advice: "Number the images of a product 1, 2, 3, or leave the cell empty.",
  });
  return null;
}

function warnAboutPositions(
  findings: Findings,
  rows: readonly Row[],
  images: ReadonlyMap<string, ImageRecord>,
): void {
  const taken = new Map<number, ImageRecord>();
  for (const image of images.values()) {
    if (image.position === null) continue;
    const other = taken.get(image.position);
    const row = rows.find(({ line }) => line === image.location.line);
    if (other && row)
      findings.warn(row, "imagePosition", String(image.position), {
        code: "POSITION_REPEATED",
        reason: `The image on line ${other.location.line} has the same position. The two keep the order of the file.`,
        advice: "Number the images of the product 1, 2, 3.",
      });
    else taken.set(image.position, image);
  }
}
