"""A collection of laws (JSON lines, .gz or plain) as a content folder: one item a law, its articles under headings.

    python3 laws_to_content.py LAWS.jsonl.gz FOLDER [--national]

A line: id, title, level, date, number, issuer, national, articles [{id, no, heading, text}]. The item of law 17 is
laws/000017; the heading of its third article is 第三条 and anchors as Markdown headings do (第三条, 第三条-2 ...).
Everyday words come from content/words.
FOLDER.articles.tsv, beside the folder, says for each article id where it went: article, item, anchor. Characters of private
use, which no face can show and publishing refuses, become a square.
"""
import gzip
import json
import pathlib
import re
import shutil
import sys

WORDS = pathlib.Path(__file__).resolve().parent / "../../content/words"
SITE = """id = "laws"
name = "法规库"
district = "法规库"
office = "法规库"
hall = "一楼大厅"
address = "一号"
hours = "工作日"
phone = "12345"
receipt_prefix = "FG"
hot_searches = ["社会保险", "劳动合同"]

[synonyms]
"社保" = "社会保险"

[[tiles]]
title = "法律法规"
title_en = "Laws"
icon = "document"
target = "column:laws"
"""
COLUMN = """title = "法律法规"
kind = "list"
order = 1
icon = "document"
filters = [{ name = "topic", title = "类别" }, { name = "year", title = "年份" }]
"""


PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def toml_text(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "", "\t": " "}
    return '"' + "".join(escapes.get(c, c if c >= " " else "") for c in text) + '"'


def front_matter(law):
    lines = ["+++", f"title = {toml_text(law['title'])}"]
    for key, name in (("number", "document_number"), ("issuer", "issuer"), ("level", "topic")):
        if law.get(key):
            lines.append(f"{name} = {toml_text(law[key])}")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", law.get("date") or ""):
        lines += [f"made = {law['date']}", f"published = {law['date']}"]
    return lines + ["+++", ""]


def as_markdown(text):
    """One paragraph a line; what would be Markdown syntax at a line's start or inside is escaped."""
    clean = "".join(c if c >= " " or c == "\n" else " " for c in text)
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", clean)
    paragraphs = [line.strip() for line in escaped.split("\n") if line.strip()]
    return "\n\n".join(re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", p)) for p in paragraphs)


def body(law):
    """The Markdown lines, and for each article its anchor."""
    lines, anchors, used, chapter = [], [], {}, ""

    def anchor_of(heading):
        plain = re.sub(r"\s", "", heading)
        used[plain] = used.get(plain, 0) + 1
        return plain if used[plain] == 1 else f"{plain}-{used[plain]}"

    for article in law["articles"]:
        if article["heading"] and article["heading"] != chapter:
            chapter = article["heading"]
            heading = re.sub(r"\s+", " ", chapter.replace("\n", " ")).strip()
            anchor_of(heading)
            lines += [f"## {as_markdown(heading)}", ""]
        name = re.sub(r"\s+", " ", (article["no"] or "正文").strip())
        anchors.append((article["id"], anchor_of(name)))
        lines += [f"### {as_markdown(name)}", "", as_markdown(article["text"]), ""]
    return lines, anchors


def main():
    source, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for part in ("columns", "laws"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "site.toml").write_text(SITE, encoding="utf-8")
    (folder / "columns/laws.toml").write_text(COLUMN, encoding="utf-8")
    shutil.copytree(WORDS, folder / "words", dirs_exist_ok=True)
    with (gzip.open(source, "rt", encoding="utf-8") if source.endswith(".gz") else open(source, encoding="utf-8")) as laws, \
            folder.with_name(folder.name + ".articles.tsv").open("w", encoding="utf-8") as articles:
        for line in laws:
            law = json.loads(PRIVATE_USE.sub("□", line))
            if "--national" in sys.argv and not law["national"]:
                continue
            item = f"laws/{law['id']:06d}"
            lines, anchors = body(law)
            (folder / f"{item}.md").write_text("\n".join(front_matter(law) + lines), encoding="utf-8")
            for article, anchor in anchors:
                articles.write(f"{article}\t{item}\t{anchor}\n")


if __name__ == "__main__":
    main()
