import { idempotencyContract } from "../contracts/idempotency/idempotency.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

idempotencyContract("MySQL or MariaDB", everythingOnMysql);
