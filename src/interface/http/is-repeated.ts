import type { FastifyRequest } from "fastify";

/**
 * Whether a header was sent more than once. Node drops or joins repeated headers, and a proxy may
 * choose another one than Node.
 * @param name in lower case
 */
export const isRepeated = ({ raw: { rawHeaders } }: FastifyRequest, name: string): boolean => {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const header = rawHeaders[index];
    if (header?.length === name.length && header.toLowerCase() === name) times += 1;
  }
  return times > 1;
};
