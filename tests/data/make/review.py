#!/usr/bin/env python3
"""review.py - the earlier versions of the good samples that tests of cjreport compare with: tests/data/review/."""
import csv
import os

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "samples")
OUT = os.path.join(HERE, "..", "review")


def read(name):
    with open(os.path.join(SAMPLES, name), encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))


def write(name, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="") as f:
        f.write("\ufeff")
        csv.writer(f, lineterminator="\r\n").writerows(rows)


def row(rows, first, second=None):
    return next(r for r in rows if r[0] == first and (second is None or r[1] == second))


def meta(rows, **fields):
    for label, value in fields.items():
        row(rows, label.replace("_", " "))[1] = value


def drop(rows, *firsts):
    """Records of the tables; the grid stays."""
    return [r for r in rows if r[0] not in firsts]


def kpis(rows, head, header, values):
    """Other period columns: {KPI: [values]}; KPIs that are not named go."""
    start = rows.index(next(r for r in rows if r[0] == head))
    top = rows[start + 1]
    at = [i for i, c in enumerate(top) if c.startswith("2025Q")]
    out, i = rows[: start + 1], start + 1
    while i < len(rows) and any(rows[i]):
        r = rows[i]
        if r is top or r[1] in values:
            new = header if r is top else values[r[1]]
            out.append(r[: at[0]] + new + r[at[-1] + 1 :])
        i += 1
    return out + rows[i:]


def ja(version):
    rows = read("02_good_ja.csv")
    grid = rows.index(row(rows, "項目", "導入期"))
    for i in range(grid, grid + 14):  # 更新期 came with 1.2
        rows[i][4] = ""
    rows = drop(rows, "E3", "E4", "E5", "A7", "A8", "1.2")
    meta(rows, バージョン="1.1", 前回レビュー日="2025-06-27", 次回レビュー日="2025-09-26")
    goal = row(rows, "顧客のゴール")
    goal[2], goal[3] = goal[2].replace(" [E4]", ""), goal[3].replace(" [E3]", "")
    row(rows, "行動")[3] = "・他部署の担当者に使い方を教える\n・APIで会計データをつなぐ [E2]"
    mind = row(rows, "思考・感情")
    mind[2] = mind[2].replace(" [E4]", "")
    mind[3] = mind[3].replace(" [E3]", "")
    pain = row(rows, "課題・ペイン")
    pain[2] = "・【仮説】どの機能から使えばよいかわからない"
    pain[3] = "・【仮説】権限設定が粗く、他部署に渡せない\n・【仮説】他部署に導入のメリットを説明できない"
    touch = row(rows, "タッチポイント")
    touch[3] = touch[3].replace(" [E3]", "")
    row(rows, "成功の定義")[3] = "2部署以上で月1回以上ログインしている"
    row(rows, "A2")[7:9] = ["実施中", ""]
    row(rows, "A5")[4], row(rows, "A5")[7] = "2025年9月末まで", "予定"
    row(rows, "A6")[7] = "予定"
    for r in rows:
        if r[0] in ("A1", "A3", "A4"):
            r[8] = ""
        if r[0] == "根拠" and r[1].startswith("E1、"):
            r[1] = "E1"
    rows = kpis(rows, "■KPI", ["2025Q1", "2025Q2"], {
        "オンボーディング完了率": ["62", "66"],
        "初回レポート作成までの日数": ["24", "21"],
        "月5回以上ログインした利用者の割合": ["41", "44"],
        "2部署以上で利用する契約の割合": ["22", "24"]})
    if version == "1.1":
        return rows
    rows = drop(rows, "E6", "1.1")
    meta(rows, バージョン="1.0", 前回レビュー日="2025-03-28", 次回レビュー日="2025-06-27")
    pain = row(rows, "課題・ペイン")
    pain[1] = "・【仮説】データ連携の設定手順がわからない\n・専門用語が難しい"
    pain[3] = "・【仮説】権限の設定が粗く、他の部署に渡せない"
    row(rows, "タッチポイント")[1] = "キックオフMTG、設定ガイド"
    for r in rows:
        if r[0] in ("A1", "A3"):
            r[7] = "予定"
    return drop(rows, "A2", "A4", "A5", "A6")


def en():
    rows = read("03_good_en.csv")
    rows = drop(rows, "E3", "E4")
    meta(rows, Version="0.9", Last_Review="2025-06-13", Next_Review="2025-09-12")
    row(rows, "Customer Goal")[2] = "Spend fewer than 10 hours on each month-end close"
    row(rows, "Pain Points")[2] = "- [assumption] Nobody knows which automation rules to switch on first"
    row(rows, "Definition of Success")[1] = \
        "First month reconciled and 2 bank feeds connected within 60 days"
    for r in rows:
        if r[:2] == ["1.0", "2025-09-12"]:
            r[0], r[1], r[3] = "0.9", "2025-06-13", "Draft for the first interviews"
    return kpis(rows, "# KPI", ["2025Q2"], {
        "Median days to first reconciled month": ["38"],
        "Accounts with 2+ bank feeds connected by day 45": ["51"],
        "Share of accounts using 3+ workflows per month": ["50"]})


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    write("ja-1.0.csv", ja("1.0"))
    write("ja-1.1.csv", ja("1.1"))
    write("en-0.9.csv", en())
