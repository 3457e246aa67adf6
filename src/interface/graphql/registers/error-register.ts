import { textTable } from "../../text-table.js";
import type { ErrorCode } from "../errors/codes/error-code.js";
import { ERROR_CODES } from "../error-codes.js";

/** The register of error codes as a page of Markdown. */
export const errorRegister = (): string => {
  const codes = Object.entries<ErrorCode>(ERROR_CODES);
  const rows = (isListed: (code: ErrorCode) => boolean, last: (code: ErrorCode) => string) =>
    codes
      .filter(([, code]) => isListed(code))
      .map(([name, code]) => [
        `\`${name}\``,
        code.meaning,
        code.retryable ? "yes" : "no",
        code.advice,
        last(code),
      ]);
  const head = (last: string) => [
    "Code",
    "What it means",
    "Retry",
    "What a user interface should do",
    last,
  ];
  return `${INTRODUCTION}
## Why a mutation was refused

Codes of \`userErrors\` in a payload. Each comes with a message for people and the path of the field. Nothing was changed.

${textTable(
  head("Type"),
  rows(
    ({ userError }) => userError !== undefined,
    ({ userError }) => `\`${userError}\``,
  ),
)}

## Why a request was not answered

Codes in \`extensions.code\` of \`errors\`, next to \`extensions.requestId\`. The HTTP status applies when the response has no data.

${textTable(
  head("Status"),
  rows(
    ({ status }) => status !== undefined,
    ({ status }) => String(status),
  ),
)}
`;
};

const INTRODUCTION = `# Error codes

Every error of both APIs has one of these codes. The same list is answered to the query \`{ errorCodes { code meaning retryable advice userError } }\`. This page is made from the code:
\`npm run schema\`.
`;
