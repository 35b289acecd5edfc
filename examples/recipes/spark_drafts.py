import json
import sys

from pyspark.sql import SparkSession

import notelint


def judged(lines):
    drafts = [json.loads(line) for line in lines]
    found = notelint.lint_batch([draft.pop("text") for draft in drafts], drafts)
    return [json.dumps(one) for one in found]


if __name__ == "__main__":
    source, target = sys.argv[1:]
    spark = SparkSession.builder.appName("notelint").getOrCreate()
    spark.sparkContext.textFile(source).mapPartitions(judged).saveAsTextFile(target)
