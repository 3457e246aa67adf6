import { describe, expect, test } from "vitest";
import { mediaFolder, toyServer } from "./toy-server.js";

describe("images", () => {
  test("a storefront on another origin can show and cache them, as what they are", async () => {
    const server = await toyServer({ media: { "/media/demo/": mediaFolder() } });

    const answer = await server.inject({ method: "GET", url: "/media/demo/mug.webp" });

    expect(answer).toMatchObject({ statusCode: 200, body: "picture" });
    expect(answer.headers).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=3600",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
  });

  test("what a browser still has is not sent again", async () => {
    const server = await toyServer({ media: { "/media/": mediaFolder() } });
    const { headers } = await server.inject({ method: "GET", url: "/media/mug.webp" });

    const again = await server.inject({ method: "GET", url: "/media/mug.webp", headers: { "if-none-match": String(headers.etag) } });

    expect(again).toMatchObject({ statusCode: 304, body: "" });
  });

  test.each([
    "../secret.webp",
    "..%2Fsecret.webp",
    "%2e%2e/secret.webp",
    "%252e%252e%252fsecret.webp",
    "..%5Csecret.webp",
    "x/../../secret.webp",
    "mug.webp%00.webp",
    "/etc/passwd",
    ".hidden.webp",
    "logo.svg",
    "page.html",
    "",
    "none.webp",
  ])("%s is not there", async (name) => {
    const server = await toyServer({ media: { "/media/": mediaFolder() } });

    const answer = await server.inject({ method: "GET", url: `/media/${name}` });

    expect([400, 404]).toContain(answer.statusCode);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { requestId: answer.headers["x-request-id"] } }] });
    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});
