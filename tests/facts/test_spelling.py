"""Answers as people write them: what is read for sure, what is asked back, and never a guess between them."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from cst1992.answers import list_checks, value_checks
from cst1992.facts.spelling.dates import as_span, read_date
from cst1992.facts.spelling.letters import clean, folded
from cst1992.facts.spelling.lists import read_numbers
from cst1992.facts.spelling.numbers import read_number
from cst1992.quizzes.marking import AskedBack, mark
from cst1992.quizzes.questions import Measure, ShortText

ROOT = Path(__file__).resolve().parents[2]
COMMON = {"id": "q", "section": "s", "objective": "source", "core": True, "prompt": "?", "source": "un-charter"}


def measure(answer, dated=False, **more):
    return Measure(**COMMON | more, kind="number or date", answer=answer, dated=dated, otherwise="Another one.")


READ_AS_A_NUMBER = {
    4: ["4", "four", "4.", "(4)", " 4 states", "4 (four)", "4,0", "４", "٤", "Article 4", "art. 4", "Article IV", "...4", "No. 4", "№4", "4th",
        "the fourth", "all four", "about 4", "The answer is 4.", "x = 4", "2 + 2 = 4", "4 = 2 + 2", "16 : 4 = 4", "4 шт.",
        "четыре", "четырёх", "четвёртая", "4-й", "4-го", "ответ — 4", "около 4", "2 плюс 2 равно 4",
        "төрт", "төртінші", "4-ші", "4 мемлекет", "шамамен 4", "төртеу"],
    45: ["forty-five", "forty five days", "forty-fifth", "45 d", "сорок пять", "сорока пяти дней", "қырық бес"],
    18: ["eighteen", "восемнадцать", "он сегіз", "он сегізінші"],
    194: ["1410 - 1216 = 194", "1,410 − 1,216 = 194 warheads", "1410–1216=194", "194 = 1410 - 1216", "1410 minus 1216 is 194",
          "one hundred and ninety-four", "сто девяносто четыре", "жүз тоқсан төрт"],
    3400: ["3400", "3 400", "3\u00a0400", "3\u202f400 t", "3,400 tonnes", "3'400", "3_400", "3 400,0", "3,400.0", "3.4 thousand",
           "3,4 тыс. т", "3.4 мың тонна", "three thousand four hundred", "три тысячи четыреста", "3.400,0"],
    0.375: ["0.375", "0,375", ".375", ",375", "3/8", "three eighths", "37.5 %", "37,5%", "37.5 per cent", "37,5 процента",
            "3/8 = 0.375", "about 0.375"],
    1 / 3: ["1/3", "1 / 3", "⅓", "a third", "one third", "треть", "үштен бір", "2/6"],
    -4: ["-4", "−4", "minus 4", "minus four", "минус 4", "= -4"],
    0: ["0", "zero", "none", "ноль", "нөл"],
    40: ["4e1", "4E1", "4.0e+1"],
    24_800_000: ["24.8 million", "24,8 млн", "24 800 000", "24,800,000", "24.800.000"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "number"),
    [(written, number) for number, all_of_it in READ_AS_A_NUMBER.items() for written in all_of_it],
)
def test_a_number_is_read_from(written, number):
    assert read_number(written).value == pytest.approx(number), read_number(written).question


NO_SURE_NUMBER = [
    ("not 4", "“not”"), ("isn't 4", "“isn't”"), ("never 4", "“never”"), ("не 4", "“не”"), ("4 емес", "“емес”"),
    ("anything but not 4", "“not”"), ("all except 4", "“except”"), ("кроме 4", "“кроме”"),
    ("more than 4", "“more than”"), ("over 4", "“over”"), ("above four", "“above”"), ("> 4", "“>”"), ("4+", "“4+”"), ("400 +", "“400 +”"),
    ("4 or more", "“more”"), ("более 4", "“более”"), ("больше четырёх", "“больше”"), ("свыше 4", "“свыше”"),
    ("4-тен астам", "“астам”"), ("төрттен көп", "“көп”"),
    ("less than 4", "“less than”"), ("under 4", "“under”"), ("almost 4", "“almost”"), ("< 4", "“<”"), ("≠ 4", "“≠”"),
    ("менее 4", "“менее”"), ("почти 4", "“почти”"), ("4-тен аз", "“аз”"), ("4-тен кем", "“кем”"),
    ("at least 4", "“at least”"), ("no less than 4", "“no less than”"), ("не меньше 4", "“не меньше”"),
    ("не менее 4", "“не менее”"), ("кемінде 4", "“кемінде”"), ("от 4", "“от”"), ("from 4", "“from”"), ("≥ 4", "“≥”"),
    ("at most 4", "“at most”"), ("up to 4", "“up to”"), ("до 4", "“до”"), ("не более 4", "“не более”"),
    ("twice 4", "“twice”"), ("half of 4", "“half”"), ("either 4", "“either”"),
    ("4 and five", "4 and 5"), ("4 or 5", "4 and 5"), ("4-5", "4 and 5"), ("4, 5 and 6", "three numbers in it, 4, 5 and 6"),
    ("4 = 5", "4 and 5"), ("1410 - 1216", "1410 and 1216"), ("четыре или пять", "4 and 5"), ("төрт пен бес", "4 and 5"),
    ("20.04.1999", "20, 4 and 1999"), ("4:30", "4 and 30"), ("2 + 2", "A sum stands in it"), ("4 × 4", "A sum"),
    ("4a", "“4a”"), ("4 K", "“4 k”"), ("$4m", "“4m”"), ("x4", "“x4”"), ("4²", "“4²”"), ("4e", "“4e”"), ("4х4", "4"), ("0x4", "“0x”"),
    ("- 4", "a minus?"), ("answer -4", "a minus?"),
    ("many", "no number"), ("I do not know", "“not”"), ("inf", "no number"), ("9e999", "no number"), ("hundreds", "no number"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "asked"), NO_SURE_NUMBER, ids=lambda text: text)
def test_a_number_is_asked_back_at(written, asked):
    read = read_number(written)
    assert not read.sure and asked in read.question
    assert read.question.endswith((".", "”.", "minus”.")), "one sentence or two, whole"


@pytest.mark.parametrize("written", ["at least 400", "400 at least", "не менее 400", "кемінде 400", "минимум 400"])
def test_at_least_is_the_answer_where_the_question_asks_for_it(written):
    assert read_number(written, asked='A sentence with "at least ... fighters"').value == 400
    assert not read_number(written.replace("400", "not 400"), asked="at least").sure


def test_the_unit_of_the_question_is_not_counted_twice():
    assert read_number("40 %", unit="per cent").value == 40 and read_number("40 %").value == 0.4
    assert read_number("24.8 million", unit="million dollars").value == 24.8


@pytest.mark.parametrize("written", ["3/9", "40 %", "a third"])
def test_a_share_in_place_of_a_whole_number_is_asked_back(written):
    assert "is a share" in mark(measure("4"), written).question
    assert "is a share" in value_checks.number(written, right=4).sentence


READ_AS_A_DATE = {
    "2003-09-18": [
        "from 18 September 2003", "since 18 September 2003", "on the 18th of September 2003", "18 Sept. 2003", "18-Sep-2003",
        "Sep 18, 2003", "September 18th, 2003", "Thu 18 Sep 2003", "Thursday, 18 September 2003", "as of 18 September 2003",
        "eighteenth of September 2003", "18sep2003", "2003-09-18", "2003/9/18", "2003.09.18", "20030918", "18.09.2003",
        "18.9.2003 г.", "18/09/2003", "09/18/2003", "18.IX.2003", "18 September 2003, 10:30", "2003-09-18T00:00:00Z",
        "It was 18 September 2003.", "18\u00adSeptember 2003",
        "с 18 сентября 2003 г.", "18 сентября 2003 года", "от 18 сентября 2003", "18-го сентября 2003 г", "18 сен. 2003",
        "18 сент 2003", "в четверг, 18 сентября 2003", "чт, 18 сентября 2003", "восемнадцатое сентября 2003 года",
        "восемнадцатого сентября 2003-го", "начиная с 18 сентября 2003",
        "2003 жылғы 18 қыркүйек", "2003 жылғы 18 қыркүйекте", "2003 жылғы 18 қыркүйектен бастап", "2003 ж. 18 қыркүйек",
        "18 қыркүйек 2003 ж.", "2003 жылдың 18 қыркүйегінде", "18-қыркүйек, 2003 жыл", "18 қыр. 2003",
        "2003 жылғы қыркүйектің 18-і", "2003 жылғы қыркүйектің 18-інде", "бейсенбі, 18 қыркүйек 2003",
        "18 кыркуйек 2003", "қыркүйектің 18-сі, 2003 жыл", "c 18 сентября 2003", "It entered into force on 18 September 2003",
        "вступил в силу 18 сентября 2003 года", "2003 жылғы он сегізінші қыркүйек",
    ],
    "2000-01-10": ["10 янв. 2000", "Mon 10 Jan 2000", "10 января 2000", "2000 жылғы 10 қаңтар", "пн 10.01.2000", "10.I.2000"],
    "2012-12": ["December 2012", "in December 2012", "Dec. 2012", "в декабре 2012", "декабрь 2012 г.", "с декабря 2012 года",
                "2012 жылғы желтоқсан", "2012 жылдың желтоқсанында", "2012 ж. желтоқсаннан", "2012-12", "12.2012", "12/2012"],
    "1994": ["1994", "in 1994", "since 1994", "the year 1994", "в 1994 году", "1994 г.", "с 1994 года", "1994 жыл",
             "1994 жылы", "1994 ж.", "1994 жылдан бері"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "day"), [(written, day) for day, all_of_it in READ_AS_A_DATE.items() for written in all_of_it]
)
def test_a_date_is_read_from(written, day):
    read = read_date(written)
    assert read.sure, read.question
    first, last = read.value
    assert first.isoformat().startswith(day) and (first == last) == (len(day) == 10)


NO_SURE_DATE = [
    ("not 18 September 2003", "“not”"), ("не 18 сентября 2003", "“не”"), ("2003 жылғы 18 қыркүйек емес", "“емес”"),
    ("before 18 September 2003", "“before”"), ("by 18 September 2003", "“by”"), ("до 18 сентября 2003", "“до”"),
    ("after 2003", "“after”"), ("после 2003 года", "“после”"), ("2003 жылға дейін", "“дейін”"), ("> 2003", "“>”"),
    ("spring 1994", "“spring”"), ("1990s", "“s”"), ("1990-е", "“е”"), ("1994 or 1995", "“or”"),
    ("4 and 5 April 1994", "“and”"), ("4-5 April 1994", "the day and the month"), ("April-May 1994", "more than one date"),
    ("1994-1999", "more than one date"), ("18 September", "no year"), ("18.09.03", "no year"), ("20 April '94", "no year"),
    ("9/10/1998", "9 October 1998 or as 10 September 1998"), ("09-10-1998", "9 October 1998 or as 10 September 1998"),
    ("31 April 1994", "no such day"), ("13/13/2012", "no such day"), ("1994-13", "no such day"), ("spring", "no date"),
    ("", "no date"), ("9", "no year"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "asked"), NO_SURE_DATE)
def test_a_date_is_asked_back_at(written, asked):
    read = read_date(written)
    assert not read.sure and asked in read.question


READ_AS_A_LIST = [
    ("5, 6, 8", [5, 6, 8]), ("5,6,8", [5, 6, 8]), ("5; 6; 8", [5, 6, 8]), ("5 6 8", [5, 6, 8]), ("5/6/8", [5, 6, 8]),
    ("[5, 6, 8]", [5, 6, 8]), ("5, 6 and 8", [5, 6, 8]), ("5 и 6", [5, 6]), ("5, 6 және 8", [5, 6, 8]), ("5 пен 6", [5, 6]),
    ("five to six", [5, 6]), ("5 to 6", [5, 6]), ("from 5 to 6", [5, 6]), ("5–8", [5, 6, 7, 8]), ("five-six", [5, 6]),
    ("5-6, 8", [5, 6, 8]), ("5..8", [5, 6, 7, 8]), ("Articles 9 to 11", [9, 10, 11]), ("articles 5 through 6", [5, 6]),
    ("с 5 по 6", [5, 6]), ("от пяти до шести", [5, 6]), ("5-тен 6-ға дейін", [5, 6]), ("бестен алтыға дейін", [5, 6]),
    (["5-6", "8"], [5, 6, 8]), (["five to six", 8.0], [5, 6, 8]), (["note 2", "eight", 11], [2, 8, 11]),
    ("the second and the eighth", [2, 8]), ("второй и восьмой", [2, 8]), ("екінші, сегізінші", [2, 8]),
    ("twenty-five", [25]), ("- 5\n- 6", [5, 6]), ("1) 5\n2) 6", [5, 6]), ("№5, №6", [5, 6]), ("6-5", [6, 5]), ("V, VI", [5, 6]), ("Articles IX to XI", [9, 10, 11]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "numbers"), READ_AS_A_LIST, ids=str)
def test_a_list_is_read_from(written, numbers):
    assert read_numbers(written).value == numbers, read_numbers(written).question
    assert list_checks.numbers(written, right=numbers).good


NO_SURE_LIST = [
    ("not 5, 6, 8", "“not”"), ("не 5, 6, 8", "“не”"), ("5, 6, 8 емес", "“емес”"), ("all but 5", "“all but”"), ("without 4: 5, 6", "“without”"),
    ("5, 6 or 8", "“or”"), ("5, 6 или 8", "“или”"), ("5 немесе 6", "“немесе”"), ("5, 6, maybe 8", "“maybe”"),
    ("more than 5", "“more than”"), ("5 or more", "“more”"), ("between 5 and 8", "“between”"), (["5", "not 6"], "“not”"),
    (">5", "“>”"), ("5, 6a", "“6a”"), ("5.5", "'5.5' is none"), ("the last few", "'the last few' is none"), ([2.5], "2.5"),
    ([True], "True is none"), ([float("inf")], "inf is none"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "asked"), NO_SURE_LIST, ids=str)
def test_a_list_is_asked_back_at(written, asked):
    verdict = list_checks.numbers(written, right=[5, 6, 8])
    assert verdict.mark == 0 and asked in verdict.sentence == list_checks.numbers(written).sentence


@pytest.mark.parametrize(
    "written",
    ["Ka\u00adzakh\u00adstan", "Kazakh\u200bstan", "\ufeffKazakhstan", "K\u0430zakhst\u0430n", "Казахстан", "К\u0061захст\u0061н",
     "\u2066Kazakhstan\u2069", "Ｋａｚａｋｈｓｔａｎ", "Қазақстан", "КАZ", "Kazakhstan\u00a0"],
)  # fmt: skip
def test_signs_that_nobody_sees_and_letters_that_look_alike_change_no_name(written):
    assert list_checks.states([written], right=["Kazakhstan"]).good
    assert value_checks.word(written, right=["Kazakhstan", "Қазақстан", "KAZ"]).good
    question = ShortText(**COMMON, kind="short text", accepted=("Kazakhstan", "Қазақстан", "KAZ"), otherwise="Another.")
    assert mark(question, written).good


def test_two_names_stay_two():
    assert folded("Иран") != folded("Ирак") and clean("Минск, Minsk") == "Минск, Minsk"
    assert "no state" in list_checks.states(["not Kazakhstan"]).sentence


def test_what_cannot_be_read_costs_no_mark_in_a_quiz_and_says_the_same_in_an_exercise():
    for question, written, check in (
        (measure("4"), "not 4", value_checks.number("not 4", right=4)),
        (measure("4"), "4 and five", value_checks.number("4 and five")),
        (measure("1994-04", dated=True), "before May 1994", value_checks.day("before May 1994", right="1994-04")),
    ):
        marked = mark(question, written)
        assert isinstance(marked, AskedBack) and check.mark == 0
        assert check.sentence == marked.question


PIECES = some.sampled_from(
    [
        "4",
        "5",
        "12",
        "1994",
        "2003",
        "9.5",
        "0,375",
        "1/3",
        "four",
        "пять",
        "алты",
        "not",
        "не",
        "over",
        "до",
        "at",
        "least",
        "=",
        "-",
        "–",
        "+",
        "%",
        ",",
        ".",
        "and",
        "or",
        "to",
        "st-го",
        "January",
        "мая",
        "қаңтарда",
        "from",
        "20",
        "r",
        "k",
        "е",
        "million",
        "hundred",
        "жүз",
        "third",
        "on",
        "г.",
        "²",
        "½",
        "\u200b",
        ">",
        "x",
    ]
)
TYPED = (
    some.lists(PIECES, max_size=6).map(" ".join) | some.lists(PIECES, max_size=4).map("".join) | some.text(max_size=40)
)


@settings(max_examples=500, deadline=None)
@given(text=TYPED)
@example("9" * 400)
@example("4e" + "9" * 30)
@example("1/0")
def test_reading_never_raises_and_either_knows_or_asks(text):
    for read in (read_number(text), read_date(text), read_numbers(text)):
        assert (read.value is None) == bool(read.question)
    folded(text)


@settings(max_examples=300, deadline=None)
@given(text=TYPED, right=some.sampled_from([4, 5, 0.375, 20, 1 / 3]))
def test_what_is_right_in_a_quiz_is_right_in_an_exercise(text, right):
    marked = mark(measure(str(right)), text)
    if marked is not None:
        assert value_checks.number(text, right=right).good == (not isinstance(marked, AskedBack) and marked.good)


@settings(max_examples=300, deadline=None)
@given(text=TYPED, right=some.sampled_from(["1994", "2003-01", "1994-05-20"]))
def test_a_date_that_is_right_in_a_quiz_is_right_in_an_exercise(text, right):
    marked = mark(measure(right, dated=True), text)
    if marked is not None:
        assert value_checks.day(text, right=right).good == (not isinstance(marked, AskedBack) and marked.good)


ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
RUSSIAN_IN = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
]
KAZAKH = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]
KAZAKH_IN = [
    "қаңтарда",
    "ақпанда",
    "наурызда",
    "сәуірде",
    "мамырда",
    "маусымда",
    "шілдеде",
    "тамызда",
    "қыркүйекте",
    "қазанда",
    "қарашада",
    "желтоқсанда",
]
KAZAKH_FROM = [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
]
KAZAKH_OWN = [
    "қаңтарында",
    "ақпанында",
    "наурызында",
    "сәуірінде",
    "мамырында",
    "маусымында",
    "шілдесінде",
    "тамызында",
    "қыркүйегінде",
    "қазанында",
    "қарашасында",
    "желтоқсанында",
]


@settings(max_examples=200, deadline=None)
@given(day=some.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_back_from_every_form(day):
    month, year = day.month - 1, f"{day.year}"
    forms = [
        day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day} {ENGLISH[month]} {year}", f"{ENGLISH[month]} {day.day}, {year}",
        f"{day:%a} {day.day} {ENGLISH[month][:3]}. {year}", f"from {day.day} {ENGLISH[month]} {year}",
        f"с {day.day} {RUSSIAN[month]} {year} г.", f"{day.day} {RUSSIAN[month][:3]}. {year}",
        f"{year} жылғы {day.day} {KAZAKH[month]}", f"{year} жылғы {day.day} {KAZAKH_IN[month]}",
        f"{year} жылғы {day.day} {KAZAKH_FROM[month]} бастап", f"{year} жылдың {day.day} {KAZAKH_OWN[month]}",
        f"{day.day} {KAZAKH[month][:3]}. {year} ж.",
    ]  # fmt: skip
    for form in forms:
        assert as_span(form) == (day, day), form


@pytest.mark.parametrize("month", range(12))
def test_a_month_is_read_in_every_case(month):
    right = as_span(f"1999-{month + 1:02}")
    assert as_span(f"в {RUSSIAN_IN[month]} 1999") == as_span(f"in {ENGLISH[month][:3]}. 1999") == right
    assert as_span(f"1999 жылғы {KAZAKH_IN[month]}") == as_span(f"1999 ж. {KAZAKH_FROM[month]}") == right


@settings(max_examples=200, deadline=None)
@given(number=some.integers(1000, 9_999_999))
def test_a_whole_number_is_read_back_from_every_form(number):
    for form in (
        f"{number}",
        f"{number:,}",
        f"{number:_}",
        f"{number:,}".replace(",", "\u202f"),
        f"about {number:,} t",
    ):
        assert read_number(form).value == number, form


@settings(max_examples=100, deadline=None)
@given(number=some.integers(0, 999))
def test_a_decimal_is_read_with_a_point_a_comma_and_without_a_nought(number):
    written = f"{number:03}"
    for form in (f"0.{written}", f"0,{written}", f".{written}", f",{written}"):
        assert read_number(form).value == pytest.approx(number / 1000), form


def test_every_form_that_the_page_on_quizzes_names_is_read_or_asked_back():
    page = (ROOT / "docs" / "quizzes.md").read_text(encoding="utf-8").split("## What is read")[1]
    readers = {
        "number": read_number,
        "share": read_number,
        "date": read_date,
        "list of numbers (exercises)": read_numbers,
    }
    rows = [row.strip("| ").split(" | ") for row in page.splitlines() if row.startswith("|") and "`" in row]
    assert [row[0] for row in rows] == list(readers)
    for what, read, asked in rows:
        for written in re.findall(r"`([^`]+)`", read):
            if written != "unit:":
                assert readers[what](eval(written) if written.startswith("[") else written).sure, written
        for written in re.findall(r"`([^`]+)`", asked):
            assert not readers[what](written).sure, written
