"""Reads the JSON lines of `mingting search --batch ... --json`; prints how many, p50, p99 and the slowest."""
import json
import sys

times = sorted((json.loads(line)["ms"], json.loads(line)["query"]) for line in sys.stdin)
if not times:
    sys.exit("no queries")
at = lambda share: times[min(len(times) - 1, int(share * len(times)))][0]
print(f"search, {len(times)} queries: p50 {at(0.5):.2f} ms, p99 {at(0.99):.2f} ms, slowest {times[-1][0]:.2f} ms ({times[-1][1]})")
