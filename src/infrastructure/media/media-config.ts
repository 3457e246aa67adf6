import type { S3Config } from "./s3-storage.js";
import { parseUrl } from "../shared/config/parse-url.js";
import type { VariableReader } from "../shared/config/variable-reader.js";

const MEBI = 1_048_576;

export interface MediaConfig {
  /** Null when pictures are stored in the data folder. */
  readonly s3: S3Config | null;
  readonly uploadBytes: number;
  /** Of all frames of a picture together. */
  readonly pixels: number;
  readonly cacheBytes: number;
  /** Whether external images are fetched into the storage of the shop. */
  readonly fetches: boolean;
  /**
   * Hosts with their ports that images are fetched from although they are in a private network or
   * use plain HTTP.
   */
  readonly trustedHosts: readonly string[];
}

export const readMediaConfig = (read: VariableReader): MediaConfig => ({
  s3: readS3(read),
  uploadBytes: read.whole("PLINTH_UPLOAD_MIB", 1, 200) * MEBI,
  pixels: read.whole("PLINTH_IMAGE_MEGAPIXELS", 1, 250) * 1_000_000,
  cacheBytes: read.whole("PLINTH_MEDIA_CACHE_MIB", 1, 1_000_000) * MEBI,
  fetches: read.flag("PLINTH_MEDIA_FETCH", false),
  trustedHosts: readTrustedHosts(read),
});

const readS3 = (read: VariableReader): S3Config | null => {
  const [bucket, endpoint, id, secret] = [
    read.text("PLINTH_S3_BUCKET"),
    read.text("PLINTH_S3_ENDPOINT"),
    read.text("PLINTH_S3_ACCESS_KEY_ID"),
    read.text("PLINTH_S3_SECRET_ACCESS_KEY"),
  ];
  const timeoutMs = read.whole("PLINTH_S3_TIMEOUT_MS", 100, 120_000);
  const pathStyle = read.flag("PLINTH_S3_PATH_STYLE", endpoint !== null);
  if (bucket === null) {
    for (const [name, value] of [
      ["PLINTH_S3_ENDPOINT", endpoint],
      ["PLINTH_S3_ACCESS_KEY_ID", id],
      ["PLINTH_S3_SECRET_ACCESS_KEY", secret],
    ] as const)
      if (value !== null)
        read.problem(name, "is set without PLINTH_S3_BUCKET", "name the bucket too, or remove it");
    return null;
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    read.problem(
      "PLINTH_S3_BUCKET",
      `is "${bucket}"`,
      "give the name of a bucket: 3 to 63 of a-z, 0-9, dot and hyphen",
    );
  const url = endpoint === null ? null : parseUrl(endpoint);
  if (
    endpoint !== null &&
    (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
  )
    read.problem(
      "PLINTH_S3_ENDPOINT",
      "is not a URL",
      "give one such as https://s3.eu-central-1.example.com",
    );
  if ((id === null) !== (secret === null))
    read.problem(
      id === null ? "PLINTH_S3_ACCESS_KEY_ID" : "PLINTH_S3_SECRET_ACCESS_KEY",
      "is missing",
      "set both, or neither when the machine has credentials of its own",
    );
  const credentials =
    id !== null && secret !== null ? { accessKeyId: id, secretAccessKey: secret } : null;
  return {
    bucket,
    endpoint,
    region: read.text("PLINTH_S3_REGION") ?? "",
    pathStyle,
    credentials,
    timeoutMs,
  };
};

const readTrustedHosts = (read: VariableReader): readonly string[] => {
  const hosts = read.list("PLINTH_MEDIA_FETCH_TRUSTED");
  for (const host of hosts)
    if (!/^[a-z0-9.-]+:\d{1,5}$|^\[[0-9a-f:.]+\]:\d{1,5}$/.test(host))
      read.problem(
        "PLINTH_MEDIA_FETCH_TRUSTED",
        `contains "${host}"`,
        "write hosts with their ports, such as images.internal:8080",
      );
  return hosts;
};
