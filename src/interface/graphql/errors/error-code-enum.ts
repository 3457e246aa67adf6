import { openEnum } from "../schema/open-enum.js";

export const errorCodeEnum = openEnum(
  "ErrorCode",
  "Why a request failed or was refused. The query `errorCodes` explains each code and what to do.",
);
