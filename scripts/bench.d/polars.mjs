// The mean loss of a file in Polars, lazily on all cores: TASK FILE [OUTPUT].
import { createRequire } from "module";
const pl = createRequire(process.env.NPM + "/")("nodejs-polars").default;
const [task, file, output] = process.argv.slice(2);
const col = pl.col;
const y = col("target"), f = col("prediction");
const residual = y.sub(f);
const loss = {
    mse: () => residual.mul(residual),
    huber: () => {
        const size = pl.when(residual.gt(0)).then(residual).otherwise(residual.mul(-1));
        return pl.when(size.ltEq(1)).then(residual.mul(residual).mul(0.5)).otherwise(size.sub(0.5));
    },
    bce: () => pl.when(col("label").eq(1)).then(col("probability").log(Math.E).mul(-1))
        .otherwise(pl.lit(1).sub(col("probability")).log(Math.E).mul(-1)),
    ce: () => {
        let p = pl.lit(null);
        for (let c = 9; c >= 0; c--) p = pl.when(col("class").eq(c)).then(col("p" + c)).otherwise(p);
        return p.log(Math.E).mul(-1);
    },
}[task]().alias("loss");
const data = pl.scanCSV(file);
if (output) {
    (await data.withColumns(loss).collect()).writeCSV(output);
} else {
    console.log(String((await data.select(loss.mean()).collect()).getColumn("loss").get(0)));
}
