import { describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { api } from "../ask.js";

const { ask, world } = api("images");

describe("images in the shop", () => {
  test("have addresses for the requested size and format everywhere", async () => {
    const { data } = await ask(
      `query ($id: ID!, $width: Int, $format: ImageFormat) { product(by: { id: $id }) {
        featuredImage { url(width: $width, height: 100, fit: COVER, format: $format) width height focalPoint { x y } srcSet(widths: [320, 640], format: $format) }
        media(first: 2) { nodes { alt url(width: $width) srcSet } }
        variants(first: 2) { nodes { image { url(height: 200) width } } }
        collections(first: 1) { nodes { image { url(format: AUTO) srcSet(format: AVIF) } } } } }`,
      { id: productId(5), width: 300, format: "WEBP" },
    );

    expect(data).toMatchObject({
      product: {
        featuredImage: {
          url: "https://shop.example/media/mug-5.webp?w=320&h=107&fit=cover&format=webp",
          width: null,
          height: null,
          focalPoint: null,
        },
        media: {
          nodes: [
            { url: "https://shop.example/media/mug-5.webp?w=320" },
            { url: "https://img.example/side.webp", srcSet: null },
          ],
        },
      },
    });
  });

  test("are read with their products, without a call of their own", async () => {
    await ask(
      `{ products(first: 20) { nodes { featuredImage { url(width: 320) width srcSet focalPoint { x } } } } }`,
    );

    expect(world().calls.map(({ port }) => port)).toEqual(["catalogReads.products"]);
  });

  test("have the state of their source for staff", async () => {
    const { data } = await ask(
      `{ product(by: { id: "${productId(5)}" }) { media(first: 9) { nodes { status problem } } } mediaSources(status: FAILED, first: 5) { totalCount nodes { url problem } } }`,
      {},
      { api: "admin", viewer: "admin-key" },
    );

    expect(data).toEqual({
      product: {
        media: {
          nodes: [
            { status: "READY", problem: null },
            { status: "EXTERNAL", problem: null },
            { status: "EXTERNAL", problem: null },
          ],
        },
      },
      mediaSources: { totalCount: 0, nodes: [] },
    });
  });

  test("have no state of their source in the shop", async () => {
    const { errors } = await ask(
      `{ products(first: 1) { nodes { featuredImage { status problem } } } }`,
    );

    expect(errors).toHaveLength(2);
  });
});
