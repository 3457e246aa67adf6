import type { FastifyReply, FastifyRequest } from "fastify";
import type { AnswerFacts } from "../graphql/execution/answer-facts.js";
import { etagMatches } from "./etag-matches.js";
import type { Compressor } from "./compression/compressor.js";
import { encodingFor } from "./compression/encoding-for.js";

/** Shorter answers fit into one packet as they are. */
const COMPRESSED_FROM = 1_024;

/**
 * Answers 304 where the client has the answer already, and compresses it where the client can read
 * that. Only what every guest may read: the length of a compressed text that holds a secret beside
 * words of an attacker tells what is equal in both (BREACH).
 */
export const finishAnswer = async (
  { headers }: FastifyRequest,
  reply: FastifyReply,
  text: string,
  { isPublic }: AnswerFacts,
  compressor: Compressor,
): Promise<string | Buffer | FastifyReply> => {
  const etag = reply.getHeader("etag");
  if (typeof etag === "string" && etagMatches(headers["if-none-match"], etag))
    return reply.code(304).removeHeader("content-type").send();
  if (!isPublic || text.length < COMPRESSED_FROM || reply.statusCode !== 200) return text;
  const encoding = encodingFor(headers["accept-encoding"]);
  if (encoding === null) return text;
  const { raw } = reply;
  const compressed = await compressor.compress({ text, isAwaited: () => !raw.destroyed }, encoding);
  if (compressed === null) return text;
  reply.header("content-encoding", encoding);
  return compressed;
};
