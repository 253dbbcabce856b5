"""What a table in HTML holds, for tests of cards."""

import re
from html import unescape
from html.parser import HTMLParser


class Cells(HTMLParser):
    """The first table of some HTML: its heads, and each group with its lines."""

    def __init__(self, html):
        super().__init__()
        self.caption, self.heads, self.groups, self._into, self._done = "", [], {}, None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        scope = dict(attrs).get("scope")
        if self._done or tag not in ("caption", "th", "td"):
            return
        self._into = scope or tag
        if scope == "col":
            self.heads.append("")
        elif scope == "rowgroup":
            self.groups[""] = []
        elif scope == "row":
            self.groups[list(self.groups)[-1]].append([""])
        elif tag == "td":
            self.groups[list(self.groups)[-1]][-1].append("")

    def handle_endtag(self, tag):
        self._done = self._done or tag == "table"
        if tag in ("caption", "th", "td"):
            self._into = None

    def handle_data(self, data):
        if self._done or self._into is None:
            return
        if self._into == "caption":
            self.caption += data
        elif self._into == "col":
            self.heads[-1] += data
        elif self._into == "rowgroup":
            name = list(self.groups)[-1]
            self.groups[name + data] = self.groups.pop(name)
        else:
            self.groups[list(self.groups)[-1]][-1][-1] += data


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
