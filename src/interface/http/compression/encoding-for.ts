export type Encoding = "br" | "gzip";

/**
 * How an answer is compressed for a client: as it likes best, Brotli where it does not mind, and not
 * at all without the header `Accept-Encoding`.
 */
export const encodingFor = (accepted: string | undefined): Encoding | null => {
  if (accepted === undefined) return null;
  const weights = weightsOf(accepted);
  const weightOf = (name: string): number => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weightOf("br"), Math.max(weightOf("gzip"), weights.get("x-gzip") ?? 0)];
  // A client that names the plain answer likes it as much as it says.
  if (Math.max(br, gzip) <= Math.max(weights.get("identity") ?? 0, 0)) return null;
  return br >= gzip ? "br" : "gzip";
};

/** More are not looked at. */
const MOST_ENCODINGS = 20;

const weightsOf = (accepted: string): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const one of accepted.toLowerCase().split(",", MOST_ENCODINGS)) {
    const [, name, weight = "1"] = ENCODING.exec(one) ?? [];
    if (name !== undefined) weights.set(name, Number(weight));
  }
  return weights;
};

// `codings [ weight ]` of RFC 9110, 12.5.3. What is written otherwise is ignored.
const ENCODING = /^\s*([a-z\d*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/;
