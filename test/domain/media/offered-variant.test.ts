import { describe, expect, test } from "vitest";
import { imageQuery, imageVariant } from "../../../src/domain/media/image-variant.js";
import {
  CROP_SHAPES,
  drawnSize,
  IMAGE_WIDTHS,
  MOST_DRAWN_PIXELS,
  offeredVariant,
} from "../../../src/domain/media/offered-variant.js";

const MUG = { width: 800, height: 600 };
const PHOTO = { width: 8_000, height: 6_000 };
const PORTRAIT = { width: 2_000, height: 3_000 };
const PANORAMA = { width: 16_000, height: 900 };

const offered = (query: string, size: typeof MUG | null): string => {
  const request = imageVariant(Object.fromEntries(new URLSearchParams(query)));
  if (request === null) throw new Error(`"${query}" asks for the stored picture.`);
  return imageQuery(offeredVariant(request, size));
};

describe("the offered variant", () => {
  test.each([
    ["w=1", "w=64"],
    ["w=320", "w=320"],
    ["w=321", "w=480"],
    ["w=640&format=webp", "w=640&format=webp"],
    ["w=641&format=webp", "format=webp"],
    ["w=99999", ""],
    ["h=96", "w=128"],
    ["w=320&h=96", "w=128"],
    ["w=96&h=320", "w=96"],
    ["w=320&focus=0x0", "w=320"],
    ["fit=cover&w=320", "w=320"],
    ["fit=cover&w=300&h=300", "w=320&h=320&fit=cover"],
    ["fit=cover&w=100&h=200", "w=160&h=240&fit=cover"],
    ["fit=cover&w=100&h=300", "w=320&h=480&fit=cover"],
    ["fit=cover&w=1600&h=1600", "w=640&h=640&fit=cover"],
    ["fit=cover&w=300&h=300&focus=30x10", "w=320&h=320&fit=cover&focus=0x50"],
    ["fit=cover&w=300&h=300&focus=60x10", "w=320&h=320&fit=cover"],
    ["fit=cover&w=300&h=300&focus=99x10", "w=320&h=320&fit=cover&focus=100x50"],
    ["fit=cover&w=320&h=107&focus=30x30", "w=320&h=107&fit=cover&focus=50x25"],
  ])("of a picture of 800 × 600 pixels for %s is %s", (request, expected) => {
    expect(offered(request, MUG)).toBe(expected);
  });

  test("rounds a size up and keeps the request's axes while the size of the picture is unknown", () => {
    expect(
      ["w=300", "h=300", "w=300&h=90", "fit=cover&w=300&h=300&focus=30x90"].map((request) =>
        offered(request, null),
      ),
    ).toEqual(["w=320", "h=320", "w=320&h=96", "w=320&h=320&fit=cover&focus=25x100"]);
  });

  test("of a large picture is never the stored picture, which would be larger than requested", () => {
    expect(drawnSize(PHOTO)).toEqual({ width: 2_956, height: 2_217 });
    expect([offered("w=5000", PHOTO), offered("format=webp", PHOTO)]).toEqual([
      "w=2560",
      "format=webp",
    ]);
  });

  const REQUESTS = [1, 33, 107, 160, 427, 853, 1_080, 2_000, 9_999].flatMap((width) =>
    [1, 53, 160, 284, 720, 2_133, 9_999].flatMap((height) => [
      `w=${width}`,
      `h=${height}`,
      `w=${width}&h=${height}`,
      ...[0, 13, 38, 50, 62, 88, 100].flatMap((x) =>
        [0, 30, 50, 70, 100].map((y) => `w=${width}&h=${height}&fit=cover&focus=${x}x${y}`),
      ),
    ]),
  );

  test.each([
    MUG,
    PHOTO,
    PORTRAIT,
    PANORAMA,
    { width: 1, height: 1 },
    { width: 40, height: 9_000 },
  ])("is offered itself: %j", (size) => {
    const once = [...new Set(REQUESTS.map((request) => offered(request, size)))];

    expect(once.filter(Boolean).map((query) => offered(query, size))).toEqual(once.filter(Boolean));
  });

  test.each([MUG, PHOTO, PORTRAIT, PANORAMA])(
    "of a picture is one of at most 225 in each format, whatever is requested: %j",
    (size) => {
      const every = Array.from({ length: 60 }, (_, step) => 40 * (step + 1));
      const all = new Set<string>();
      for (const width of every) {
        all.add(offered(`w=${width}&format=png`, size)).add(offered(`h=${width}&format=png`, size));
        for (const height of every)
          for (const focus of ["0x0", "25x25", "50x50", "75x75", "100x100"])
            all.add(offered(`w=${width}&h=${height}&fit=cover&focus=${focus}&format=png`, size));
      }

      expect(all.size).toBeLessThanOrEqual(225);
    },
  );

  test("has few widths and shapes", () => {
    expect([IMAGE_WIDTHS.length, CROP_SHAPES.length]).toEqual([14, 6]);
  });

  test.each([PHOTO, PANORAMA, { width: 16_383, height: 3 }])(
    "is drawn from at most 6.5 million pixels: %j",
    (size) => {
      const { width, height } = drawnSize(size);

      expect(width * height).toBeLessThanOrEqual(MOST_DRAWN_PIXELS);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    },
  );
});
