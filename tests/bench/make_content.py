#!/usr/bin/env python3
"""Makes a content folder of any size for benchmarks and load tests: python3 make_content.py DIR ITEMS [--pictures N].

The same arguments give the same bytes. The text is invented from a small vocabulary and marked as sample. DIR/LONGEST holds
the title of the longest item, which no other item shares. Forms and calendar are those of the starter content."""
import argparse
import pathlib
import random
import shutil
import struct
import zlib

AGENCIES = ["区政府办公室", "区发展改革局", "区教育局", "区民政局", "区财政局", "区人力资源社会保障局", "区自然资源局", "区住房城乡建设局",
            "区交通运输局", "区农业农村局", "区商务局", "区文体广电旅游局", "区卫生健康局", "区应急管理局", "区市场监管局", "区医疗保障局",
            "区生态环境分局", "区综合行政执法局", "区审计局", "区统计局"]
TOPICS = ["社会保险", "最低生活保障", "义务教育招生", "老旧小区改造", "住房公积金", "医疗保险报销", "创业担保贷款", "残疾人补贴", "食品安全",
          "安全生产", "环境保护", "城市更新", "公共租赁住房", "养老服务", "就业援助", "营商环境", "预算公开", "政府采购", "行政许可",
          "土地征收", "房屋征收补偿", "农村宅基地", "高校毕业生就业", "退役军人安置", "公共卫生", "交通管理", "文化惠民", "旅游服务",
          "价格监管", "防汛抗旱"]
KINDS = ["实施办法", "管理办法", "工作方案", "实施细则", "通知", "若干措施", "办理指南", "工作要点", "公告", "情况说明"]
SUBJECTS = ["申请人", "各街道办事处", "有关部门", "符合条件的单位", "社区工作站", "承办机构", "本区居民", "企业和个体工商户"]
VERBS = ["应当提交", "可以申请", "负责受理", "及时公开", "按规定办理", "如实填写", "统一登记", "逐项核对", "按季度汇总", "书面告知"]
OBJECTS = ["申请材料", "身份证明", "办理结果", "补贴资金的使用情况", "年度工作计划", "公示名单", "审核意见", "收入和财产状况", "项目进展情况",
           "服务事项清单"]
TAILS = ["，并在二十个工作日内答复。", "；材料不齐的，一次告知需要补正的内容。", "，不得增加其他条件。", "，结果在政务公开专区公布。",
         "，有关情况每年一月底前汇总。", "，咨询电话由大厅公示。", "，群众可以到窗口查询进度。", "。具体标准另行公布。"]
PREFIXES = ["筑府办函", "筑府办发", "筑府发", "黔府办发", "国办发", "国办函"]
COLUMNS = [("policies", "政策文件", 6), ("notices", "通知公告", 2), ("guides", "办事服务", 1), ("answers", "问题解答", 1)]
SHARES = [name for name, _, share in COLUMNS for _ in range(share)]

SITE = '''id = "bench"
name = "示例大厅"
name_en = "Sample hall"
district = "示例区"
office = "示例区人民政府办公室"
hall = "示例政务服务大厅"
address = "以大厅公示为准"
hours = "以大厅公示为准"
phone = "以大厅公示为准"
receipt_prefix = "SL"
hot_searches = ["社保", "低保", "公积金", "预算公开"]

[synonyms]
"社保" = "社会保险"
"低保" = "最低生活保障"
"医保" = "医疗保险"

[[tiles]]
title = "查信息"
title_en = "Search"
caption = "搜文件和政策"
caption_en = "Documents and policy"
icon = "search"
target = "search"

[[tiles]]
title = "提申请"
title_en = "Apply"
caption = "申请公开政府信息"
caption_en = "Ask for information"
icon = "apply"
target = "form:application"

[[tiles]]
title = "提意见"
title_en = "Feedback"
caption = "给我们打分和建议"
caption_en = "Rate us, tell us"
icon = "feedback"
target = "form:feedback"
'''


def column_toml(title, order):
    return f'''title = "{title}"
title_en = "Column {order}"
summary = "为测量速度生成的示例内容。"
icon = "document"
kind = "list"
order = {order}
required = ["summary", "issuer", "published", "topic"]

[[shown]]
name = "issuer"
title = "发布机构"
title_en = "Issuer"

[[filters]]
name = "issuer"
title = "发布机构"
title_en = "Issuer"

[[filters]]
name = "topic"
title = "主题"
title_en = "Topic"
'''


