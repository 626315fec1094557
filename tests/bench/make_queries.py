"""Queries for a speed test of search: python3 make_queries.py LAWS.jsonl.gz COUNT [SEED]

Prints COUNT lines: pieces of two and of four Han characters cut from the text at random, and for a fifth of them the commonest
pairs and fours, which are the hardest. The same arguments give the same queries."""
import collections
import gzip
import json
import random
import re
import sys

HAN = re.compile("[\u4e00-\u9fff]+")


def runs_of(path):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                yield from HAN.findall(article["text"])


def main():
    path, count = sys.argv[1], int(sys.argv[2])
    random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    runs = [run for run in runs_of(path) if len(run) >= 4]
    queries = []
    for size in (2, 4):
        common = collections.Counter(run[at:at + size] for run in runs for at in range(len(run) - size + 1))
        queries += [piece for piece, _ in common.most_common(count // 10)]
        for _ in range(count // 2 - count // 10):
            run = random.choice(runs)
            at = random.randrange(len(run) - size + 1)
            queries.append(run[at:at + size])
    random.shuffle(queries)
    print("\n".join(queries))


main()
