import type { ImageRecord } from "../../../application/catalog/ports/product-record.js";
import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";

/** The images of a product, each URL once; at the end those that only variants use. */
export const readImages = (findings: Findings, rows: readonly Row[]): readonly ImageRecord[] => {
  const images = new Map<string, ImageRecord>();
  for (const row of rows) {
    const url = findings.cell(row, "imageUrl");
    if (url)
      add(findings, row, images, {
        url,
        alt: findings.cell(row, "imageAlt"),
        position: readPosition(findings, row),
      });
    for (const image of readImageList(findings, row)) add(findings, row, images, image);
  }
  warnAboutPositions(findings, rows, images);
  for (const row of rows) {
    const url = findings.cell(row, "variantImage");
    if (url && !images.has(url))
      images.set(url, {
        location: { line: row.line, column: findings.column("variantImage") },
        url,
        position: null,
      });
  }
  return [...images.values()];
};

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

/**
 * Some files have all images of a product in one cell. A comma separates two of them when a URL
 * follows.
 */
function readImageList(findings: Findings, row: Row): readonly ImageInput[] {
  const urls = findings.cell(row, "imageUrls");
  if (!urls) return [];
  const alts = (findings.cell(row, "imageAlts") ?? "").split(",").map((alt) => alt.trim());
  const addresses = urls.split(/\s*,\s*(?=https?:|\/media\/)/);
  return addresses.map((url, index) => ({
    url: url.trim(),
    alt: alts.length === addresses.length ? alts[index] : alts[0],
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
