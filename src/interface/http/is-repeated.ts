import type { FastifyRequest } from "fastify";

/**
 * Whether a header was sent more than once. Node drops or joins repeated headers, and a proxy may
 * choose another one than Node.
 * @param name in lower case
 */
export const isRepeated = ({ raw }: FastifyRequest, name: string): boolean =>
  raw.rawHeaders.filter((one, index) => index % 2 === 0 && one.toLowerCase() === name).length > 1;
