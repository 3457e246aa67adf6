import { hostileInputsContract } from "../contracts/hostile/hostile-inputs.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

// A value takes ten times as long as in memory.
hostileInputsContract("MySQL", everythingOnMysql, 1);
