"""Judges search on a collection of laws and prints a table: what, the figure, the bar.

    python3 judge.py BIN LAWS_CONTENT WORK KEYS [JUDGED.tsv ...]

LAWS_CONTENT: what laws_to_content.py made, its .articles.tsv beside it. JUDGED: query id, query, relevant article ids with commas.
An answer's articles are its passages, best score first, whatever documents they belong to. Each judged file is judged twice: as
the laws stand, and with uses counted from the answers of one half of the queries and judged on the other, both ways round, so
that no query is judged with its own answer known. Beside them stand the queries in plain words and the slips of this folder.
"""
import json
import math
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BARS = {"keywords": ((0.39, 0.52, None), (0.445, 0.565, 0.92)), "questions": ((0.372, 0.455, None), (0.42, 0.525, 0.90))}


def row(what, figure, bar=""):
    print(f"{what:<62} {figure:>12}   {bar}")


class Kiosk:
    def __init__(self, programs, content, work, keys):
        self.programs, self.content, self.keys = pathlib.Path(programs), pathlib.Path(content), pathlib.Path(keys)
        self.state, self.repository = pathlib.Path(work) / "judged-state", pathlib.Path(work) / "judged-repository"

    def publish(self, uses):
        file = self.content / "search/uses.tsv"
        if uses:
            file.parent.mkdir(exist_ok=True)
            file.write_text("".join(f"{item}\t{count}\n" for item, count in sorted(uses.items())), encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
        shutil.rmtree(self.state, ignore_errors=True)
        shutil.rmtree(self.repository, ignore_errors=True)
        self._run("mingting-publish", "build", self.content, "--out", self.repository, "--key", self.keys / "release.key")
        self._run("mingting", "install", self.repository, "--state", self.state)

    def ask(self, queries):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n".join(queries) + "\n")
            file.flush()
            out = self._run("mingting", "search", "--state", self.state, "--top", "10", "--passages", "10", "--json", "--batch", file.name)
        return [json.loads(line) for line in out.splitlines() if line.strip()]

    def _run(self, program, *words):
        return subprocess.run([self.programs / program, *map(str, words)], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def articles_of(answer):
    found = [(place["score"], (hit["id"], place["anchor"])) for hit in answer["hits"] for place in hit["passages"]]
    return list(dict.fromkeys(place for _, place in sorted(found, key=lambda each: -each[0])))[:10]


def judged(answer, wanted):
    """nDCG@10, R@10, share of the right documents among ten."""
    found = articles_of(answer)
    gain = sum(1 / math.log2(i + 2) for i, place in enumerate(found) if place in wanted)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(10, len(wanted))))
    documents = {item for item, _ in wanted}
    hits = {hit["id"] for hit in answer["hits"][:10]}
    return gain / ideal, len(wanted & set(found)) / len(wanted), len(documents & hits) / len(documents)


def lines_of(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def queries_of(path, places):
    for _, query, relevant in lines_of(path):
        wanted = {places[article] for article in relevant.split(",") if article in places}
        if wanted:
            yield query, wanted


def counted(rows):
    uses = {}
    for _, wanted in rows:
        for item, _ in wanted:
            uses[item] = uses.get(item, 0) + 1
    return uses


def judged_rows(kiosk, files, places):
    queries = {path: list(queries_of(path, places)) for path in files}
    scores = {(path, with_uses): [] for path in files for with_uses in (False, True)}
    for path, rows in queries.items():
        answers = kiosk.ask([query for query, _ in rows])
        scores[path, False] = [judged(answer, wanted) for answer, (_, wanted) in zip(answers, rows)]
    for fold in (0, 1) if files else ():
        kiosk.publish(counted(each for rows in queries.values() for each in rows[1 - fold::2]))
        for path, rows in queries.items():
            half = rows[fold::2]
            answers = kiosk.ask([query for query, _ in half])
            scores[path, True] += [judged(answer, wanted) for answer, (_, wanted) in zip(answers, half)]
    for path in files:
        name = path.stem.removeprefix("search-")
        for with_uses in (False, True):
            bars = BARS.get(name, ((None,) * 3,) * 2)[with_uses]
            means = [statistics.mean(score[i] for score in scores[path, with_uses]) for i in range(3)]
            for what, mean, bar in zip(("nDCG@10", "R@10", "right document among ten"), means, bars):
                row(f"{name}, {'with' if with_uses else 'without'} uses: {what}", f"{mean:.3f}", bar or "")


def chinese(number):
    if "之" in number:
        first, second = number.split("之")
        return chinese(first) + "之" + second
    digits, text, value = "零一二三四五六七八九", "", int(number)
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += ("" if size == 10 and digit == 1 and not text else digits[digit]) + unit
        elif text and value % size and not text.endswith("零"):
            text += "零"
    return f"第{text}条"


def titles_of(content):
    """Items by their title without the state's name, what stands in brackets behind it, and the part of a law: 民法典 侵权责任编."""
    titles = {}
    for path in sorted((content / "laws").glob("*.md")):
        title = re.search(r'^title = "(.*)"$', path.read_text(encoding="utf-8"), re.M).group(1)
        titles.setdefault(re.sub(r"^中华人民共和国|（[^）]*）$| \S+编$", "", title), set()).add(f"laws/{path.stem}")
    return titles


def plain_word_rows(kiosk, content):
    wanted, titles = {}, titles_of(content)
    for query, title, articles in lines_of(HERE / "plain_words.tsv"):
        for item in titles.get(title, ()):
            wanted.setdefault(query, set()).update((item, chinese(number)) for number in articles.split(","))
    answers = kiosk.ask(list(wanted))
    found = [bool(wanted[query] & set(articles_of(answer))) for query, answer in zip(wanted, answers)]
    row("queries in plain words that find the right article", f"{sum(found)} of {len(found)}", "17 of 20")
    for query, hit in zip(wanted, found):
        if not hit:
            print(f"    not found: {query}")


def slip_rows(kiosk):
    slips = list(lines_of(HERE / "slips.tsv"))
    offered = [answer["suggestions"] for answer in kiosk.ask([slip for slip, _ in slips])]
    first = sum(words[:1] == [right] for words, (_, right) in zip(offered, slips))
    among = sum(right in words for words, (_, right) in zip(offered, slips))
    row("slips whose right word is offered first", f"{first} of {len(slips)}", "85")
    row("slips whose right word is offered", f"{among} of {len(slips)}", "95")
    for words, (slip, right) in zip(offered, slips):
        if words[:1] != [right]:
            print(f"    {slip} -> {right}: {' '.join(words) or 'nothing'}")


def main():
    programs, content, work, keys, *files = sys.argv[1:]
    content = pathlib.Path(content)
    places = {}
    for article, item, anchor in lines_of(content.with_name(content.name + ".articles.tsv")):
        places[article] = (item, anchor)
    kiosk = Kiosk(programs, content, work, keys)
    kiosk.publish({})
    plain_word_rows(kiosk, content)
    slip_rows(kiosk)
    judged_rows(kiosk, [pathlib.Path(file) for file in files], places)


if __name__ == "__main__":
    main()
