// Runs one SQL statement in DuckDB on all cores and prints the first cell of the answer.
import { createRequire } from "module";
const { DuckDBInstance } = createRequire(process.env.NPM + "/")("@duckdb/node-api");
const connection = await (await DuckDBInstance.create()).connect();
const answer = await connection.runAndReadAll(process.argv[2]);
console.log(String(answer.getRows()[0]?.[0] ?? ""));
