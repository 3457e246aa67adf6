import { describe, expect, test } from "vitest";
import { mergeMedia } from "../../../src/application/catalog/import-export/merge-media.js";
import { mediaId } from "../../builders/product-content.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

describe("the alternative text of an imported image", () => {
  const stored = { id: mediaId(1), url: "/media/mug.webp", alt: "A mug" };
  const merged = (alt?: string) =>
    mergeMedia(
      [
        {
          location: { line: 2, column: null },
          url: stored.url,
          position: null,
          ...(alt !== undefined && { alt }),
        },
      ],
      [stored],
      numberedIds(),
    )[0]?.media.alt;

  test("is removed by an empty cell and unchanged without a column", () => {
    expect(merged("")).toBe("");
    expect(merged()).toBe("A mug");
    expect(merged("A cup")).toBe("A cup");
  });
});
