"""The tables: whole, sourced, and true to the facts."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

import cst1992 as cst
from cst1992.facts import files, package
from cst1992.facts.citing import cite, source, sources_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import DamagedTable, fields, rows, table_names
from cst1992.facts.tables import whole_table
from cst1992.quizzes.bank import BrokenBank, bank_names, load_bank
from cst1992.teacher.cli import main
from tests.quizzes.test_bank import GOOD

PHRASES = (Path(__file__).parents[1] / "article_phrases.txt").read_text(encoding="utf-8").splitlines()
COPIES = [
    "docslib",
    "issuhub",
    "studfile",
    "zzapomni",
    "blogen.wiki",
    "iiab",
    "kiwix",
    "wikimili",
    "armeniandiaspora",
    "armenianclub",
    "news-pravda",
    "fdocuments",
    "vdocuments",
    "helpiks",
    "hoonting",
    "amansaja",
    "yokvadro",
    "allrefer",
    "en-academic",
    "zaki.ru",
    "pavlodar.com",
    "iplex360",
    "parus.ua",
    "prgapp",
    "hartford-hwp",
]


def test_the_data_package_is_valid():
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(files.data_file("datapackage.json"))).validate()
    broken = report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert report.valid, f"frictionless found: {broken[:5]}"


def test_every_table_of_the_package_is_a_file_and_every_file_a_table():
    names = {path.stem for path in files.data_folder().glob("*.csv")}
    assert names == set(table_names())


def test_every_column_is_described():
    for table in table_names():
        for field in fields(table):
            assert field.get("description"), f"{table}.{field['name']} has no description"


def test_no_source_is_an_orphan_and_none_is_missing():
    cited = {str(row["source"]) for table in table_names() for row in rows(table) if row.get("source")}
    cited |= {question.source for name in bank_names() for question in load_bank(name).questions}
    known = {str(row["id"]) for row in rows("sources")}
    assert cited <= known, f"cited but not in sources.csv: {sorted(cited - known)}"
    assert known <= cited, f"in sources.csv but cited nowhere: {sorted(known - cited)}"


def test_every_citation_belongs_to_a_row():
    for citation in rows("citations"):
        table, row = str(citation["table"]), citation["row"]
        assert row in {entry["id"] for entry in rows(table)}, f"{citation['id']}: no row {row!r} in {table}"
        assert citation["source"] != next(entry["source"] for entry in rows(table) if entry["id"] == row), (
            f"{citation['id']} repeats the source that the row names itself"
        )


def test_no_address_is_a_copy_site():
    for row in rows("sources"):
        assert not any(host in str(row["address"]) for host in COPIES), f"{row['id']} leads to a copy: {row['address']}"


def test_phrases_quoted_from_the_text_of_2004_are_its_own():
    for claim in rows("claims"):
        assert claim["phrase"] in PHRASES, f"{claim['id']} quotes what is not in the text: {claim['phrase']!r}"
        assert len(str(claim["phrase"]).split()) <= 25, f"{claim['id']} quotes more than 25 words"


def test_the_treaty_has_eleven_articles():
    articles = cst.articles()
    assert articles["number"].tolist() == list(range(1, 12)), "The Treaty of 1992 has eleven articles, numbered 1 to 11"


def test_articles_nine_to_eleven_are_reported_and_the_others_were_read():
    basis = cst.articles().set_index("number")["basis"]
    assert basis[basis == "reported"].index.tolist() == [9, 10, 11], "Nobody here has read Articles 9 to 11 in full"


def test_one_article_promises_mutual_assistance():
    kinds = cst.articles().set_index("number")["kind"]
    assert kinds[kinds == "mutual assistance"].index.tolist() == [4], "Mutual assistance is promised in Article 4 alone"


def test_the_text_of_1992_asks_for_no_request_and_no_hurry_in_article_4():
    paraphrases = " ".join(cst.provisions(article=4)["paraphrase"])
    assert "request" not in paraphrases and "immediately" not in paraphrases, (
        "Both words came with the Protocol of 2010"
    )
    change = cst.amendments(article=4)["change"].item()
    assert "request" in change and "immediately" in change


def test_the_heads_of_the_parties_decide_on_force():
    first = cst.provisions(article=6).iloc[0]
    assert first["who_decides"] == "the heads of the parties", (
        "Article 6 gives the decision on force to the heads of the parties"
    )


def test_the_protocol_of_2010_amended_six_articles():
    changes = cst.amendments()
    amended = changes.loc[changes["amended"] == "amended", "article"].tolist()
    assert amended == [2, 3, 4, 5, 6, 11], (
        f"The Kremlin's note of 2011 names Articles 2, 3, 4, 5, 6 and 11; the data say {amended}"
    )


def test_the_number_of_paragraphs_agrees_with_the_provisions():
    for article in rows("articles"):
        if article["paragraphs"] is not None:
            found = sum(row["article"] == article["number"] for row in rows("provisions"))
            assert found == article["paragraphs"], (
                f"Article {article['number']}: {found} provisions, {article['paragraphs']} paragraphs"
            )


def test_what_nobody_here_has_verified_is_not_printed():
    treaty = " ".join(
        str(list(row.values())) for table in ("articles", "provisions", "amendments") for row in rows(table)
    )
    for unverified in ("six months", "six-month", "Belarus keeps"):
        assert unverified not in treaty, f"{unverified!r} is not verified for the Treaty"
    everything = " ".join(str(list(row.values())) for table in table_names() for row in rows(table))
    assert not re.search(r"vol(ume|\.) 1894", everything), "volume and page in the UN series are not verified"


def test_the_words_of_the_house_hold():
    avoided = (
        r"\b(dropped out|drop out|loophole|brotherly|puppet|satellite|post-Soviet states|the Treaty (failed|worked))\b"
    )
    for table in table_names():
        for row in rows(table):
            for column, value in row.items():
                if column != "phrase" and table != "sources":
                    found = re.search(avoided, str(value), re.IGNORECASE)
                    assert not found, f"{table}, {row['id']}, {column}: {found.group() if found else ''}"


def test_every_call_gives_a_fresh_copy():
    first = cst.articles()
    first.loc[0, "title"] = "spoilt"
    assert cst.articles().loc[0, "title"] != "spoilt"


def test_words_with_an_order_are_ordered():
    confidence = cst.articles()["confidence"]
    assert confidence.cat.ordered and list(confidence.cat.categories) == ["low", "medium", "high"]


@pytest.mark.parametrize(
    "call", [lambda: cst.article(0), lambda: cst.provisions(article=12), lambda: cst.claims(article="four")]
)
def test_an_article_that_does_not_exist_is_named_as_such(call):
    with pytest.raises(ValueError, match="Articles 1 to 11"):
        call()


def test_an_unknown_ledger_or_table_names_the_valid_ones():
    with pytest.raises(ValueError, match=r"Did you mean 'wording'\?"):
        cst.claims(ledger="wordings")
    with pytest.raises(ValueError, match=r"Did you mean 'articles'\?"):
        whole_table("article")


def test_an_unknown_source_names_the_nearest_one():
    with pytest.raises(ValueError, match=r"Did you mean 'treaty-1992-ru'\?"):
        source("treaty-1992-rus")


def test_a_source_is_cited_with_title_organisation_and_date():
    assert cite("csto-25-years") == "25 years of the Collective Security Treaty. CSTO"


def test_further_sources_of_a_row_come_after_the_best_one():
    keys = [key for key, _ in sources_of("articles", "article-04")]
    assert keys[0] == "treaty-1992-ru" and "mfa-armenia-csto" in keys


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "article-05,5,",
            "article-05,five,",
            r"data/articles\.csv, line 6, column number: expected a whole number, found 'five'",
        ),
        ("article-05,5,", "article-05,,", r"line 6, column number: a value is required here"),
        (
            ",institution,",
            ",instituton,",
            r"line 4, column kind: expected one of the agreed words.*Did you mean 'institution'",
        ),
        ("id,number,title", "id,nr,title", r"line 1: expected the columns id, number"),
        ("article-05,5,", "article-05,5,extra,", r"line 6: expected 14 cells, found 15"),
    ],
)
def test_a_damaged_table_says_file_line_column_and_what_was_expected(copied, old, new, message):
    file = copied / "articles.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DamagedTable, match=message):
        rows("articles")


def as_csv(text, **form):
    """A table as another program writes it."""
    written = io.StringIO()
    csv.writer(written, **form).writerows(csv.reader(io.StringIO(text, newline="")))
    return written.getvalue()


@pytest.mark.parametrize("ending", ["", "\r\n", "\n\n\n", "," * 13 + "\n"], ids=["none", "blank", "three", "commas"])
def test_a_table_saved_by_excel_as_utf8_is_read_with_its_empty_lines_left_out(copied, ending):
    file = copied / "articles.csv"
    before, text = rows("articles"), file.read_text(encoding="utf-8")
    file.write_bytes((as_csv(text, lineterminator="\r\n") + ending).encode("utf-8-sig"))
    assert rows("articles") == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda text: text.encode("cp1251", "replace"),
            r"data/articles\.csv is not in UTF-8\. Save it once more as UTF-8",
        ),
        (lambda text: text.encode("utf-16"), r"data/articles\.csv is not in UTF-8"),
        (lambda text: as_csv(text, delimiter=";").encode(), "separated by semicolons. Save the file with commas"),
        (lambda text: as_csv(text, delimiter="\t").encode(), "separated by tabs. Save the file with commas"),
        (lambda text: b"", "found nothing"),
        (lambda text: text.replace(",read,", ",red,", 1).encode(), r"There are: read, reported\.$"),
    ],
    ids=["cp1251", "UTF-16", "semicolons", "tabs", "empty", "one full stop"],
)
def test_a_table_saved_in_another_form_says_how_to_save_it(copied, change, message):
    file = copied / "articles.csv"
    file.write_bytes(change(file.read_text(encoding="utf-8")))
    with pytest.raises(DamagedTable, match=message):
        rows("articles")


def test_a_quotation_mark_that_is_never_closed_is_looked_for(copied):
    most = csv.field_size_limit(100_000)
    with (copied / "articles.csv").open("a", encoding="utf-8") as file:
        file.write('"' + 150_000 * "x")
    with pytest.raises(DamagedTable, match="Look for a quotation mark that is not closed"):
        rows("articles")
    csv.field_size_limit(most)


def test_a_folder_in_the_place_of_a_table_is_named(copied):
    (copied / "articles.csv").unlink()
    (copied / "articles.csv").mkdir()
    with pytest.raises(DamagedTable, match=r"data/articles\.csv cannot be read"):
        rows("articles")


def test_a_folder_among_the_quizzes_is_no_quiz(copied):
    (copied / "quizzes" / "99_a_folder.yaml").mkdir()
    assert "99_a_folder" not in bank_names()


def test_a_corrected_or_added_source_is_cited_and_known_to_a_quiz_at_once(copied, tmp_path):
    before, quiz = cite("un-charter"), tmp_path / "bank.yaml"
    quiz.write_text(GOOD.replace("source: un-charter", "source: a-new-one"), encoding="utf-8")
    with pytest.raises(BrokenBank, match="source 'a-new-one' is not known"):
        load_bank(quiz)
    file = copied / "sources.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("un-charter,"))
    lines.append(lines[place].replace("un-charter,", "a-new-one,", 1))
    lines[place] = lines[place].replace("Charter of the", "Corrected Charter of the", 1)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert cite("un-charter") != before and "Corrected" in cite("un-charter")
    assert load_bank(quiz).questions[0].source == "a-new-one"


def test_missing_data_say_where_they_were_looked_for(copied, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(files, "INSTALLED", tmp_path / "nowhere")
    monkeypatch.setattr(files, "SOURCE_TREE", tmp_path / "nor-here")
    package.description.cache_clear()
    for call in (files.data_folder, cst.articles, lambda: cst.article(4), lambda: cst.quiz("02")):
        with pytest.raises(Mistake, match="Copy the whole folder of the module again"):
            call()
    assert main(["quiz", "check"]) == 1
    assert capsys.readouterr().err.startswith("✗ The module's data are missing")


def test_a_missing_table_says_how_to_bring_it_back(copied):
    (copied / "articles.csv").unlink()
    with pytest.raises(Mistake, match=r"There is no file articles.csv in .* Copy the whole folder"):
        cst.articles()


def test_the_package_states_licence_version_and_contributors():
    package = json.loads(files.data_file("datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0" and package["version"] and package["contributors"]


def test_every_table_has_its_essay():
    essay = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
    for table in table_names():
        assert f"[{table}.csv]({table}.csv)" in essay, f"data/README.md says nothing about {table}"
    assert "outlines.geojson" in essay


def test_the_data_version_is_stated_once():
    version = json.loads(files.data_file("datapackage.json").read_text(encoding="utf-8"))["version"]
    assert version not in (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
