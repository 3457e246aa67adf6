import { describe, expect, test } from "vitest";
import { encodingFor } from "../../../../src/interface/http/compression/encoding-for.js";

describe("the encoding of an answer", () => {
  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["GZIP;Q=0.5", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0.8, gzip;q=0.8", "br"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["gzip;q=0.001", "gzip"],
    [" gzip ; q=1.0 , br;q=0", "gzip"],
    ["identity;q=0.5, gzip", "gzip"],
    ["identity;q=0, gzip;q=0.1", "gzip"],
  ])("for %j is what the client likes best", (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  test.each([
    undefined,
    "",
    "identity",
    "deflate, zstd",
    "gzip;q=0",
    "*;q=0",
    "br;q=0, gzip;q=0",
    "identity, gzip;q=0.5",
    "gzip;q=high",
    "gzip;level=9",
    `${"a,".repeat(1_000)}gzip`,
  ])("for %j is none", (accepted) => {
    expect(encodingFor(accepted)).toBeNull();
  });
});
