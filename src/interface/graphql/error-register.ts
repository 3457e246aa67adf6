import { textTable } from "../text-table.js";
import { ERROR_CODES, type ErrorCode } from "./error-codes.js";

/** The register of error codes as a page for people. */
export const errorRegister = (): string => {
  const codes = Object.entries<ErrorCode>(ERROR_CODES);
  const rows = (wanted: (code: ErrorCode) => boolean, last: (code: ErrorCode) => string) =>
    codes
      .filter(([, code]) => wanted(code))
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

These stand in \`userErrors\` of a payload, beside a message for people and the path of the field that is to blame. Nothing was changed.

${textTable(
  head("Type"),
  rows(
    ({ userError }) => userError !== undefined,
    ({ userError }) => `\`${userError}\``,
  ),
)}

## Why a request was not answered

These stand in \`extensions.code\` of an entry of \`errors\`, beside \`extensions.requestId\`. The status is that of HTTP where no data is left in the answer.

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
