import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { DiskStorage } from "../../../src/infrastructure/media/disk-storage.js";
import { readableOf } from "../../../src/interface/http/readable-of.js";
import { mediaFolder } from "./toy-server.js";

/** An image on the disk, which tells whether its file was closed. */
const openImage = async () => {
  const folder = mediaFolder();
  await writeFile(join(folder, "mug.png"), "a mug");
  const found = await new DiskStorage(folder).open("mug.png");
  if (found === null) throw new Error("The image is missing.");
  let closed = 0;
  return {
    image: {
      read: () => found.read(),
      close: async () => {
        await found.close();
        closed += 1;
      },
    },
    closed: () => closed,
  };
};

describe("the file of an image", () => {
  test("is closed when nobody reads it", async () => {
    const { image, closed } = await openImage();
    const stream = readableOf(image);

    stream.destroy();
    await once(stream, "close");

    await expect.poll(closed).toBe(1);
  });

  test("is read to its end, and closing it again does no harm", async () => {
    const { image, closed } = await openImage();

    expect(await text(readableOf(image))).toBe("a mug");
    await expect.poll(closed).toBe(1);
  });
});
