# fmt: off
"""The verbs of the tables, for editors. Written by `make stubs` from data/datapackage.json."""

import pandas as pd

from cst1992.facts.sourcing import disagreements as disagreements

def articles() -> pd.DataFrame:
    """The articles of the Treaty signed in Tashkent on 15 May 1992, as first worded."""

def provisions(article: int | None = None) -> pd.DataFrame:
    """The articles paragraph by paragraph, in our paraphrase: who must do what, when, and who decides."""

def wordings() -> pd.DataFrame:
    """The wordings that the Treaty has had, the first one first; the day of entry into force is that of the instrument."""

def amendments(article: int | None = None) -> pd.DataFrame:
    """What the Protocol of 10 December 2010, in force since 19 December 2012, made of each article."""

def instruments() -> pd.DataFrame:
    """The legal papers around the Treaty."""

def treaty_actions(state: str | None = None) -> pd.DataFrame:
    """Legal and political acts by or for one state."""

def standings() -> pd.DataFrame:
    """How a state may stand toward the Treaty, and how pictures show and say it."""

def states() -> pd.DataFrame:
    """The former union republics of the Soviet Union; the Baltic states hold that they were occupied."""

def roles() -> pd.DataFrame:
    """The places that states have in the story of the Treaty."""

def clauses(topic: str | None = None) -> pd.DataFrame:
    """What other treaties promise, beside the Treaty of 1992 and its amended text."""

def clause_topics() -> pd.DataFrame:
    """Clauses on another topic that belong beside a topic."""

def passages() -> pd.DataFrame:
    """The paragraphs of the opening of the text of 2004, with the traps that lie in each."""

def claims(article: int | None = None, ledger: str | None = None) -> pd.DataFrame:
    """What the text of 2004 claims, with evidence for and against and our verdict."""

def references() -> pd.DataFrame:
    """The notes of the text of 2004: whose voices it cites."""

def threats(direction: str | None = None) -> pd.DataFrame:
    """The threats that the opening of the text of 2004 names, and what the Treaty of 1992 says of each."""

def threat_evidence(threat: str | None = None) -> pd.DataFrame:
    """What is known of the shared threats, 1992 to 2008, with ranges and the owners of figures."""

def harvests() -> pd.DataFrame:
    """Opium production in Afghanistan, 1994 to 2004, with the figures that rival each other."""

def themes() -> pd.DataFrame:
    """The lanes of the timeline."""

def events(theme: str | None = None, state: str | None = None) -> pd.DataFrame:
    """What happened around the Treaty, 1985 to 2025, in order of date."""

def event_themes() -> pd.DataFrame:
    """Which event belongs to which themes."""

def event_states() -> pd.DataFrame:
    """Which of the former union republics took part in an event."""

def eras() -> pd.DataFrame:
    """The Treaty's own status over time."""

def requests(asked_by: str | None = None, answered: str | None = None) -> pd.DataFrame:
    """Every request for help under the Treaty that was found, 1992 to 2025, in order of date."""

def ways() -> pd.DataFrame:
    """How help may be asked for, and how the picture of all requests says it."""

def request_states() -> pd.DataFrame:
    """Which state had which role in which case."""

def cases() -> pd.DataFrame:
    """Requests for help that a learner decides before the outcome is shown."""

def case_choices(case: str | None = None) -> pd.DataFrame:
    """The positions among which a learner decides; each was somebody's documented position."""

def case_voices(case: str | None = None) -> pd.DataFrame:
    """What each side said of a case."""

def exchanges() -> pd.DataFrame:
    """What Kazakhstan and Russia each gained and gave, matter by matter."""

def people() -> pd.DataFrame:
    """Persons named in the tables, with their office at the time."""

def concepts() -> pd.DataFrame:
    """Concepts that explain a state's choice, with who argued them."""

def glossary() -> pd.DataFrame:
    """The terms of the module in English, Russian and Kazakh."""

def page_words() -> pd.DataFrame:
    """The terms that a notebook uses, in the order of their first use; `cst.words()` lays them out."""

def reading(level: str | None = None) -> pd.DataFrame:
    """Works to read on."""

def objectives() -> pd.DataFrame:
    """What a learner can do at the end of the module."""

def sources() -> pd.DataFrame:
    """Every source that a row cites."""

def citations() -> pd.DataFrame:
    """Further sources of single rows, beside the best one that each row names itself."""