def tile(name, title):
    return f'''
[[tiles]]
title = "{title}"
title_en = "Column"
caption = "示例栏目"
caption_en = "Sample column"
icon = "document"
target = "column:{name}"
'''


def sentence(chance):
    return chance.choice(SUBJECTS) + chance.choice(VERBS) + chance.choice(OBJECTS) + chance.choice(TAILS)


def paragraph(chance, topic):
    return f"关于{topic}，" + "".join(sentence(chance) for _ in range(chance.randint(2, 5)))


def chinese_number(n):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(n, 10)
    if n < 10:
        return digits[n]
    if n < 100:
        return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
    hundreds, rest = divmod(n, 100)
    return digits[hundreds] + "百" + ("" if rest == 0 else ("零" if rest < 10 else "") + (
        chinese_number(rest) if rest < 10 or rest >= 20 else "一" + chinese_number(rest)))


def body(chance, topic, sections, earlier):
    parts = [paragraph(chance, topic)]
    for number in range(1, sections + 1):
        parts.append(f"## 第{chinese_number(number)}条 {chance.choice(OBJECTS)}")
        parts.append(paragraph(chance, topic))
        if number % 4 == 0:
            parts.append("\n".join(f"- {sentence(chance)}" for _ in range(3)))
        if number % 7 == 0:
            parts.append("| 事项 | 时限 |\n|---|---|\n" + "\n".join(
                f"| {chance.choice(OBJECTS)} | {chance.randint(3, 20)}个工作日 |" for _ in range(3)))
    if earlier:
        parts.append(f"参见[以前的文件]({chance.choice(earlier)})。")
    return "\n\n".join(parts) + "\n"


def item(chance, number, earlier, picture, sections, title):
    column = SHARES[number % len(SHARES)] if sections is None else COLUMNS[0][0]
    topic, agency, kind = chance.choice(TOPICS), chance.choice(AGENCIES), chance.choice(KINDS)
    year, month, day = chance.randint(2016, 2026), chance.randint(1, 12), chance.randint(1, 28)
    title = title or f"示例区{topic}{kind}（示例第{number}号）"
    name = f"{column}/{year}/{number:06d}"
    front = [f'title = "{title}"', f'summary = "{topic}怎样办，由谁办，什么时候办完。"', f'index_number = "SL{number:08d}"',
             f'issuer = "{agency}"', f"made = {year}-{month:02d}-{day:02d}", f"published = {year}-{month:02d}-{day:02d}",
             f'topic = "{topic}"', 'disclosure = "主动公开"', "sample = true", f'keywords = ["{topic}", "{agency}"]']
    if column == "policies":
        front.append(f'document_number = "{PREFIXES[number % len(PREFIXES)]}〔{year}〕{number}号"')
        front.append('validity = "有效"')
    if earlier and number % 5 == 0:
        front += ["", "[[relations]]", 'kind = "related"', f'item = "{chance.choice(earlier)}"']
    text = body(chance, topic, chance.randint(2, 9) if sections is None else sections, earlier)
    if picture:
        text += f"\n![示例图片](media/{picture})\n"
    return name, title, "+++\n" + "\n".join(front) + "\n+++\n\n" + text


def png(number):
    """A small picture of one colour, different for each number."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    row = b"\x00" + bytes([number % 256, number // 256 % 256, 160]) * 64
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(row * 64)) + chunk(b"IEND", b""))


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("items", type=int)
    arguments.add_argument("--pictures", type=int, default=0)
    options = arguments.parse_args()
    root, chance = options.folder, random.Random(20261123)
    starter = pathlib.Path(__file__).resolve().parents[2] / "content"
    write(root / "site.toml", SITE + "".join(tile(name, title) for name, title, _ in COLUMNS))
    for order, (name, title, _) in enumerate(COLUMNS):
        write(root / "columns" / f"{name}.toml", column_toml(title, order))
    for folder in ("forms", "calendar"):
        shutil.copytree(starter / folder, root / folder, dirs_exist_ok=True)
    pictures = [f"{number:05d}.png" for number in range(options.pictures)]
    for number, picture in enumerate(pictures):
        write(root / "media" / picture, png(number))
    earlier = []
    for number in range(1, options.items + 1):
        longest = number == options.items
        picture = pictures[number % len(pictures)] if pictures and number % 10 == 0 else ""
        name, title, text = item(chance, number, earlier[-200:], picture, 400 if longest else None,
                                 "示例区政务公开全书（最长的一篇）" if longest else None)
        write(root / f"{name}.md", text)
        earlier.append(name)
        if longest:
            write(root / "LONGEST", title)


main()
