import { createHash } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import { type FormattedExecutionResult, GraphQLError } from "graphql";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import { yieldToEventLoop } from "../../../application/shared/yield-to-event-loop.js";
import { type EndOfRequest, RequestEnded } from "../../../application/shared/request-life.js";
import { presentError } from "../errors/present-error.js";
import { withLocation } from "../errors/with-location.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { limitExceeded } from "../limits/document-limits.js";
import { AnswerWriter } from "./answer-writer.js";

interface AnswerTexts {
  /** The last of the plugins: what is added to an answer after it is not written. */
  readonly plugin: ApolloServerPlugin<GraphqlContext>;
  readonly stringifyResult: (answer: FormattedExecutionResult) => string;
}

/**
 * Writes answers before Apollo does, where their status can still change: an answer with too many
 * bytes is refused instead. Long ones are written in turns of the event loop, and no further when
 * nobody waits any more.
 */
export const writeAnswers = ({ answerBytes, counters }: Needs): AnswerTexts => {
  const texts = new WeakMap<object, string>();
  return {
    plugin: {
      requestDidStart: async () => ({
        willSendResponse: async (answered) => {
          const { response, contextValue, operation } = answered;
          const { body, http } = response;
          if (body.kind !== "single") return;
          const { data, errors, extensions } = body.singleResult;
          if (!data) return;
          const written = await textOf(
            { ...(errors && { errors }), data },
            extensions,
            answerBytes,
            contextValue,
          );
          if ("text" in written) {
            texts.set(data, written.text);
            const headers = contextValue.answer.cached?.headers(written.hash) ?? [];
            for (const [name, value] of headers) http.headers.set(name, value);
            return;
          }
          contextValue.answer.isPublic = false;
          if (written.end === null) counters.reached("answerBytes", contextValue.client);
          const error = presentError(true)(
            { message: "" },
            written.end === null
              ? tooLong(answerBytes, operation?.operation === "mutation")
              : new RequestEnded(written.end),
          );
          body.singleResult = {
            errors: [
              {
                ...withLocation(error, answered),
                extensions: { ...error.extensions, requestId: contextValue.requestId },
              },
            ],
            ...(extensions && { extensions }),
          };
          const code = String(error.extensions?.["code"]);
          http.status = contextValue.errorCodes[code]?.status ?? 500;
        },
      }),
    },
    stringifyResult: (answer) => (answer.data && texts.get(answer.data)) ?? JSON.stringify(answer),
  };
};

/** A mutation was carried out; only its answer is refused. */
const tooLong = (most: number, isMutation: boolean): GraphQLError =>
  isMutation
    ? new GraphQLError(
        `The change was made, but its answer has more than ${most} bytes. Select fewer fields, and read what was changed with queries.`,
        { extensions: { limit: "ANSWER_BYTES", maximum: most } },
      )
    : limitExceeded("ANSWER_BYTES", most);

interface Needs {
  readonly answerBytes: number;
  readonly counters: LimitCounters;
}

/** How many slices are written before others go first. */
const SLICES_AT_ONCE = 4;

/**
 * Requests of as few points are answered in one go, because counting costs a fifth of writing. Even
 * when all points are spent on long texts, that is at most a hundred of them.
 */
const FEW_POINTS = 500;

/** With a hash of the text without its extensions, where caches may keep the answer. */
type Written =
  { readonly text: string; readonly hash: string } | { readonly end: EndOfRequest | null };

/** The text of an answer, or why there is none: null when it has too many bytes. */
const textOf = async (
  answer: object,
  extensions: object | undefined,
  most: number,
  { life, cost, answer: { cached } }: Pick<GraphqlContext, "life" | "cost" | "answer">,
): Promise<Written> => {
  const hash = cached ? createHash("sha256") : null;
  const end = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : "}";
  const written = (text: string): Written => ({
    text,
    hash: hash?.digest("base64url").slice(0, HASH_LENGTH) ?? "",
  });
  // The last bracket of the text makes way for the end.
  const mostBytes = most - Buffer.byteLength(end) + 1;
  if (cost.points <= FEW_POINTS) {
    const text = JSON.stringify(answer);
    if (text.length > mostBytes || Buffer.byteLength(text) > mostBytes) return { end: null };
    hash?.update(text);
    return written(text.slice(0, -1) + end);
  }
  const writer = new AnswerWriter(answer);
  for (let slices = 1; ; slices += 1) {
    const isComplete = writer.writeSlice();
    if (writer.bytes > mostBytes) return { end: null };
    hash?.update(writer.lastSlice);
    if (isComplete) return written(writer.text(end));
    if (slices % SLICES_AT_ONCE === 0) await yieldToEventLoop();
    if (life.reason !== null) return { end: life.reason };
  }
};

/** 132 bits. */
const HASH_LENGTH = 22;
