import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const S3_KEYS = {
  accessKeyId: "AKIATESTTESTTEST",
  secretAccessKey: "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz",
};
export const BUCKET = "shop-media";

/** What the server does instead of answering as it should. */
export type Mood = "well" | "broken" | "silent" | "cuts-off";

export interface S3Server {
  readonly endpoint: string;
  /** The requests so far: `PUT /shop-media/mug.webp`. */
  readonly requests: string[];
  mood: Mood;
  /** How many answers stay broken before it is well again. */
  brokenAnswers: number;
  close(): Promise<void>;
}

interface Stored {
  readonly content: Buffer;
  readonly type: string;
}

/**
 * As much of S3 as Plinth speaks, path style: it checks signatures as
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html says.
 */
export const s3Server = async (): Promise<S3Server> => {
  const objects = new Map<string, Stored>();
  const http: Server = createServer(
    (request, response) => void answer(request, response).catch(() => response.destroy()),
  );
  const state: S3Server = {
    endpoint: "",
    requests: [],
    mood: "well",
    brokenAnswers: 0,
    close: async () => void (http.closeAllConnections(), http.close()),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const [path = ""] = (request.url ?? "").split("?");
    state.requests.push(`${request.method} ${path}`);
    if (state.mood === "silent") return;
    if (state.mood === "broken" || state.brokenAnswers-- > 0)
      return refuse(response, 503, "SlowDown");
    if (!isSigned(request, path)) return refuse(response, 403, "SignatureDoesNotMatch");
    if (!path.startsWith(`/${BUCKET}/`)) return refuse(response, 404, "NoSuchBucket");
    const found = objects.get(path);
    if (request.method === "PUT") {
      objects.set(path, {
        content: Buffer.concat(pieces),
        type: String(request.headers["content-type"]),
      });
      return void response.writeHead(200, { etag: '"etag"' }).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return void response.writeHead(204).end();
    }
    if (!found)
      return request.method === "HEAD"
        ? void response.writeHead(404).end()
        : refuse(response, 404, "NoSuchKey");
    response.writeHead(200, {
      "content-length": found.content.length,
      "content-type": found.type,
      etag: `"${createHash("md5").update(found.content).digest("hex")}"`,
      "last-modified": new Date(0).toUTCString(),
    });
    if (request.method === "HEAD") return void response.end();
    if (state.mood === "cuts-off") {
      response.write(found.content.subarray(0, 1));
      setTimeout(() => response.destroy(), 20);
      return;
    }
    response.end(found.content);
  };
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
  });
};

const refuse = (response: ServerResponse, status: number, code: string): void =>
  void response
    .writeHead(status, { "content-type": "application/xml" })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    );

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

const isSigned = ({ method = "", url = "", headers }: IncomingMessage, path: string): boolean => {
  const [, keyId = "", date = "", region = "", names = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (keyId !== S3_KEYS.accessKeyId) return false;
  const query = new URL(url, "http://x").searchParams;
  query.sort();
  const canonical = [
    method,
    path,
    query.toString(),
    ...names.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    names,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    headers["x-amz-date"],
    `${date}/${region}/s3/aws4_request`,
    createHash("sha256").update(canonical).digest("hex"),
  ].join("\n");
  const key = ["s3", "aws4_request"].reduce(
    hmac,
    hmac(hmac(`AWS4${S3_KEYS.secretAccessKey}`, date), region),
  );
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, "hex"));
};
