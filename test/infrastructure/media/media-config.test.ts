import { describe, expect, test } from "vitest";
import { readConfig } from "../../../src/infrastructure/config.js";
import {
  ConfigProblems,
  type Environment,
} from "../../../src/infrastructure/shared/config/variable-reader.js";

const problemsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
};
const KEYS = { PLINTH_S3_ACCESS_KEY_ID: "AKIA", PLINTH_S3_SECRET_ACCESS_KEY: "secret" };

describe("the settings of images", () => {
  test("no setting is required: images are in the data folder, and none are fetched", () => {
    expect(readConfig({}).media).toEqual({
      s3: null,
      uploadBytes: 20 * 1_048_576,
      pixels: 50_000_000,
      cacheBytes: 1024 * 1_048_576,
      fetches: false,
      trustedHosts: [],
    });
  });

  test("a bucket of another store needs its endpoint, and is in the path by default", () => {
    expect(
      readConfig({
        PLINTH_S3_BUCKET: "shop-media",
        PLINTH_S3_ENDPOINT: "http://minio:9000",
        ...KEYS,
      }).media.s3,
    ).toEqual({
      bucket: "shop-media",
      endpoint: "http://minio:9000",
      region: "us-east-1",
      pathStyle: true,
      credentials: { accessKeyId: "AKIA", secretAccessKey: "secret" },
      timeoutMs: 10_000,
    });
    expect(
      readConfig({ PLINTH_S3_BUCKET: "shop-media", PLINTH_S3_REGION: "eu-central-1" }).media.s3,
    ).toMatchObject({
      endpoint: null,
      region: "eu-central-1",
      pathStyle: false,
      credentials: null,
    });
  });

  test("the secret of the bucket may be read from a file", () => {
    const { media } = readConfig(
      {
        PLINTH_S3_BUCKET: "shop-media",
        PLINTH_S3_ACCESS_KEY_ID: "AKIA",
        PLINTH_S3_SECRET_ACCESS_KEY_FILE: "/run/secrets/s3",
      },
      () => "from a file\n",
    );

    expect(media.s3?.credentials).toEqual({ accessKeyId: "AKIA", secretAccessKey: "from a file" });
  });

  test.each<readonly [Environment, string]>([
    [
      { PLINTH_S3_ENDPOINT: "http://minio:9000" },
      "PLINTH_S3_ENDPOINT is set without PLINTH_S3_BUCKET",
    ],
    [{ PLINTH_S3_BUCKET: "Shop Media" }, "PLINTH_S3_BUCKET"],
    [
      { PLINTH_S3_BUCKET: "shop-media", PLINTH_S3_ENDPOINT: "minio:9000" },
      "PLINTH_S3_ENDPOINT is not a URL",
    ],
    [
      { PLINTH_S3_BUCKET: "shop-media", PLINTH_S3_ACCESS_KEY_ID: "AKIA" },
      "PLINTH_S3_SECRET_ACCESS_KEY is missing",
    ],
    [{ PLINTH_MEDIA_FETCH_TRUSTED: "http://images.internal" }, "PLINTH_MEDIA_FETCH_TRUSTED"],
    [{ PLINTH_UPLOAD_MIB: "0" }, "PLINTH_UPLOAD_MIB"],
    [{ PLINTH_IMAGE_MEGAPIXELS: "many" }, "PLINTH_IMAGE_MEGAPIXELS"],
    [{ PLINTH_MEDIA_FETCH: "yes" }, "PLINTH_MEDIA_FETCH"],
  ])("a problem is reported at the start: %o", (env, problem) => {
    const problems = problemsOf(env);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test("no problem contains a secret", () => {
    expect(
      problemsOf({ PLINTH_S3_BUCKET: "X", ...KEYS, PLINTH_S3_SECRET_ACCESS_KEY: "hunter2" }).join(),
    ).not.toContain("hunter2");
  });
});
